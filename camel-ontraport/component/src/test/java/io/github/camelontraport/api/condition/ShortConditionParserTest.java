package io.github.camelontraport.api.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortConditionParserTest {

    @Test
    void readsWhatTheDocsShow() {
        assertThat(Condition.parse("dlm > 1760000000 AND city IN ('Bend', 'Salem')")
                        .toJson())
                .isEqualTo("[{\"field\":{\"field\":\"dlm\"},\"op\":\">\",\"value\":{\"value\":\"1760000000\"}},\"AND\","
                        + "{\"field\":{\"field\":\"city\"},\"op\":\"IN\",\"value\":{\"list\":"
                        + "[{\"value\":\"Bend\"},{\"value\":\"Salem\"}]}}]");
        assertThat(Condition.parse("email = \"\" OR email IS NULL").toJson())
                .isEqualTo("[{\"field\":{\"field\":\"email\"},\"op\":\"=\",\"value\":{\"value\":\"\"}},\"OR\","
                        + "{\"field\":{\"field\":\"email\"},\"op\":\"IS\",\"value\":\"NULL\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id=1                          | id = 1",
                "  id  <=  -1.50\t             | id <= -1.50",
                "f1558 not  in (1,2)           | f1558 NOT IN (1, 2)",
                "a Is nUlL or b like 'x_%'     | a IS NULL OR b LIKE 'x_%'",
                "lastname LIKE 'O''Br%'        | lastname LIKE 'O''Br%'",
                "title = \"say \"\"hi\"\"\"    | title = 'say \"hi\"'",
                "title = \"it's\"              | title = 'it''s'",
                "zip IN (01234, 97201)         | zip IN (01234, 97201)",
                "owner//firstname <> 'Ada'     | owner//firstname <> 'Ada'",
                "Größe_2 >= 5 AND имя = 'Я😀'   | Größe_2 >= 5 AND имя = 'Я😀'",
                "in = 1 AND not <> 2           | in = 1 AND not <> 2",
                "path = 'a\\b'                 | path = 'a\\b'",
            })
    void readsAndWrites(String written, String shortForm) {
        Condition condition = Condition.parse(written);
        assertThat(condition).hasToString(shortForm);
        assertThat(Condition.parse(condition.toString())).isEqualTo(condition);
        assertThat(Condition.parse(condition.toJson())).isEqualTo(condition);
    }

    @Test
    void listNumbersAreNumbersUnlessThatLosesZeros() {
        assertThat(Condition.parse("zip IN (01234, 97201, -1.50, '5')").toJson())
                .contains("[{\"value\":\"01234\"},{\"value\":97201},{\"value\":-1.50},{\"value\":\"5\"}]");
    }

    @Test
    void unicodeIsNotEncodedTwice() {
        assertThat(Condition.parse("имя = 'Zoë \\u00e9 😀'").toJson()).contains("имя", "Zoë", "😀", "\\\\u00e9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                        | The condition is empty",
                "id != 5                   | position 4: unknown operator '!=' after 'id'. Write <> instead. Allowed: =, <>, <",
                "id == 5                   | Write = instead",
                "id => 5                   | Write >= instead",
                "email IS NOT NULL         | The API has no such test; write <> '' instead",
                "email is not empty        | The API has no such test; write <> '' instead",
                "email IS 'x'              | position 10: expected NULL after IS but found the text 'x'",
                "name NOT LIKE 'x'         | position 6: unknown operator 'NOT LIKE' after 'name'",
                "id BETWEEN 1 AND 2        | f >= 1 AND f <= 9.",
                "tags CONTAINS 'x'         | Write LIKE '%text%' instead",
                "city = Bend               | position 8: expected a text in quotes or a number after = but found 'Bend'. Put texts into quotes: 'Bend'",
                "email = nora@example.com  | Put texts into quotes: 'nora'",
                "f1 = true                 | Checkboxes are compared with 1 and 0",
                "f1 = NULL                 | Write 'f1 IS NULL'",
                "date > 2026-01-05         | '2026-01-05' is not a number. Put texts into quotes; compare date fields with Unix seconds",
                "a > 1e5                   | '1e5' is not a number",
                "(a = 1 OR b = 2) AND c = 3 | position 1: the API has no parentheses around clauses",
                "a = 1 AND (b = 2)         | position 11: the API has no parentheses around clauses",
                "a = 1 && b = 2            | position 7: expected AND, OR or the end but found '&&'. Write AND instead",
                "a = 1 b = 2               | position 7: expected AND, OR or the end but found 'b'",
                "a = 1 AND                 | position 10: expected a field name but found the end",
                "AND a = 1                 | position 1: expected a field name but found 'AND'",
                "'a' = 1                   | Field names stand without quotes",
                "1 = 1                     | expected a field name but found '1'",
                "a                         | expected an operator after 'a': =, <>, <, >, <=, >=, IN, NOT IN, IS NULL, LIKE but found the end",
                "a =                       | position 4: expected a text in quotes or a number after = but found the end",
                "a IN 1                    | expected a list in parentheses after IN",
                "a IN ()                   | expected a text in quotes or a number after IN but found ')'",
                "a IN (1 2)                | expected a comma or a closing parenthesis",
                "a IN (1,                  | found the end",
                "a = 'x                    | position 5: the text that starts here has no closing '",
                "a = ‘x’                   | unexpected character '‘'. Use straight quotes",
                "a = ${header.x}           | unexpected character '$'. Put texts into quotes",
            })
    void refuses(String written, String message) {
        assertThatThrownBy(() -> Condition.parse(written))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void errorsShowALongConditionOnlyInPart() {
        assertThatThrownBy(() -> Condition.parse("a = 1 ".repeat(1000)))
                .message()
                .hasSizeLessThan(400)
                .endsWith("...");
    }
}
