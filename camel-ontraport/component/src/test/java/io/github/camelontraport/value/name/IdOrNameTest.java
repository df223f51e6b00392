package io.github.camelontraport.value.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdOrNameTest {

    @Test
    void digitsAreAnId() {
        assertThat(IdOrName.parse("17", "Option x")).isEqualTo(new IdOrName(17L, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Renewal", "17 days", "v1.5", "-", "1.2.3", "1,2,3", "1e3", "²"})
    void anythingElseIsAName(String name) {
        assertThat(IdOrName.parse(name, "Option x")).isEqualTo(new IdOrName(null, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", "1.5", "1,5", "99999999999999999999"})
    void anotherNumberIsRefused(String number) {
        assertThatThrownBy(() -> IdOrName.parse(number, "Option x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Option x: '" + number + "' is not an id, a positive whole number");
    }
}
