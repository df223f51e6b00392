package io.github.camelontraport.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.camelontraport.api.InvalidInputException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads single values of headers and options. All of them take the same forms: text, number, Boolean, enum constant, UUID, a
 * JSON value node, and an Optional of these.
 */
public final class ScalarReader {

    private static final String ACCEPTED =
            "accepted are a text, a number, a Boolean, an enum constant, a UUID, a JSON value, or an Optional of these";

    private ScalarReader() {}

    /** The value without Optionals and JSON nodes of single values around it; {@code null} when there is no value. */
    public static Object unwrapped(Object value) {
        if (value instanceof Optional<?> optional) {
            return unwrapped(optional.orElse(null));
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        if (value instanceof POJONode node) {
            return unwrapped(node.getPojo());
        }
        if (value instanceof JsonNode node && !node.isContainerNode() && !node.isBinary()) {
            return ValueDecoder.of(node);
        }
        return value;
    }

    /**
     * The value as text. Numbers are written with all their digits, without exponent, and without zeros behind the point
     * when they are whole.
     *
     * @param source what gave the value, for the error message
     * @throws InvalidInputException when it is not a single value
     */
    public static String text(Object value, String source) {
        String text = find(value)
                .orElseThrow(() -> new InvalidInputException(
                        source + " is " + describe(value) + ", which is not a single value; " + ACCEPTED));
        if (TextChecks.isBroken(text)) {
            throw new InvalidInputException(
                    source + " holds half of a character (a lone surrogate), which cannot be sent");
        }
        return text;
    }

    /** As {@link #text}; empty when it is not a single value. */
    static Optional<String> find(Object value) {
        Object plain = unwrapped(value);
        if (plain instanceof CharSequence
                || plain instanceof Character
                || plain instanceof Boolean
                || plain instanceof AtomicBoolean
                || plain instanceof UUID) {
            return Optional.of(plain.toString());
        }
        if (plain instanceof Enum<?> constant) {
            return Optional.of(EnumText.of(constant));
        }
        return plain instanceof Number number ? number(number) : Optional.empty();
    }

    private static Optional<String> number(Number number) {
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            boolean shown = Math.abs((long) decimal.scale()) <= 400;
            return shown ? Optional.of(plain(decimal)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal decimal) {
        boolean whole = decimal.scale() > 0 && decimal.stripTrailingZeros().scale() <= 0;
        return (whole ? decimal.setScale(0) : decimal).toPlainString();
    }

    private static String describe(Object value) {
        Object plain = unwrapped(value);
        if (plain instanceof Number) {
            return "the number " + plain;
        }
        return plain != null && plain.getClass().isArray()
                ? "a " + plain.getClass().getSimpleName()
                : BodyNormalizer.describe(plain);
    }
}
