package io.github.camelontraport.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import java.util.Map;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "streaming", boolean.class,
            "limit", int.class,
            "tagId", Long.class,
            "delay", long.class,
            "repeatCount", long.class,
            "search", String.class);

    private static final PropertyConfigurerGetter OPTIONS = new PropertyConfigurerGetter() {

        @Override
        public Class<?> getOptionType(String name, boolean ignoreCase) {
            return TYPES.get(name);
        }

        @Override
        public Object getOptionValue(Object target, String name, boolean ignoreCase) {
            throw new UnsupportedOperationException();
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            streaming   | ` true`   | true
            streaming   | `FALSE `  | FALSE
            limit       | ` 2`      | 2
            limit       | `2\t`     | 2
            limit       | `+2`      | 2
            limit       | `-1`      | -1
            tagId       | ` 7`      | 7
            delay       | ` 1m30s ` | 1m30s
            delay       | `PT5S`    | PT5S
            delay       | `500`     | 500
            repeatCount | ` 3 `     | 3
            search      | ` a+b `   | ` a+b `
            limit       | `#bean:x` | #bean:x
            nope        | ` x`      | ` x`
            """)
    void givesTheCheckedText(String option, String text, String value) {
        assertThat(OptionParser.parse(OPTIONS, option, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            streaming   | yes           | neither true nor false
            limit       | 2.0           | not a whole number
            limit       | 2147483648    | not a whole number
            limit       | ``            | not a whole number
            tagId       | VIP           | not a whole number
            delay       | 5 min         | not a duration such as
            delay       | 1.5s          | not a duration such as
            delay       | ``            | not a duration such as
            delay       | 5s1m          | not a duration such as
            repeatCount | 5s            | not a whole number
            """)
    void refusesWhatCamelWouldReadAsAnotherValue(String option, String text, String words) {
        assertThatThrownBy(() -> OptionParser.parse(OPTIONS, option, text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Option " + option + ": '" + text + "' is " + words);
    }

    @Test
    void leavesOtherObjectsAsTheyAre() {
        assertThat(OptionParser.parse(OPTIONS, "limit", 5)).isEqualTo(5);
    }
}
