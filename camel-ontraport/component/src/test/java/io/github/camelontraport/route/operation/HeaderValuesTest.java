package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.SandboxTestSupport;
import io.github.camelontraport.value.ScalarReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All headers take the same forms of single values, and refuse every other form by name. */
class HeaderValuesTest extends SandboxTestSupport {

    private enum Mail {
        ADA {
            @Override
            public String toString() {
                return "not what is meant";
            }
        }
    }

    @SuppressWarnings("UnnecessaryStringBuilder") // its type is what is tried
    static List<Object> addresses() {
        return List.of(
                "ada@example.com",
                new StringBuilder(" ada@example.com "),
                TextNode.valueOf("ada@example.com"),
                new POJONode("ada@example.com"),
                Optional.of("ada@example.com"),
                Optional.of(TextNode.valueOf("ada@example.com")));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anEmailAddressIsFoundInEveryForm(Object address) {
        sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));

        Exchange found = send("ontraport:contacts?operation=get", null, Map.of(OntraportConstants.EMAIL, address));

        assertThat(found.getException()).isNull();
        assertThat(record(found)).containsEntry("id", "1");
    }

    static List<Object> ids() {
        return List.of(
                1,
                1L,
                (short) 1,
                1.0,
                new BigDecimal("1.00"),
                "1",
                " 1 ",
                '1',
                TextNode.valueOf("1"),
                IntNode.valueOf(1),
                JsonNodeFactory.instance.numberNode(1.0),
                new AtomicLong(1),
                Optional.of(1),
                OptionalLong.of(1));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anIdIsFoundInEveryForm(Object id) {
        sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));
        sandbox().create(CONTACTS, Map.of("email", "bo@example.com"));

        for (String header : List.of(OntraportConstants.RECORD_ID, OntraportConstants.IDS)) {
            Exchange tagged = send("ontraport:contacts?operation=tag&tags=a", 2, Map.of(header, id));
            assertThat(tagged.getException()).isNull();
        }
        assertThat(sandbox().requests())
                .allSatisfy(request -> assertThat(request.body()).contains("\"ids\":[1]"));
    }

    static List<Object> others() {
        return List.of(
                "x".getBytes(StandardCharsets.UTF_8),
                List.of("x"),
                Map.of("a", "x"),
                JsonNodeFactory.instance.arrayNode().add("x"),
                JsonNodeFactory.instance.binaryNode(new byte[1]),
                Instant.EPOCH,
                Duration.ZERO,
                new Object(),
                Double.NaN,
                "x\uD800");
    }

    @ParameterizedTest
    @MethodSource("others")
    void anyOtherFormIsRefusedByName(Object value) {
        for (String header :
                List.of(OntraportConstants.EMAIL, OntraportConstants.UNIQUE_ID, OntraportConstants.RECORD_ID)) {
            refused("get", header, value);
        }
        for (String header : List.of(
                OntraportConstants.SEARCH,
                OntraportConstants.SORT,
                OntraportConstants.SORT_DIR,
                OntraportConstants.LIMIT,
                OntraportConstants.START,
                OntraportConstants.SEARCH_NOTES,
                OntraportConstants.GROUP_ID)) {
            refused("search", header, value);
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    private void refused(String operation, String header, Object value) {
        Exchange refused = send("ontraport:contacts?operation=" + operation, null, Map.of(header, value));
        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Header " + header);
    }

    @Test
    void anEnumConstantIsItsNameWhateverItsTextIs() {
        send("ontraport:contacts?operation=search", null, Map.of(OntraportConstants.SEARCH, Mail.ADA));

        assertThat(sandbox().requests().get(0).query()).containsEntry("search", "ADA");
    }

    static List<Object> names() {
        return List.of(
                true,
                Optional.of(true),
                BooleanNode.TRUE,
                7,
                Mail.ADA,
                UUID.fromString("0a0a0a0a-0b0b-0c0c-0d0d-0e0e0e0e0e0e"),
                TextNode.valueOf("VIP"),
                new POJONode("VIP"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTagNameIsTakenInEveryForm(Object name) {
        sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));
        String text = ScalarReader.text(name, "the test");

        for (Object tags : List.of(name, List.of(name), new Object[] {name})) {
            sandbox().forgetRequests();
            Exchange tagged = send("ontraport:contacts?operation=tag", 1, Map.of(OntraportConstants.TAGS, tags));

            assertThat(tagged.getException()).isNull();
            assertThat(sandbox().requests().get(0).body()).contains("\"add_names\":[\"" + text + "\"]");
        }
    }

    @Test
    void anEmptyOptionalIsNoValue() {
        Exchange refused =
                send("ontraport:contacts?operation=get", 1, Map.of(OntraportConstants.RECORD_ID, Optional.empty()));

        assertThat(refused.getException()).hasMessageContaining("is set but has no value");
    }

    @Test
    void elementsOfAListAreAsStrictAsPartsOfAText() {
        sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));

        Exchange tagged = send(
                "ontraport:contacts?operation=tag", 1, Map.of(OntraportConstants.TAGS, List.of(" padded ", "a, b")));

        assertThat(tagged.getException()).isNull();
        assertThat(sandbox().requests().get(0).body()).contains("[\"padded\",\"a, b\"]");
        for (Object wrong : Arrays.asList(null, Map.of("a", 1), " ", List.of("x"))) {
            refused("search", OntraportConstants.LIST_FIELDS, Arrays.asList("email", wrong));
            refused("search", OntraportConstants.EXTERNS, Arrays.asList("email", wrong));
        }
        refusedTag("a*/*b");
        refusedTag(List.of("a*/*b"));
    }

    /** The account would get a second tag that looks like the first. */
    @Test
    void aTagNameWithInvisibleCharactersIsRefused() {
        for (String name : List.of("\uFEFFVIP", "VIP\u00A0", "VIP\u200B", "a\nb", "a\u0000b")) {
            refusedTag(name, "invisible character");
            refusedTag(List.of(name), "invisible character");
        }
    }

    private void refusedTag(Object tags) {
        refusedTag(tags, "separates tags");
    }

    private void refusedTag(Object tags, String words) {
        assertThat(send("ontraport:contacts?operation=tag", 1, Map.of(OntraportConstants.TAGS, tags))
                        .getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
    }

    /** The maps of raw calls take dates in wire form, in the endpoint's zone, and lists as comma text. */
    @Test
    void theQueryOfARawCallTakesEveryFormThatHasAText() {
        sandbox().faults().json(200, "{\"code\":0}");
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("instant", Instant.ofEpochSecond(7));
        query.put("day", LocalDate.of(2026, 3, 1));
        query.put("array", new long[] {1, 2});
        query.put("list", List.of(1, TextNode.valueOf("b")));
        query.put("optional", Optional.of(3));
        query.put("node", TextNode.valueOf("t"));
        query.put("flag", true);
        query.put("whole", 3.0);

        Exchange read = send(
                "ontraport:raw?path=/objects&timeZone=Europe/Berlin", null, Map.of(OntraportConstants.QUERY, query));

        assertThat(read.getException()).isNull();
        assertThat(sandbox().requests().get(0).query())
                .isEqualTo(Map.of(
                        "instant", "7",
                        "day", "1772319600",
                        "array", "1,2",
                        "list", "1,b",
                        "optional", "3",
                        "node", "t",
                        "flag", "true",
                        "whole", "3"));
    }

    @Test
    void theQueryOfARawCallRefusesWhatHasNoText() {
        for (Object value : List.of(Map.of("a", 1), new byte[1], Duration.ZERO, new Object(), Optional.empty())) {
            Exchange refused =
                    send("ontraport:raw?path=/objects", null, Map.of(OntraportConstants.QUERY, Map.of("name", value)));
            assertThat(refused.getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("Header CamelOntraportQuery: 'name'");
        }
    }

    @Test
    void aDateInAConditionIsMidnightInTheEndpointsZone() {
        send(
                "ontraport:contacts?operation=count&timeZone=Europe/Berlin",
                null,
                Map.of(
                        OntraportConstants.CONDITION,
                        List.of(Map.of(
                                "field",
                                Map.of("field", "birthday"),
                                "op",
                                "=",
                                "value",
                                Map.of("value", LocalDate.of(2026, 3, 1))))));

        assertThat(sandbox().requests().get(0).query().get("condition")).contains("1772319600");
    }
}
