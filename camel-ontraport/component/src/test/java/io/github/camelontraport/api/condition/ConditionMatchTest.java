package io.github.camelontraport.api.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                // numbers
                "f = 5                | 5            | YES",
                "f = 5                | 5.00         | YES",
                "f = 5                | 6            | NO",
                "f = '5'              | 05           | YES",
                "f <> 5               | 5.0          | NO",
                "f <> 5               | 05           | YES",
                "f <> 5               | 6            | YES",
                "f > 9                | 10           | YES",
                "f > 10               | 9            | NO",
                "f >= 10              | 10           | YES",
                "f < 10               | 10           | NO",
                "f <= 9.99            | 10           | NO",
                "id IN (1, 2)         | 2            | YES",
                "id IN (1, 2)         | 3            | NO",
                "f NOT IN (1, 2)      | 2            | NO",
                "f NOT IN (1, 2)      | 3            | YES",
                // texts
                "f = 'bend'           | Bend         | YES",
                "f = 'Zoe'            | ZOË          | YES",
                "f = 'Straße'         | STRASSE      | YES",
                "f = 'ΜΆΣ'            | μας          | YES",
                "f = 'Łódź'           | lodz         | YES",
                "f = 'x  '            | x            | YES",
                "f = '😀'             | 😎           | YES",
                "f = 'Bend'           | Salem        | NO",
                "f = 'Bend'           | 0            | NO",
                "f <> 'Bend'          | Bend         | NO",
                "f <> 'Bend'          | BEND         | YES",
                "f <> 'Bend'          | Salem        | YES",
                "f > 'm'              | a            | UNKNOWN",
                "f < 5                | abc          | UNKNOWN",
                // patterns
                "f LIKE 'O''Br%'      | o'brien      | YES",
                "f LIKE '%@x.org'     | nora@x.org   | YES",
                "f LIKE '%@x.org'     | nora@y.org   | NO",
                "f LIKE 'a_c'         | aßc          | YES",
                "f LIKE 'a_c'         | a😀c         | YES",
                "f LIKE 'a_c'         | ac           | NO",
                "f LIKE '%*/*4*/*%'   | */*4*/*11*/* | YES",
                "f LIKE '%*/*5*/*%'   | */*4*/*11*/* | NO",
                "f LIKE 'ﬁ_'          | fix          | YES",
                "f LIKE 'a\\%'        | b            | UNKNOWN",
                "f LIKE '%'           | null         | YES",
                "f LIKE '_%'          | ``           | NO",
                // unset and booleans
                "f IS NULL            | null         | YES",
                "f IS NULL            | ``           | YES",
                "f IS NULL            | 0            | YES",
                "f IS NULL            | 0.00         | YES",
                "f IS NULL            | */**/*       | YES",
                "f IS NULL            | x            | NO",
                "f = ''               | null         | YES",
                "f = ''               | 0            | YES",
                "f = 0                | null         | YES",
                "f = ''               | x            | NO",
                "f <> ''              | ``           | NO",
                "f <> ''              | null         | NO",
                "f <> ''              | x            | YES",
                "f <> 0               | ``           | YES",
                "f <> 0               | 0.00         | NO",
                "f > 1760000000       | null         | NO",
                "f < 1760000000       | null         | YES",
                "f = 0                | false        | YES",
                "f = 1                | false        | NO",
                "f <> 1               | true         | NO",
            })
    void comparesLikeALenientServer(String condition, String value, MatchResult expected) {
        Map<String, Object> record = new HashMap<>();
        record.put("f", value);
        record.put("id", value);
        assertThat(Condition.parse(condition).matches(record)).isEqualTo(expected);
    }

    @Test
    void takesValuesOfOtherTypes() {
        assertThat(Condition.parse("f = 1 AND g = 5 AND h = 1.5").matches(Map.of("f", true, "g", 5L, "h", 1.5)))
                .isEqualTo(MatchResult.YES);
        assertThat(Condition.parse("[{\"field\":{\"field\":\"f\"},\"op\":\"=\",\"value\":{\"value\":true}}]")
                        .matches(Map.of("f", "1")))
                .isEqualTo(MatchResult.YES);
        assertThat(Condition.parse("f = 1").matches(Map.of("f", List.of(1)))).isEqualTo(MatchResult.UNKNOWN);
    }

    @Test
    void isUnknownOnlyWhenTheMissingFieldDecides() {
        Map<String, Object> record = Map.of("a", "1", "b", "2");
        assertThat(Condition.parse("x = 1").matches(record)).isEqualTo(MatchResult.UNKNOWN);
        assertThat(Condition.parse("a = 1 AND x = 1").matches(record)).isEqualTo(MatchResult.UNKNOWN);
        assertThat(Condition.parse("a = 2 AND x = 1").matches(record)).isEqualTo(MatchResult.NO);
        assertThat(Condition.parse("a = 1 OR x = 1").matches(record)).isEqualTo(MatchResult.YES);
        assertThat(Condition.parse("a = 2 OR x = 1").matches(record)).isEqualTo(MatchResult.UNKNOWN);
    }

    @Test
    void mixedAndOrHoldsInEitherReading() {
        Map<String, Object> record = Map.of("a", "1", "b", "0", "c", "0");
        // True when AND binds closer, false from left to right.
        assertThat(Condition.parse("a = 1 OR b = 1 AND c = 1").matches(record)).isEqualTo(MatchResult.YES);
        assertThat(Condition.parse("b = 1 OR a = 1 AND c = 1").matches(record)).isEqualTo(MatchResult.NO);
    }

    @Test
    void manyWildcardsOnALongTextTakeNoLongTime() {
        String pattern = "%a".repeat(30) + "b";
        assertThat(LikePattern.match("a".repeat(20_000), pattern)).isFalse();
    }

    @Test
    void combinesThreeValues() {
        assertThat(Arrays.stream(MatchResult.values()).map(MatchResult.UNKNOWN::and))
                .containsExactly(MatchResult.NO, MatchResult.UNKNOWN, MatchResult.UNKNOWN);
        assertThat(Arrays.stream(MatchResult.values()).map(MatchResult.UNKNOWN::or))
                .containsExactly(MatchResult.UNKNOWN, MatchResult.UNKNOWN, MatchResult.YES);
    }
}
