package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.type.StandardTypes;
import io.github.camelontraport.sandbox.account.type.TypeCatalog;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds the endpoint of a request by method and path. Paths are case-sensitive. */
public final class Router {

    private final TypeCatalog types;
    private final Map<String, Route> routes = new HashMap<>();

    public Router(Account account) {
        types = account.records().types();
        EndpointTable.of(account).forEach(this::add);
    }

    /** All calls: method, a blank, path. */
    public Set<String> calls() {
        return Collections.unmodifiableSet(routes.keySet());
    }

    /** @throws ApiErrorException when there is no such path, or not for the type */
    AccountReply route(String method, String path, RequestParameters parameters) {
        Route route = routes.get(key(method, path));
        if (route == null) {
            throw ApiErrorException.noSuchPath();
        }
        if (route.endpoint().formOnly() && parameters.isJson()) {
            throw ApiErrorException.invalid("Unsupported content type");
        }
        return route.endpoint().handler().handle(type(route, parameters), parameters);
    }

    private TypeDefinition type(Route route, RequestParameters parameters) {
        if (route.typeId() != null) {
            return types.get(route.typeId());
        }
        if (route.endpoint().typeOptional() && parameters.text("objectID") == null) {
            return null;
        }
        parameters.require("objectID");
        TypeDefinition type = types.find(parameters.number("objectID"))
                .orElseThrow(() -> ApiErrorException.invalid("Invalid value for parameter: objectID"));
        if (!type.verbs().contains(route.endpoint().action())) {
            throw ApiErrorException.noSuchPath();
        }
        return type;
    }

    private void add(Endpoint endpoint) {
        add(endpoint, endpoint.path(), endpoint.typeId());
        if (endpoint.typedPath() != null) {
            StandardTypes.ALL.stream()
                    .filter(type -> type.verbs().contains(endpoint.action()))
                    .forEach(type -> addTyped(endpoint, type));
        }
    }

    private void addTyped(Endpoint endpoint, TypeDefinition type) {
        String template = endpoint.typedPath();
        String name = template.contains("{one}") ? type.singular() : type.plural();
        if (name != null) {
            add(endpoint, template.replace("{one}", name).replace("{many}", name), type.id());
        }
    }

    private void add(Endpoint endpoint, String path, Integer typeId) {
        routes.put(key(endpoint.method(), path), new Route(endpoint, typeId));
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    /** @param typeId null when the request names the type */
    private record Route(Endpoint endpoint, Integer typeId) {}
}
