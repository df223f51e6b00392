package io.github.camelontraport.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelontraport.api.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodyIdsTest {

    record Pet(long id, String name) {}

    @Test
    void oneIdInAnyForm() {
        for (Object body : new Object[] {
            8,
            8L,
            8.0,
            new BigDecimal("8.00"),
            BigInteger.valueOf(8),
            "8",
            " 008 ",
            "8".getBytes(StandardCharsets.UTF_8),
            Map.of("id", "8"),
            "{\"id\":8}",
            new Pet(8, "x"),
            JsonNodeFactory.instance.objectNode().put("id", "8"),
            JsonNodeFactory.instance.numberNode(8)
        }) {
            assertThat(BodyReader.id(body, "id")).contains(8L);
            assertThat(BodyReader.ids(body, "id")).containsExactly(8L);
        }
    }

    @Test
    void theTypesOwnIdFieldComesFirst() {
        assertThat(BodyReader.id(Map.of("tag_id", "4", "id", 9), "tag_id")).contains(4L);
        assertThat(BodyReader.id(Map.of("id", 9), "tag_id")).contains(9L);
        assertThat(BodyReader.id(Map.of("tag_id", 4), "id")).isEmpty();
        assertThat(BodyReader.ids("[{\"tag_id\":null,\"id\":9}]", "tag_id")).containsExactly(9L);
    }

    @Test
    void manyIdsInAnyForm() {
        List<Object> mixed = List.of(3, "1", new Pet(2, "x"), Map.of("id", 3), JsonNodeFactory.instance.textNode("4"));
        assertThat(BodyReader.ids(mixed, "id")).containsExactly(3L, 1L, 2L, 4L);
        assertThat(BodyReader.ids(mixed.toArray(), "id")).containsExactly(3L, 1L, 2L, 4L);
        assertThat(BodyReader.ids("3, 1 ,2", "id")).containsExactly(3L, 1L, 2L);
        assertThat(BodyReader.ids(" [3,\"1\",{\"id\":2}] ", "id")).containsExactly(3L, 1L, 2L);
        assertThat(BodyReader.ids(List.of(), "id")).isEmpty();
        assertThat(BodyReader.ids("[]", "id")).isEmpty();
    }

    @Test
    void whatCanBeReadOnlyOnceIsNotRead() {
        for (Object once : List.of(List.of(1).iterator(), Stream.of(1), LongStream.of(5, 6))) {
            assertThatThrownBy(() -> BodyReader.ids(once, "id"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("read only once")
                    .hasMessageContaining("search without streaming");
            assertThatThrownBy(() -> BodyReader.ids(List.of(once), "id")).hasMessageContaining("read only once");
            assertThatThrownBy(() -> BodyReader.id(once, "id")).hasMessageContaining("read only once");
            assertThatThrownBy(() -> BodyReader.record(once)).hasMessageContaining("read only once");
            assertThatThrownBy(() -> BodyReader.json(once)).hasMessageContaining("read only once");
            assertThatThrownBy(() -> new ValueEncoder(ZoneOffset.UTC).record(Map.of("f1", once)))
                    .hasMessage(
                            "Field 'f1' cannot hold an Iterator or Stream, which can be read only once; give a List.");
        }
    }

    static Stream<Arguments> noIds() {
        return Stream.of(
                Arguments.of(
                        "0", "The message body: the id is '0'; an id is a whole number from 1 to 9223372036854775807."),
                Arguments.of(-1, "The message body: the id is '-1'"),
                Arguments.of("+5", "The message body: the id is '+5'"),
                Arguments.of(1.5, "The message body: the id is '1.5'"),
                Arguments.of("9223372036854775808", "The message body: the id is '9223372036854775808'"),
                Arguments.of("9".repeat(5000), "The message body: the id is '" + "9".repeat(40) + "...'"),
                Arguments.of(new BigDecimal("1E+999999999"), "The message body: the id is '1E+999999999'"),
                Arguments.of(Double.NaN, "The message body: the id is 'NaN'"),
                Arguments.of("٣", "The message body: the id is '٣'"),
                Arguments.of(true, "The message body: the id is the value true"),
                Arguments.of("abc", "The message body: the id is 'abc'"),
                Arguments.of("1,,2", "The message body: element 2 of the ids is ''"),
                Arguments.of("1,2,", "The message body: element 3 of the ids is ''"),
                Arguments.of(List.of(1, "x"), "The message body: element 2 of the ids is 'x'"),
                Arguments.of(Arrays.asList(1, null), "The message body: element 2 of the ids is the value null"),
                Arguments.of(List.of(1, List.of(2)), "The message body: element 2 of the ids is a list of 1 element"),
                Arguments.of(List.of(1, "2,3"), "The message body: element 2 of the ids is '2,3'"),
                Arguments.of(
                        List.of(1, Map.of("name", "x")),
                        "The message body: element 2 of the ids should be in a record, but it has no field 'tag_id' or 'id'."),
                Arguments.of(
                        "{\"name\":1}",
                        "The message body: the id should be in a record, but it has no field 'tag_id' or 'id'."));
    }

    @ParameterizedTest
    @MethodSource("noIds")
    void saysWhichElementIsNoId(Object body, String message) {
        assertThatThrownBy(() -> BodyReader.ids(body, "tag_id"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void manyAreNotOne() {
        assertThatThrownBy(() -> BodyReader.id(List.of(1), "id"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The message body: one id is needed, but it is a list of 1 element.");
        assertThatThrownBy(() -> BodyReader.id("1,2", "id")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BodyReader.id(Map.of("id", "x"), "id")).isInstanceOf(InvalidInputException.class);
    }

    @Property
    void everyFormGivesTheSameIdsOnceAndInOrder(@ForAll("ids") @NotEmpty List<Long> ids) {
        List<Long> expected = List.copyOf(new LinkedHashSet<>(ids));
        String joined = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (Object body : new Object[] {
            ids,
            joined,
            "[" + joined + "]",
            ids.stream().mapToLong(Long::longValue).toArray(),
            ids.stream().map(String::valueOf).toList(),
            ids.stream().map(BigDecimal::valueOf).toList(),
            ids.stream().map(id -> new Pet(id, "x")).toList(),
            ids.stream().map(id -> Map.of("id", id)).toList()
        }) {
            assertThat(BodyReader.ids(body, "id")).isEqualTo(expected);
        }
    }

    @Property
    void wholeNumbersAreIdsExactlyWhenTheyArePositiveAndFit(@ForAll BigInteger number) {
        boolean fits = number.signum() > 0 && number.bitLength() < Long.SIZE;
        for (Object body : List.of(number, number.toString())) {
            if (fits) {
                assertThat(BodyReader.id(body, "id")).contains(number.longValue());
            } else {
                assertThatThrownBy(() -> BodyReader.id(body, "id")).isInstanceOf(InvalidInputException.class);
            }
        }
    }

    @Provide
    Arbitrary<List<Long>> ids() {
        return Arbitraries.longs().between(1, Long.MAX_VALUE).list().ofMaxSize(20);
    }
}
