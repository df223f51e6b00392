package io.github.camelontraport.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {

    private static Object json(String text) throws JsonProcessingException {
        return text == null ? null : new ObjectMapper().readValue(text, Object.class);
    }

    private static Map<String, Object> map(String text) throws JsonProcessingException {
        return new ObjectMapper().readValue(text, new TypeReference<>() {});
    }

    private static ApiReply reply(String data) throws JsonProcessingException {
        return new ApiReply(json(data), OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            -                   | []
            null                | []
            ""                  | []
            []                  | []
            {}                  | []
            {"id":1}            | [{"id":1}]
            [{"id":1},{"id":2}] | [{"id":1},{"id":2}]
            """)
    void aCollectionIsReadFromEveryShapeTheApiUses(String data, String rows) throws Exception {
        assertThat(RecordParser.of(reply(data), "/x"))
                .isEqualTo(new ObjectMapper().readerForListOf(Map.class).readValue(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"Deleted\"", "true", "[1]", "[{\"id\":1},null]", "[[]]", "\"null\""})
    void anythingButACollectionIsAnError(String data) {
        assertThatThrownBy(() -> RecordParser.of(reply(data), "/x"))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("/x answered with ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            []                  | -
            {"id":1}            | {"id":1}
            [{"id":1}]          | {"id":1}
            """)
    void oneRecordMayComeInAnArray(String data, String row) throws Exception {
        assertThat(RecordParser.one(reply(data), "/x").orElse(null)).isEqualTo(json(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\":1},{\"id\":2}]", "[{\"id\":1},{\"id\":1}]"})
    void severalRecordsInPlaceOfOneAreAnError(String data) {
        assertThatThrownBy(() -> RecordParser.one(reply(data), "/x"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("2 records instead of one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            {"tag_id":"5","id":"6"}       | 5
            {"tag_id":5}                  | 5
            {"tag_id":null,"id":"6"}      | 6
            {"id":9007199254740993}       | 9007199254740993
            {"tag_id":"9223372036854775807"} | 9223372036854775807
            {"tag_id":"9223372036854775808"} | -
            {"tag_id":""}                 | -
            {"tag_id":"x"}                | -
            {"tag_id":1.5}                | -
            {"tag_id":[5]}                | -
            {}                            | -
            """)
    void theIdIsReadFromTextOrNumberInTheTypesIdField(String row, Long id) throws Exception {
        assertThat(RecordParser.id(map(row), ObjectTypes.find("tags").orElseThrow()).stream()
                        .boxed()
                        .findFirst()
                        .orElse(null))
                .isEqualTo(id);
    }
}
