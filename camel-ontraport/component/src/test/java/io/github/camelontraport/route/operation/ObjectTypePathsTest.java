package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Object types by all their names, and those with paths and shapes of their own. */
class ObjectTypePathsTest extends SandboxTestSupport {

    @ParameterizedTest
    @CsvSource({"contacts", "Contact", "CONTACTS", "0"})
    void aTypeIsFoundByAnyOfItsNames(String name) {
        Exchange counted = send("ontraport:" + name + "?operation=count");

        assertThat(counted.getException()).isNull();
        assertThat(sandbox().requests().get(0).query()).containsEntry("objectID", "0");
        assertThat(counted.getMessage().getHeader(OntraportConstants.OBJECT_TYPE))
                .isEqualTo("contacts");
    }

    @ParameterizedTest
    @CsvSource({
        "automations,140",
        "campaignBuilderItems,140",
        "invoices,46",
        "transactions,46",
        "forms,122",
        "deals,149"
    })
    void aliasesStandForTheirTypes(String name, String id) {
        send("ontraport:" + name + "?operation=count");

        assertThat(sandbox().requests().get(0).query()).containsEntry("objectID", id);
    }

    /** Webhooks are read at paths of their own, as {@link WebhookOperationsTest} shows. */
    static List<String> everyGenericType() {
        return ObjectTypes.names().stream()
                .filter(name -> !name.equals("webhooks"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyGenericType")
    void everyTypeCanBeReadCountedAndSearched(String name) {
        for (String operation : List.of("count", "search", "get&recordId=1")) {
            Exchange read = send("ontraport:" + name + "?operation=" + operation);
            // Whether an account has the type is up to it; that the call is the right one is up to us.
            assertThat(read.getException())
                    .satisfiesAnyOf(failure -> assertThat(failure).isNull(), failure -> assertThat(failure)
                            .isInstanceOf(OntraportException.class));
            assertThat(sandbox().requests()).last().satisfies(request -> assertThat(request.query())
                    .containsEntry(
                            "objectID",
                            Integer.toString(
                                    ObjectTypes.find(name).orElseThrow().id())));
        }
    }

    @Test
    void tagsHaveAnIdFieldOfTheirOwn() {
        Exchange created = send("ontraport:tags?operation=create", Map.of("tag_name", "VIP", "object_type_id", 0));
        String id = created.getMessage().getHeader(OntraportConstants.OBJECT_ID, String.class);

        assertThat(path(0)).isEqualTo("POST /Tags");
        assertThat(record(send("ontraport:tags?operation=get", Map.of("tag_id", id))))
                .containsEntry("tag_name", "VIP");
        assertThat(send("ontraport:tags?operation=update", Map.of("tag_id", id, "tag_name", "V.I.P."))
                        .getException())
                .isNull();
        assertThat(records(send("ontraport:tags?operation=search&listFields=tag_name")))
                .containsExactly(Map.of("tag_id", id, "tag_name", "V.I.P."));
        assertThat(send("ontraport:tags?operation=delete", Map.of("tag_id", id)).getException())
                .isNull();
        assertThat(sandbox().records(TAGS)).isEmpty();
    }

    @Test
    void messagesAreWrittenAsFormsToAPathOfTheirOwn() {
        Exchange created = send(
                "ontraport:messages?operation=create",
                Map.of(
                        "type",
                        "e-mail",
                        "alias",
                        "Hi & bye",
                        "subject",
                        "Grüße",
                        "from",
                        "owner",
                        "object_type_id",
                        0));
        String id = created.getMessage().getHeader(OntraportConstants.OBJECT_ID, String.class);
        Exchange updated =
                send("ontraport:messages?operation=update&recordId=" + id, Map.of("type", "e-mail", "subject", "Neu"));

        assertThat(created.getException()).isNull();
        assertThat(updated.getException()).isNull();
        assertThat(path(0)).isEqualTo("POST /message");
        assertThat(path(1)).isEqualTo("PUT /message");
        assertThat(sandbox().requests()).allSatisfy(request -> assertThat(request.contentType())
                .isEqualTo("application/x-www-form-urlencoded"));
        assertThat(record(send("ontraport:messages?operation=get", id)))
                .containsEntry("subject", "Neu")
                .containsEntry("alias", "Hi & bye");
        assertThat(send("ontraport:messages?operation=get", id).getMessage().getHeader(OntraportConstants.OBJECT_ID))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            rules    | /Rules    | {"object_type_id":0,"name":"r","events":"Contact_added_to_category(4)","actions":"Add_contact_to_category(11)"}
            products | /Products | {"name":"Membership","price":"19.95"}
            offers   | /Offers   | {"name":"Offer","data":"{}"}
            notes    | /objects  | {"contact_id":1,"data":"Prefers phone calls"}
            deals    | /objects  | {"name":"Big one","value":5}
            """)
    void typesAreCreatedReadUpdatedWhereTheyBelong(String type, String path, String body) {
        Exchange created = send("ontraport:" + type + "?operation=create", body);
        assertThat(created.getException()).isNull();
        String id = created.getMessage().getHeader(OntraportConstants.OBJECT_ID, String.class);

        assertThat(path(0)).isEqualTo("POST " + path);
        assertThat(sandbox().requests().get(0).contentType()).isEqualTo("application/json");
        assertThat(send("ontraport:" + type + "?operation=update&recordId=" + id, body)
                        .getException())
                .isNull();
        assertThat(path(1)).isEqualTo("PUT /objects");
        assertThat(record(send("ontraport:" + type + "?operation=get", id))).containsEntry("id", id);
    }

    @Test
    void aCustomObjectIsFoundByItsNameWithOneLookUp() {
        int type = sandbox().defineCustomObject("Project", Map.of("title", SandboxField.of("title", "Title", "text")));
        String byName = "ontraport:project?operation=create";

        Exchange first = send(byName, Map.of("title", "Bridge"));
        Exchange second = send(byName, Map.of("title", "Tunnel"));

        assertThat(first.getMessage().getHeader(OntraportConstants.REQUESTS)).isEqualTo(2);
        assertThat(second.getMessage().getHeader(OntraportConstants.REQUESTS)).isEqualTo(1);
        assertThat(sandbox().records(type)).hasSize(2);
        assertThat(records(send("ontraport:" + type + "?operation=search"))).hasSize(2);
    }

    /** Its getters are code of the application, which may block. */
    public static final class Project {

        private final List<String> threads = new CopyOnWriteArrayList<>();

        public String getTitle() {
            threads.add(Thread.currentThread().getName());
            return "Bridge";
        }
    }

    @Test
    void theBodyIsReadOnAThreadOfTheRouteWhenTheCustomObjectHasToBeLookedUp() {
        sandbox().defineCustomObject("Project", Map.of("title", SandboxField.of("title", "Title", "text")));
        Project first = new Project();
        Project second = new Project();

        assertThat(send("ontraport:project?operation=create", first).getException())
                .isNull();
        assertThat(send("ontraport:project?operation=create", second).getException())
                .isNull();

        // The look-up can be over before the producer waits for it; then the caller goes on.
        assertThat(first.threads).isNotEmpty().allSatisfy(name -> assertThat(name)
                .containsAnyOf("OntraportCallback", Thread.currentThread().getName()));
        assertThat(second.threads)
                .isNotEmpty()
                .containsOnly(Thread.currentThread().getName());
    }

    @Test
    void aMisspeltTypeFailsWithTheRightName() {
        sandbox().defineCustomObject("Project", Map.of("title", SandboxField.of("title", "Title", "text")));

        assertThat(send("ontraport:contcats?operation=count").getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Did you mean 'contacts'?");
        assertThat(send("ontraport:projekt?operation=count").getException())
                .hasMessageContaining("Did you mean 'Project'?");
    }

    @Test
    void aMisspeltTypeFailsWithTheRightNameEvenWhenTheAccountCannotBeAsked() {
        sandbox().faults().on("GET", "/objects/meta").status(403, "Not Authorized");

        assertThat(send("ontraport:contcats?operation=count").getException())
                .isInstanceOf(OntraportAuthenticationException.class)
                .hasMessageContaining("Did you mean 'contacts'?");
    }

    private static String path(int request) {
        var sent = sandbox().requests().get(request);
        return sent.method() + " " + sent.path();
    }
}
