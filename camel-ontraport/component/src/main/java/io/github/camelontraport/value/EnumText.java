package io.github.camelontraport.value;

/** The text of enum constants: as Jackson writes them, so that {@code @JsonValue} counts wherever a constant stands. */
final class EnumText {

    private EnumText() {}

    static String of(Enum<?> constant) {
        return BeanReader.MAPPER.valueToTree(constant).asText();
    }
}
