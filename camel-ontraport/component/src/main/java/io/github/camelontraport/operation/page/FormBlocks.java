package io.github.camelontraport.operation.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.value.BodyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The blocks of forms: all of the account by id and name, or the ids of those of one form, whose name is the body. */
final class FormBlocks {

    private static final String ALL = "/Form/getAllFormBlocks";
    private static final String OF_ONE = "/Form/getBlocksByFormName";
    private static final int PAGE_SIZE = 50;

    private final OperationContext task;
    private final Map<String, Object> blocks = new LinkedHashMap<>();
    private final CompletableFuture<OperationResult> result = new CompletableFuture<>();

    private FormBlocks(OperationContext task) {
        this.task = task;
    }

    static CompletionStage<OperationResult> read(OperationContext task) {
        JsonNode body = BodyReader.jsonOrText(task.inputs().body());
        if (body.isNull()) {
            FormBlocks all = new FormBlocks(task);
            all.page(0);
            return all.result;
        }
        String name = body.isTextual() ? body.asText() : nameIn(body);
        return task.call(ApiRequest.get(OF_ONE, Map.of("name", name))).thenApply(FormBlocks::ids);
    }

    /** A form that was read has its name under {@code formname}. */
    private static String nameIn(JsonNode body) {
        if (body instanceof ObjectNode form && (form.hasNonNull("name") || form.hasNonNull("formname"))) {
            return KnownKeys.text(form, "The body", form.hasNonNull("formname") ? "formname" : "name")
                    .orElseThrow();
        }
        throw new InvalidInputException(
                "Operation formBlocks takes the name of a form, as a text or under name or formname "
                        + "in an object; or an empty body for the blocks of all forms");
    }

    private static OperationResult ids(ApiReply reply) {
        JsonNode data = reply.data();
        JsonNode listed = data != null && data.isObject() && data.has("block_ids") ? data.path("block_ids") : data;
        List<Object> ids = new ArrayList<>();
        if (listed != null && listed.isContainerNode()) {
            listed.forEach(id -> ids.add(id.asText()));
        } else if (listed != null && !listed.asText("").isBlank()) {
            throw RecordParser.unexpected(OF_ONE, "something other than a list of ids");
        }
        return OperationResult.counted(ids, (long) ids.size());
    }

    private void page(int number) {
        Futures.guarded(() -> task.call(ApiRequest.get(ALL, Map.of("page", Integer.toString(number)))))
                .thenAccept(reply -> accept(number, reply))
                .exceptionally(failure -> {
                    result.completeExceptionally(Futures.cause(failure));
                    return null;
                });
    }

    private void accept(int number, ApiReply reply) {
        JsonNode data = reply.data();
        boolean none = data == null || data.isNull() || data.isContainerNode() && data.isEmpty();
        if (!none && !data.isObject()) {
            throw RecordParser.unexpected(ALL, "something other than names of blocks by their ids");
        }
        int before = blocks.size();
        if (!none) {
            blocks.putAll(RecordMaps.map(data));
        }
        if (none || data.size() < PAGE_SIZE) {
            result.complete(OperationResult.counted(blocks, (long) blocks.size()));
        } else if (blocks.size() == before) {
            throw RecordParser.unexpected(ALL, "the same page again; it ignored page");
        } else {
            page(number + 1);
        }
    }
}
