package io.github.camelontraport.operation.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.async.AsyncLoop;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.operation.KnownKeys;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.RecordMaps;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.value.BodyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads the blocks of forms: those of the account as names by id, or the ids of those of the form that the body names. */
final class FormBlocks {

    static final ApiCall ALL = ApiCall.get("/Form/getAllFormBlocks");
    static final ApiCall OF_ONE = ApiCall.get("/Form/getBlocksByFormName");

    private static final int PAGE_SIZE = 50;

    private final OperationContext context;
    private final Map<String, Object> blocks = new LinkedHashMap<>();
    private int number;
    private boolean complete;

    private FormBlocks(OperationContext context) {
        this.context = context;
    }

    static CompletionStage<OperationResult> read(OperationContext context) {
        JsonNode body = BodyReader.jsonOrText(context.parameters().body());
        if (body.isNull()) {
            return new FormBlocks(context).all();
        }
        String name = body.isTextual() ? body.asText() : nameIn(body);
        return context.send(OF_ONE, JsonNodeFactory.instance.objectNode().put("name", name), FormBlocks::ids);
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
            throw RecordParser.unexpected(OF_ONE.path(), "something other than a list of ids");
        }
        return OperationResult.counted(ids, (long) ids.size());
    }

    private CompletionStage<OperationResult> all() {
        return AsyncLoop.run(() -> !complete, this::page)
                .thenApply(unused -> OperationResult.counted(blocks, (long) blocks.size()));
    }

    private CompletionStage<OperationResult> page() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("page", number++);
        return context.send(ALL, parameters, this::add);
    }

    /** Adds the blocks of a page. A page that is not full is the last one. */
    private OperationResult add(ApiReply reply) {
        JsonNode data = reply.data();
        boolean none = data == null || data.isNull() || (data.isContainerNode() && data.isEmpty());
        if (!none && !data.isObject()) {
            throw RecordParser.unexpected(ALL.path(), "something other than names of blocks by their ids");
        }
        int before = blocks.size();
        if (!none) {
            blocks.putAll(RecordMaps.map(data));
        }
        boolean full = !none && data.size() >= PAGE_SIZE;
        if (full && blocks.size() == before) {
            throw RecordParser.unexpected(ALL.path(), "the same page again; it ignored page");
        }
        complete = !full;
        return OperationResult.of(null);
    }
}
