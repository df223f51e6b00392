package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.StandardTypes;
import io.github.camelontraport.sandbox.account.TypeAction;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what to do for a method and path. Paths are case-sensitive. */
public final class Router {

    private final AccountState account;
    private final Map<String, Route> routes = new HashMap<>();

    public Router(AccountState account) {
        this.account = account;
        for (EndpointRoute endpoint : endpoints(account)) {
            if (endpoint.genericPath() != null) {
                add(endpoint, endpoint.genericPath(), null);
            }
            if ("/objects/fieldeditor".equals(endpoint.genericPath())) {
                add(endpoint, "/Contacts/fieldeditor", TypeDefinition.CONTACT);
                add(endpoint, "/Products/fieldeditor", TypeDefinition.PRODUCT);
            }
            StandardTypes.ALL.stream()
                    .filter(type -> type.verbs().contains(endpoint.verb()))
                    .forEach(type -> addTyped(endpoint, type));
        }
        MessageHandlers messages = new MessageHandlers(account);
        addSingle("POST", "/message", TypeDefinition.MESSAGE, messages::create);
        addSingle("PUT", "/message", TypeDefinition.MESSAGE, messages::update);
        WebhookHandlers webhooks = new WebhookHandlers(account);
        addSingle("POST", "/Webhook/subscribe", TypeDefinition.WEBHOOK, webhooks::subscribe);
        addSingle("DELETE", "/Webhook/unsubscribe", TypeDefinition.WEBHOOK, webhooks::unsubscribe);
        PageHandlers singles = new PageHandlers(account);
        addSingle("PUT", "/CreditCard/default", TypeDefinition.CREDIT_CARD, singles::setDefaultCard);
        addSingle("GET", "/landingPage/getHostedURL", TypeDefinition.LANDING_PAGE, singles::hostedUrl);
        addSingle("GET", "/form", TypeDefinition.FORM, singles::formHtml);
        addSingle("GET", "/Form/getAllFormBlocks", TypeDefinition.FORM, singles::allFormBlocks);
        addSingle("GET", "/Form/getBlocksByFormName", TypeDefinition.FORM, singles::blocksByFormName);
        addCalls(new TaskHandlers(account).calls(), TypeDefinition.TASK);
        addCalls(new SaleHandlers(account).calls(), TypeDefinition.TRANSACTION);
        addCalls(new InvoiceHandlers(account).calls(), TypeDefinition.TRANSACTION);
        addCalls(new OrderHandlers(account).calls(), TypeDefinition.ORDER);
    }

    private static List<EndpointRoute> endpoints(AccountState account) {
        ReadHandlers read = new ReadHandlers(account);
        WriteHandlers write = new WriteHandlers(account);
        DeleteHandlers delete = new DeleteHandlers(account);
        InfoHandlers info = new InfoHandlers(account);
        TagHandlers tags = new TagHandlers(account);
        SequenceHandlers subscriptions = new SequenceHandlers(account);
        FieldHandlers fields = new FieldHandlers(account);
        return List.of(
                EndpointRoute.of("GET", "/object", "/{one}", TypeAction.READ, read::one),
                EndpointRoute.of("GET", "/objects", "/{many}", TypeAction.READ, read::many),
                EndpointRoute.of("GET", "/object/getByEmail", null, TypeAction.READ, read::byEmail),
                EndpointRoute.of("GET", "/object/getByUniqueId", null, TypeAction.READ, read::byUniqueId),
                EndpointRoute.of("GET", "/objects/getInfo", "/{many}/getInfo", TypeAction.READ, info::info),
                new EndpointRoute("GET", "/objects/meta", "/{many}/meta", TypeAction.READ, true, info::meta),
                EndpointRoute.of("POST", "/objects", "/{many}", TypeAction.CREATE, write::create),
                EndpointRoute.of("PUT", "/objects", "/{many}", TypeAction.UPDATE, write::update),
                EndpointRoute.of(
                        "POST", "/objects/saveorupdate", "/{many}/saveorupdate", TypeAction.UPSERT, write::upsert),
                EndpointRoute.of("DELETE", "/object", "/{one}", TypeAction.DELETE_ONE, delete::one),
                EndpointRoute.of("DELETE", "/objects", "/{many}", TypeAction.DELETE_MANY, delete::many),
                EndpointRoute.of("GET", "/objects/tag", null, TypeAction.READ, tags::recordsWithTag),
                EndpointRoute.of("PUT", "/objects/tag", null, TypeAction.UPDATE, tags::add),
                EndpointRoute.of("DELETE", "/objects/tag", null, TypeAction.UPDATE, tags::remove),
                EndpointRoute.of("PUT", "/objects/tagByName", null, TypeAction.UPDATE, tags::addByName),
                EndpointRoute.of("DELETE", "/objects/tagByName", null, TypeAction.UPDATE, tags::removeByName),
                EndpointRoute.of("PUT", "/objects/subscribe", null, TypeAction.UPDATE, subscriptions::subscribe),
                EndpointRoute.of("DELETE", "/objects/subscribe", null, TypeAction.UPDATE, subscriptions::unsubscribe),
                EndpointRoute.of("PUT", "/objects/sequence", null, TypeAction.UPDATE, subscriptions::addToSequence),
                EndpointRoute.of(
                        "DELETE", "/objects/sequence", null, TypeAction.UPDATE, subscriptions::removeFromSequence),
                EndpointRoute.of("POST", "/objects/pause", null, TypeAction.PAUSE, subscriptions::pause),
                EndpointRoute.of("POST", "/objects/unpause", null, TypeAction.PAUSE, subscriptions::unpause),
                EndpointRoute.of("GET", "/objects/fieldeditor", null, TypeAction.READ, fields::read),
                EndpointRoute.of("POST", "/objects/fieldeditor", null, TypeAction.READ, fields::create),
                EndpointRoute.of("PUT", "/objects/fieldeditor", null, TypeAction.READ, fields::update),
                EndpointRoute.of("DELETE", "/objects/fieldeditor", null, TypeAction.READ, fields::delete));
    }

    /** Every call there is: its method, a blank and its path. */
    public Set<String> calls() {
        return Collections.unmodifiableSet(routes.keySet());
    }

    /** @throws ErrorReply when there is no such path, or not for that type */
    ApiReplyText route(String method, String path, CallParameters parameters) {
        Route route = routes.get(key(method, path));
        if (route == null) {
            throw ErrorReply.noSuchPath();
        }
        return route.endpoint().handler().handle(type(route, parameters), parameters);
    }

    private TypeDefinition type(Route route, CallParameters parameters) {
        if (route.typeId() != null) {
            return account.types().get(route.typeId());
        }
        if (route.endpoint().typeOptional() && parameters.text("objectID") == null) {
            return null;
        }
        parameters.require("objectID");
        TypeDefinition type = account.types()
                .find(parameters.number("objectID"))
                .orElseThrow(() -> ErrorReply.invalid("Invalid value for parameter: objectID"));
        if (!type.verbs().contains(route.endpoint().verb())) {
            throw ErrorReply.noSuchPath();
        }
        return type;
    }

    /** A path of its own that one type has. */
    private void addSingle(String method, String path, int typeId, CallHandler handler) {
        add(EndpointRoute.of(method, null, null, TypeAction.READ, handler), path, typeId);
    }

    private void addTyped(EndpointRoute endpoint, TypeDefinition type) {
        String template = endpoint.typedPath();
        if (template != null) {
            String name = template.contains("{one}") ? type.singular() : type.plural();
            if (name != null) {
                add(endpoint, template.replace("{one}", name).replace("{many}", name), type.id());
            }
        }
    }

    /** @param calls what to do by method and path */
    private void addCalls(Map<String, CallHandler> calls, int typeId) {
        calls.forEach((call, handler) -> {
            String[] methodAndPath = call.split(" ");
            add(EndpointRoute.of(methodAndPath[0], null, null, TypeAction.READ, handler), methodAndPath[1], typeId);
        });
    }

    private void add(EndpointRoute endpoint, String path, Integer typeId) {
        routes.put(key(endpoint.method(), path), new Route(endpoint, typeId));
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    /** @param typeId null when the call names the type */
    private record Route(EndpointRoute endpoint, Integer typeId) {}
}
