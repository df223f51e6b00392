package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.ObjectType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One request, as far as a retry rule looks at it.
 *
 * @param method       HTTP method
 * @param path         relative to the base URL
 * @param type         of the records; {@code null} when it is not known
 * @param parameters   query and body together
 * @param uniqueFields reads the names of the type's unique fields from the account, which costs a request
 */
public record SentCall(
        String method,
        String path,
        ObjectType type,
        ObjectNode parameters,
        Supplier<CompletionStage<List<String>>> uniqueFields) {}
