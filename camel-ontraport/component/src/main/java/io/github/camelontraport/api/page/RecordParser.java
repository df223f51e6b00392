package io.github.camelontraport.api.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.type.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads records from replies whose {@code data} comes in several shapes. */
public final class RecordParser {

    private RecordParser() {}

    /** The records of a collection: an array, one bare object, or one of the API's forms of nothing. */
    public static List<JsonNode> of(ApiReply reply, String path) {
        JsonNode data = reply.data();
        if (isNothing(data)) {
            return List.of();
        }
        if (data.isObject()) {
            return List.of(data);
        }
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : data) {
            if (!row.isObject()) {
                throw unexpected(path, "a list with an element that is no record");
            }
            rows.add(row);
        }
        if (!data.isArray()) {
            throw unexpected(path, "a value where records were expected");
        }
        return rows;
    }

    /** The one record: an object, or an array of one as landing pages come. */
    public static Optional<JsonNode> one(ApiReply reply, String path) {
        List<JsonNode> rows = of(reply, path);
        if (rows.size() > 1) {
            throw unexpected(path, rows.size() + " records instead of one");
        }
        return rows.stream().findFirst();
    }

    /** The record's id, which is a text or a number; some types have it in another field than {@code id}. */
    public static OptionalLong id(JsonNode row, ObjectType type) {
        JsonNode id = row.hasNonNull(type.idField()) ? row.get(type.idField()) : row.path("id");
        try {
            return OptionalLong.of(Long.parseLong(id.asText()));
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

    private static boolean isNothing(JsonNode data) {
        return data == null
                || data.isNull()
                || (data.isContainerNode() && data.isEmpty())
                || (data.isTextual() && data.asText().isEmpty());
    }
}
