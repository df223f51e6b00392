package io.github.camelontraport.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what to do for a method and path. Paths are case-sensitive. */
final class Router {

    private final Account account;
    private final Map<String, Route> routes = new HashMap<>();

    Router(Account account) {
        this.account = account;
        for (Endpoint endpoint : endpoints(account)) {
            if (endpoint.genericPath() != null) {
                add(endpoint, endpoint.genericPath(), null);
            }
            StandardTypes.ALL.stream().filter(type -> type.verbs().contains(endpoint.verb()))
                    .forEach(type -> addTyped(endpoint, type));
        }
        MessageHandlers messages = new MessageHandlers(account);
        add(Endpoint.of("POST", null, null, Verb.READ, messages::create), "/message", ObjectType.MESSAGE);
        add(Endpoint.of("PUT", null, null, Verb.READ, messages::update), "/message", ObjectType.MESSAGE);
        addCalls(new TaskHandlers(account).calls(), ObjectType.TASK);
        addCalls(new SaleHandlers(account).calls(), ObjectType.TRANSACTION);
        addCalls(new InvoiceHandlers(account).calls(), ObjectType.TRANSACTION);
        addCalls(new OrderHandlers(account).calls(), ObjectType.ORDER);
    }

    private static List<Endpoint> endpoints(Account account) {
        ReadHandlers read = new ReadHandlers(account);
        WriteHandlers write = new WriteHandlers(account);
        DeleteHandlers delete = new DeleteHandlers(account);
        InfoHandlers info = new InfoHandlers(account);
        TagHandlers tags = new TagHandlers(account);
        return List.of(
                Endpoint.of("GET", "/object", "/{one}", Verb.READ, read::one),
                Endpoint.of("GET", "/objects", "/{many}", Verb.READ, read::many),
                Endpoint.of("GET", "/object/getByEmail", null, Verb.READ, read::byEmail),
                Endpoint.of("GET", "/object/getByUniqueId", null, Verb.READ, read::byUniqueId),
                Endpoint.of("GET", "/objects/getInfo", "/{many}/getInfo", Verb.READ, info::info),
                new Endpoint("GET", "/objects/meta", "/{many}/meta", Verb.READ, true, info::meta),
                Endpoint.of("POST", "/objects", "/{many}", Verb.CREATE, write::create),
                Endpoint.of("PUT", "/objects", "/{many}", Verb.UPDATE, write::update),
                Endpoint.of("POST", "/objects/saveorupdate", "/{many}/saveorupdate", Verb.UPSERT, write::upsert),
                Endpoint.of("DELETE", "/object", "/{one}", Verb.DELETE_ONE, delete::one),
                Endpoint.of("DELETE", "/objects", "/{many}", Verb.DELETE_MANY, delete::many),
                Endpoint.of("GET", "/objects/tag", null, Verb.READ, tags::recordsWithTag),
                Endpoint.of("PUT", "/objects/tag", null, Verb.UPDATE, tags::add),
                Endpoint.of("DELETE", "/objects/tag", null, Verb.UPDATE, tags::remove),
                Endpoint.of("PUT", "/objects/tagByName", null, Verb.UPDATE, tags::addByName),
                Endpoint.of("DELETE", "/objects/tagByName", null, Verb.UPDATE, tags::removeByName));
    }

    /** @throws ApiException when there is no such path, or not for that type */
    Reply route(String method, String path, Parameters parameters) {
        Route route = routes.get(key(method, path));
        if (route == null) {
            throw ApiException.noSuchPath();
        }
        return route.endpoint().handler().handle(type(route, parameters), parameters);
    }


    private ObjectType type(Route route, Parameters parameters) {
        if (route.typeId() != null) {
            return account.types().get(route.typeId());
        }
        if (route.endpoint().typeOptional() && parameters.text("objectID") == null) {
            return null;
        }
        parameters.require("objectID");
        ObjectType type = account.types().find(parameters.number("objectID"))
                .orElseThrow(() -> ApiException.invalid("Invalid value for parameter: objectID"));
        if (!type.verbs().contains(route.endpoint().verb())) {
            throw ApiException.noSuchPath();
        }
        return type;
    }

    private void addTyped(Endpoint endpoint, ObjectType type) {
        String template = endpoint.typedPath();
        if (template != null) {
            String name = template.contains("{one}") ? type.singular() : type.plural();
            if (name != null) {
                add(endpoint, template.replace("{one}", name).replace("{many}", name), type.id());
            }
        }
    }

    /** @param calls what to do by method and path */
    private void addCalls(Map<String, Handler> calls, int typeId) {
        calls.forEach((call, handler) -> {
            String[] methodAndPath = call.split(" ");
            add(Endpoint.of(methodAndPath[0], null, null, Verb.READ, handler), methodAndPath[1], typeId);
        });
    }

    private void add(Endpoint endpoint, String path, Integer typeId) {
        routes.put(key(endpoint.method(), path), new Route(endpoint, typeId));
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    /** @param typeId null when the call names the type */
    private record Route(Endpoint endpoint, Integer typeId) {
    }
}
