package io.github.camelontraport.sandbox.page;

import io.github.camelontraport.sandbox.account.type.TypeCatalog;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParser;
import io.github.camelontraport.sandbox.server.LoggedRequest;
import io.github.camelontraport.sandbox.server.RequestLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest requests. Queries and bodies stay out, as they may hold secrets, such as the token of a webhook's URL. */
final class RequestsView {

    private static final int SHOWN = 50;

    private final TypeCatalog types;
    private final RequestLog log;

    RequestsView(TypeCatalog types, RequestLog log) {
        this.types = types;
        this.log = log;
    }

    Map<String, Object> show() {
        return Map.of(
                "total",
                log.count(),
                "latest",
                Newest.of(log.latest(), SHOWN).stream().map(this::show).toList());
    }

    private Map<String, Object> show(LoggedRequest request) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("time", request.time().getEpochSecond());
        shown.put("method", request.method());
        shown.put("path", Texts.shortened(request.path()));
        shown.put("type", type(request).map(TypeDefinition::name).orElse(""));
        shown.put("status", request.status());
        return shown;
    }

    /** The type that the request names, as most paths serve all types. */
    private Optional<TypeDefinition> type(LoggedRequest request) {
        try {
            Long id = RequestParser.of(
                            new AccountRequest(request.method(), request.path(), "", request.headers(), request.body()))
                    .number("objectID");
            String queried = request.query().get("objectID");
            return id == null && queried != null && queried.matches("[0-9]{1,9}")
                    ? types.find(Long.parseLong(queried))
                    : Optional.ofNullable(id).flatMap(types::find);
        } catch (ApiErrorException e) {
            // A request that cannot be parsed.
            return Optional.empty();
        }
    }
}
