package io.github.camelontraport.api.page;

import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.type.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The common part of all requests that read one collection.
 *
 * @param path       of the collection
 * @param parameters everything but objectID, condition, sort and paging
 * @param condition  {@code null} for none
 * @param pageSize   1 to {@link #MAX_PAGE_SIZE} rows
 * @param limit      most rows in all; 0 for every row
 */
public record PageRequest(
        OntraportClient client,
        CallContext usage,
        ObjectType type,
        String path,
        Map<String, String> parameters,
        Condition condition,
        int pageSize,
        long limit) {

    /** The server silently cuts larger pages to this. */
    public static final int MAX_PAGE_SIZE = 50;

    public PageRequest {
        parameters = Map.copyOf(parameters);
        // With a larger one every page would come short, which is read as the last.
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE || limit < 0) {
            throw new InvalidInputException("pageSize is 1 to " + MAX_PAGE_SIZE
                    + ", and limit 0 (all) or more; given were " + pageSize + " and " + limit);
        }
    }

    /** The same request with another condition. */
    public PageRequest with(Condition other) {
        return new PageRequest(client, usage, type, path, parameters, other, pageSize, limit);
    }

    /** The size of the next page when so many rows have been read. */
    int range(long read) {
        return limit == 0 ? pageSize : (int) Math.min(pageSize, limit - read);
    }

    boolean reached(long read) {
        return limit != 0 && read >= limit;
    }

    /** Reads one page; the given parameters come on top of the common ones. */
    public CompletionStage<List<Map<String, Object>>> read(Map<String, String> page, Condition condition) {
        Map<String, String> query = new LinkedHashMap<>(type.parametersAt(path));
        query.putAll(parameters);
        query.putAll(page);
        if (condition != null) {
            query.put("condition", condition.toJson());
        }
        return client.call(ApiRequest.get(path, query), usage).thenApply(this::rows);
    }

    private List<Map<String, Object>> rows(ApiReply reply) {
        return RecordParser.of(reply, path);
    }
}
