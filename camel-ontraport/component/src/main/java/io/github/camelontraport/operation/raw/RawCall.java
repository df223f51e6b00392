package io.github.camelontraport.operation.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;
import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Chunks;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.call.DeclinedCharge;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.FormEncoding;
import io.github.camelontraport.operation.call.SentCall;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Makes one call of any kind. It stays below the base URL and keeps the credentials. A call that equals a row of the table
 * of operations has that row's guard, encoding and retry rule.
 */
final class RawCall {

    private final RawCallRules rules;
    private final OperationContext context;

    RawCall(RawCallRules rules, OperationContext context) {
        this.rules = rules;
        this.context = context;
    }

    CompletionStage<OperationResult> run() {
        RawRequest given = RawRequest.of(context);
        ObjectNode named = given.parameters().deepCopy();
        RawCallRule rule = rules.of(given.method(), given.path(), named);
        rule.guard().check(given.parameters(), context::mayTakeWholeType);
        ApiRequest request = request(given, rule, retryRule(given, rule, named));
        return context.send(request).thenApply(reply -> result(rule, request, reply));
    }

    private RetryRule retryRule(RawRequest given, RawCallRule rule, ObjectNode named) {
        ObjectType type = Optional.of(named.path("objectID").asText())
                .filter(id -> id.matches("\\d{1,9}"))
                .flatMap(ObjectTypes::find)
                .orElse(null);
        return rule.retryRule()
                .of(new SentCall(given.method(), given.path(), type, named, () -> context.uniqueFields(type)));
    }

    private static ApiRequest request(RawRequest given, RawCallRule rule, RetryRule retryRule) {
        boolean inQuery = given.method().equals("DELETE") && rule.encoding() == Encoding.QUERY;
        if (given.method().equals("DELETE")
                && !inQuery
                && given.body() != null
                && !given.query().isEmpty()) {
            // Some HTTP servers and proxies drop the body of a DELETE, and what is left must not select more.
            throw new InvalidInputException(
                    "Give the parameters of a DELETE either all in the query or all in the body");
        }
        Map<String, String> query = inQuery ? FormEncoding.of(given.parameters()) : given.query();
        if (inQuery && query.getOrDefault("ids", "").length() > Chunks.QUERY_CAP) {
            throw new InvalidInputException(
                    "So many ids do not fit into a URL; operation deleteAll cuts them into calls");
        }
        RequestBody body = inQuery || given.body() == null ? RequestBody.NONE : encoded(given, rule);
        return new ApiRequest(given.method(), given.path(), query, given.headers(), body, retryRule);
    }

    private static RequestBody encoded(RawRequest given, RawCallRule rule) {
        boolean form = given.contentType().map(RequestBody.FORM::equals).orElse(rule.encoding() == Encoding.FORM);
        return form ? RequestBody.form(FormEncoding.of(given.body())) : RequestBody.json(given.body());
    }

    private OperationResult result(RawCallRule rule, ApiRequest request, ApiReply reply) {
        if (rule.chargesCard() && context.parameters().fixed().failOnDecline()) {
            if (rule.repliesWithMap()) {
                refuseText(request, reply.data());
            }
            DeclinedCharge.refuse(request.toString(), reply.data(), 1);
        }
        return OperationResult.of(reply.value());
    }

    private static void refuseText(ApiRequest request, JsonNode data) {
        if (data != null && data.isTextual()) {
            throw ApiException.details(Kind.OTHER, request + " answered with a text instead of a result")
                    .status(200)
                    .text(data.asText())
                    .attempts(1)
                    .outcomeUnknown(true)
                    .build();
        }
    }
}
