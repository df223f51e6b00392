package io.github.camelontraport.value;

import io.github.camelontraport.api.InvalidInputException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds record ids in message bodies. */
final class BodyIds {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final String RANGE = "an id is a whole number from 1 to " + Long.MAX_VALUE + ".";
    private static final int SHOWN = 40;

    private final String idField;
    private final String where;

    /**
     * @param idField where the type's records hold their id, besides {@code id}
     * @param where   what holds the ids, for error messages
     */
    BodyIds(String idField, String where) {
        this.idField = idField;
        this.where = where;
    }

    List<Long> many(Object body) {
        Object plain = BodyNormalizer.plain(JsonBodyParser.parsed(body));
        if (plain == null) {
            return List.of();
        }
        Collection<?> elements = plain instanceof Collection<?> list
                ? list
                : plain instanceof CharSequence text ? List.of(text.toString().split(",", -1)) : List.of(plain);
        Set<Long> ids = new LinkedHashSet<>();
        int position = 0;
        for (Object element : elements) {
            String place = elements.size() == 1 ? "the id" : "element " + ++position + " of the ids";
            ids.add(element(where + ": " + place, element));
        }
        return List.copyOf(ids);
    }

    Optional<Long> one(Object body) {
        Object plain = BodyNormalizer.plain(JsonBodyParser.parsed(body));
        if (plain == null) {
            return Optional.empty();
        }
        if (plain instanceof Collection) {
            throw new InvalidInputException(
                    where + ": one id is needed, but it is " + BodyNormalizer.describe(plain) + ".");
        }
        if (plain instanceof Map<?, ?> record) {
            return idOf(record).map(id -> single(where + ": the id", id));
        }
        return Optional.of(single(where + ": the id", plain));
    }

    private long element(String place, Object element) {
        Object plain = BodyNormalizer.plain(element);
        if (plain instanceof Map<?, ?> record) {
            Object id = idOf(record)
                    .orElseThrow(() -> new InvalidInputException(place + " should be in a record, but it "
                            + "has no field '" + idField + "'" + (idField.equals("id") ? "." : " or 'id'.")));
            return single(place, id);
        }
        return single(place, plain);
    }

    private Optional<Object> idOf(Map<?, ?> record) {
        return Stream.of(idField, "id")
                .<Object>map(record::get)
                .map(BodyNormalizer::plain)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static long single(String place, Object value) {
        if (value instanceof Long || value instanceof Integer) {
            long id = ((Number) value).longValue();
            if (id > 0) {
                return id;
            }
        }
        if (!(value instanceof Number) && !(value instanceof CharSequence)) {
            throw new InvalidInputException(place + " is " + BodyNormalizer.describe(value) + "; " + RANGE);
        }
        String text = value.toString().strip();
        try {
            boolean number = value instanceof Number || DIGITS.matcher(text).matches();
            long id = number && text.length() <= SHOWN ? new BigDecimal(text).longValueExact() : 0;
            if (id > 0) {
                return id;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Too large, not whole, or not a number at all: said below.
        }
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        throw new InvalidInputException(place + " is '" + shown + "'; " + RANGE);
    }
}
