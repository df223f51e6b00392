package io.github.camelontraport.api.page;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.type.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads records from replies whose {@code data} comes in several shapes. */
public final class RecordParser {

    private RecordParser() {}

    /** The records of a collection: an array, one bare object, or one of the API's forms of nothing. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> of(ApiReply reply, String path) {
        Object data = reply.value();
        if (isNothing(data)) {
            return List.of();
        }
        if (data instanceof Map<?, ?> record) {
            return List.of((Map<String, Object>) record);
        }
        if (!(data instanceof List<?> rows)) {
            throw unexpected(path, "a value where records were expected");
        }
        if (rows.stream().anyMatch(row -> !(row instanceof Map))) {
            throw unexpected(path, "a list with an element that is no record");
        }
        return (List<Map<String, Object>>) data;
    }

    /** The one record: an object, or an array of one as landing pages come. */
    public static Optional<Map<String, Object>> one(ApiReply reply, String path) {
        List<Map<String, Object>> rows = of(reply, path);
        if (rows.size() > 1) {
            throw unexpected(path, rows.size() + " records instead of one");
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The record's id, which is a text or a number; some types have it in another field than {@code id}. */
    public static OptionalLong id(Map<String, ?> row, ObjectType type) {
        Object id = row.get(type.idField()) != null ? row.get(type.idField()) : row.get("id");
        try {
            return OptionalLong.of(Long.parseLong(Json.text(id)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The failure of a call whose reply is not what the API promises. */
    public static ApiException unexpected(String path, String found) {
        return ApiException.details(Kind.OTHER, path + " answered with " + found)
                .status(200)
                .build();
    }

    private static boolean isNothing(Object data) {
        return data == null
                || (data instanceof Map<?, ?> object && object.isEmpty())
                || (data instanceof List<?> array && array.isEmpty())
                || data.equals("");
    }
}
