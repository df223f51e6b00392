package io.github.camelontraport.sandbox;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            if ("/objects/fieldeditor".equals(endpoint.genericPath())) {
                add(endpoint, "/Contacts/fieldeditor", ObjectType.CONTACT);
                add(endpoint, "/Products/fieldeditor", ObjectType.PRODUCT);
            }
            StandardTypes.ALL.stream().filter(type -> type.verbs().contains(endpoint.verb()))
                    .forEach(type -> addTyped(endpoint, type));
        }
        MessageHandlers messages = new MessageHandlers(account);
        addSingle("POST", "/message", ObjectType.MESSAGE, messages::create);
        addSingle("PUT", "/message", ObjectType.MESSAGE, messages::update);
        WebhookHandlers webhooks = new WebhookHandlers(account);
        addSingle("POST", "/Webhook/subscribe", ObjectType.WEBHOOK, webhooks::subscribe);
        addSingle("DELETE", "/Webhook/unsubscribe", ObjectType.WEBHOOK, webhooks::unsubscribe);
        SingleHandlers singles = new SingleHandlers(account);
        addSingle("PUT", "/CreditCard/default", ObjectType.CREDIT_CARD, singles::setDefaultCard);
        addSingle("GET", "/landingPage/getHostedURL", ObjectType.LANDING_PAGE, singles::hostedUrl);
        addSingle("GET", "/form", ObjectType.FORM, singles::formHtml);
        addSingle("GET", "/Form/getAllFormBlocks", ObjectType.FORM, singles::allFormBlocks);
        addSingle("GET", "/Form/getBlocksByFormName", ObjectType.FORM, singles::blocksByFormName);
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
        SubscriptionHandlers subscriptions = new SubscriptionHandlers(account);
        FieldHandlers fields = new FieldHandlers(account);
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
                Endpoint.of("DELETE", "/objects/tagByName", null, Verb.UPDATE, tags::removeByName),
                Endpoint.of("PUT", "/objects/subscribe", null, Verb.UPDATE, subscriptions::subscribe),
                Endpoint.of("DELETE", "/objects/subscribe", null, Verb.UPDATE, subscriptions::unsubscribe),
                Endpoint.of("PUT", "/objects/sequence", null, Verb.UPDATE, subscriptions::addToSequence),
                Endpoint.of("DELETE", "/objects/sequence", null, Verb.UPDATE, subscriptions::removeFromSequence),
                Endpoint.of("POST", "/objects/pause", null, Verb.PAUSE, subscriptions::pause),
                Endpoint.of("POST", "/objects/unpause", null, Verb.PAUSE, subscriptions::unpause),
                Endpoint.of("GET", "/objects/fieldeditor", null, Verb.READ, fields::read),
                Endpoint.of("POST", "/objects/fieldeditor", null, Verb.READ, fields::create),
                Endpoint.of("PUT", "/objects/fieldeditor", null, Verb.READ, fields::update),
                Endpoint.of("DELETE", "/objects/fieldeditor", null, Verb.READ, fields::delete));
    }

    /** Every call there is: its method, a blank and its path. */
    Set<String> calls() {
        return Collections.unmodifiableSet(routes.keySet());
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

    /** A path of its own that one type has. */
    private void addSingle(String method, String path, int typeId, Handler handler) {
        add(Endpoint.of(method, null, null, Verb.READ, handler), path, typeId);
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
