package io.github.camelontraport.operation.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowComparisonTest {

    private static final KeyRule KEY = new KeyRule("email", true);

    private static ObjectNode row(String value) {
        return JsonNodeFactory.instance.objectNode().put("f", value);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a, a, true",
                "a, A, false",
                "\"a \", a, false",
                "01234, 1234, false",
                "3, 3.00, false",
                "*/*1*/*2*/*, */*2*/*1*/*, true",
                "*/*1*/*2*/*, */*2*/*, false",
                "\"\", a, false",
                "\"\", \"\", true"
            })
    void comparesTexts(String wanted, String has, boolean equal) {
        assertThat(RowComparison.isEqual(row(wanted), Map.of("f", has), KEY)).isEqualTo(equal);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, true", "3, 3.00, true", "3.50, 3.5, true", "3, 03, false", "3, 4, false", "3, x, false"})
    void comparesNumbersByTheirValue(BigDecimal wanted, String has, boolean equal) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("f", wanted);

        assertThat(RowComparison.isEqual(row, Map.of("f", has), KEY)).isEqualTo(equal);
    }

    @Test
    void anEmptyTextIsAnEmptyFieldButNotAMissingOne() {
        Map<String, Object> record = new HashMap<>();
        assertThat(RowComparison.isEqual(row(""), record, KEY)).isFalse();

        record.put("f", null);
        assertThat(RowComparison.isEqual(row(""), record, KEY)).isTrue();
        assertThat(RowComparison.isEqual(row("x"), record, KEY)).isFalse();
    }

    @Test
    void theKeyIsComparedAsKeysAre() {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("email", "nora@example.com");

        assertThat(RowComparison.isEqual(row, Map.of("email", "Nora@Example.com"), KEY))
                .isTrue();
    }

    @Test
    void structuresAreNeverSurelyEqual() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.putArray("f").add(1);

        assertThat(RowComparison.isEqual(row, Map.of("f", "[1]"), KEY)).isFalse();
    }
}
