package io.github.camelontraport.api.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectTypesTest {

    static Stream<ObjectTypeBuilder> rows() {
        return ObjectTypeTable.ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyTypeIsFoundByIdAndNamesInAnyCase(ObjectTypeBuilder row) {
        ObjectType type = row.type();
        assertThat(ObjectTypes.find(Integer.toString(type.id()))).contains(type);
        for (String word : row.names()) {
            String apart = word.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
            for (String written : List.of(
                    word,
                    word.toUpperCase(Locale.ROOT),
                    word.toLowerCase(Locale.ROOT),
                    apart,
                    " " + apart.replace('_', '-') + " ",
                    apart.replace('_', ' '))) {
                assertThat(ObjectTypes.find(written)).as(written).contains(type);
            }
        }
        assertThat(ObjectTypes.names()).contains(type.plural());
        assertThat(type.allows(Capability.READ)).isTrue();
    }

    @Test
    void theTableHasEveryKnownId() {
        assertThat(ObjectTypeTable.ROWS.stream().map(row -> row.type().id()))
                .containsExactly(
                        0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 16, 17, 19, 20, 22, 23, 27, 30, 35, 36, 37, 38, 40, 42,
                        43, 44, 45, 46, 47, 49, 52, 53, 58, 61, 63, 64, 65, 66, 67, 68, 69, 70, 75, 76, 77, 78, 79, 80,
                        87, 88, 89, 90, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 122, 123, 124, 125, 138, 140,
                        145, 146, 149, 150, 160, 172, 227);
    }

    @Test
    void noWordAndNoPathMeansTwoTypes() {
        Map<String, Integer> owners = new HashMap<>();
        for (ObjectTypeBuilder row : ObjectTypeTable.ROWS) {
            for (String word : row.names()) {
                assertThat(owners.put(word.toLowerCase(Locale.ROOT), row.type().id()))
                        .as(word)
                        .isNull();
            }
            assertThat(paths(row.type()).distinct())
                    .hasSameSizeAs(paths(row.type()).toList());
            paths(row.type())
                    .forEach(path -> assertThat(ObjectTypes.byPathSegment(path)).contains(row.type()));
        }
    }

    private static Stream<String> paths(ObjectType type) {
        return Stream.of(type.singularPath(), type.pluralPath()).filter(path -> path != null);
    }

    @ParameterizedTest
    @CsvSource({
        "automations,140",
        "automation,140",
        "invoices,46",
        "Invoice,46",
        "forms,122",
        "form,122",
        "legacyForms,22",
        "campaigns,75",
        "media,77",
        "postcardOrders,27",
        "companies,150",
        "credit cards,45",
        "wordpress-site,67"
    })
    void findsTheNamesPeopleUse(String text, int id) {
        assertThat(ObjectTypes.find(text)).map(ObjectType::id).contains(id);
    }

    @Test
    void numbersAreAlwaysFound() {
        ObjectType custom = ObjectTypes.find(" 10004 ").orElseThrow();
        assertThat(custom.capabilities())
                .containsExactlyInAnyOrder(
                        Capability.READ,
                        Capability.CREATE,
                        Capability.UPDATE,
                        Capability.UPSERT,
                        Capability.DELETE,
                        Capability.TAG,
                        Capability.ASSIGN_TASK);
        assertThat(List.of(custom.plural(), custom.createdField(), custom.modifiedField(), custom.createPath()))
                .containsExactly("10004", "date", "dlm", "/objects");
        ObjectType newer = ObjectTypes.find("00301").orElseThrow();
        assertThat(newer.id()).isEqualTo(301);
        assertThat(newer.capabilities())
                .containsExactlyInAnyOrder(
                        Capability.READ,
                        Capability.CREATE,
                        Capability.UPDATE,
                        Capability.UPSERT,
                        Capability.DELETE,
                        Capability.TAG);
        assertThat(newer.modifiedField()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "99999999999999999999"})
    void impossibleIdsAreRefused(String text) {
        assertThatThrownBy(() -> ObjectTypes.find(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("2147483647");
    }

    @Test
    void unknownNamesAreNotFoundButHinted() {
        assertThat(ObjectTypes.find("contcats")).isEmpty();
        assertThat(ObjectTypes.find("")).isEmpty();
        assertThat(Suggestions.to("contcats", ObjectTypes.names())).contains("contacts");
        assertThat(ObjectTypes.names()).contains("automations", "invoices").doesNotHaveDuplicates();
    }

    @Test
    void namedCustomObjects() {
        assertThat(ObjectTypes.custom(10001, "Pets"))
                .extracting(ObjectType::id, ObjectType::name, ObjectType::plural)
                .containsExactly(10001, "Pets", "Pets");
        assertThatThrownBy(() -> ObjectTypes.custom(-4, "Pets")).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"Contact,0", "CONTACTS,0", "Form,122", "tagsubscribers,138", "Calendar,160", "message,7", "Coupons,123"
    })
    void recognisesPaths(String segment, int id) {
        assertThat(ObjectTypes.byPathSegment(segment)).map(ObjectType::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects", "object", "campaignbuilder", ""})
    void otherPathsAreNoType(String segment) {
        assertThat(ObjectTypes.byPathSegment(segment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, READ CREATE UPDATE UPSERT DELETE TAG ASSIGN_TASK",
        "tasks, READ UPDATE WORK_ON_TASK",
        "users, READ UPDATE",
        "groups, READ DELETE",
        "sequences, READ CREATE UPDATE DELETE PAUSE",
        "rules, READ CREATE UPDATE UPSERT DELETE PAUSE",
        "messages, READ CREATE UPDATE",
        "notes, READ CREATE UPDATE DELETE",
        "orders, READ DELETE EDIT_ORDER",
        "offers, READ CREATE UPDATE",
        "coupons, READ CREATE UPDATE DELETE",
        "transactions, READ READ_DETAIL SETTLE",
        "reports92, READ",
        "automations, READ PAUSE",
        "sequenceSubscribers, READ PAUSE",
        "deals, READ CREATE UPDATE UPSERT DELETE TAG ASSIGN_TASK",
        "companies, READ CREATE UPDATE UPSERT DELETE TAG ASSIGN_TASK",
        "purchases, READ VOID_PURCHASE",
        "landingPages, READ HOST_PAGE",
        "legacyForms, READ READ_FORM_HTML",
        "forms, READ READ_DETAIL READ_FORM_HTML READ_FORM_BLOCKS",
        "creditCards, READ SET_DEFAULT_CARD",
        "webhooks, READ SUBSCRIBE_WEBHOOK"
    })
    void allowsWhatTheApiDoes(String name, String verbs) {
        assertThat(ObjectTypes.find(name).orElseThrow().capabilities())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(verbs.split(" ")).map(Capability::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, /objects, /objects, email, id, date, dlm", "messages, /message, /message, , id, date, dlm",
        "rules, /Rules, /objects, , id, date, dlm", "products, /Products, /objects, , id, date, dlm",
        "offers, /Offers, /objects, , id, , ", "tags, /Tags, /objects, tag_name, tag_id, , ",
        "forms, /objects, /objects, , form_id, date, dlm", "tasks, /objects, /objects, , id, date_assigned, ",
        "notes, /objects, /objects, , id, time, dlm", "orders, /objects, /objects, , id, , dlm"
    })
    void knowsPathsAndFields(
            String name, String create, String update, String merge, String id, String created, String modified) {
        ObjectType type = ObjectTypes.find(name).orElseThrow();
        assertThat(Arrays.asList(
                        type.createPath(),
                        type.updatePath(),
                        type.mergeKey(),
                        type.idField(),
                        type.createdField(),
                        type.modifiedField()))
                .containsExactly(create, update, merge, id, created, modified);
        assertThat(type.formEncoded()).isEqualTo(name.equals("messages"));
    }
}
