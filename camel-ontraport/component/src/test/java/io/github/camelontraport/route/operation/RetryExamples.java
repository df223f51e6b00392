package io.github.camelontraport.route.operation;

import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxFaultScope;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.support.VirtualAccount;
import java.util.List;
import java.util.Map;

/** A call of every operation that an account made by {@link #fill} carries out. */
final class RetryExamples {

    private static final String OFFER =
            "\"offer\":{\"products\":[{\"id\":1,\"quantity\":1,\"total\":49.50}],\"grandTotal\":49.50}";
    private static final String SALE = "{\"contact_id\":1,\"gateway_id\":2," + OFFER + "}";
    private static final Map<String, String> ADA = Map.of("email", "ada@example.com");
    private static final Map<String, String> NAMELESS = Map.of("firstname", "Ada");

    /** @param repeatable whether it is sent again when it may have been executed */
    record Example(String type, String operation, String options, Object body, String call, boolean repeatable) {

        String uri() {
            return "ontraport:" + type + "?operation=" + operation + options;
        }

        String method() {
            return call.substring(0, call.indexOf(' '));
        }

        String path() {
            return call.substring(call.indexOf(' ') + 1);
        }

        boolean isCall(TransportRequest http) {
            return http.method().equals(method()) && http.uri().getPath().equals("/1" + path());
        }

        /** A fault that meets every such call. */
        SandboxFaultScope fault(VirtualAccount account) {
            return account.sandbox().faults().on(method(), path()).always();
        }

        long requests(VirtualAccount account) {
            return account.sandbox().requests().stream()
                    .filter(request -> (request.method() + " " + request.path()).equals(call))
                    .count();
        }

        @Override
        public String toString() {
            return operation + (options.isEmpty() ? "" : " " + options) + (repeatable ? ", repeatable" : "");
        }
    }

    static final List<Example> ALL = List.of(
            once("contacts", "create", "", ADA, "POST /objects"),
            once(
                    "messages",
                    "create",
                    "",
                    Map.of("name", "Hello", "type", "e-mail", "subject", "Hello"),
                    "POST /message"),
            once("tags", "create", "", Map.of("tag_name", "New"), "POST /Tags"),
            repeatable("contacts", "upsert", "", ADA, "POST /objects/saveorupdate"),
            once("contacts", "upsert", "", NAMELESS, "POST /objects/saveorupdate"),
            once("contacts", "upsert", "", Map.of("unique_id", "NEW1"), "POST /objects/saveorupdate"),
            once(
                    "contacts",
                    "upsert",
                    "",
                    Map.of("unique_id", "NEW1", "email", "ada@example.com"),
                    "POST /objects/saveorupdate"),
            once("contacts", "upsert", "", Map.of("id", 4444, "firstname", "Ada"), "POST /objects/saveorupdate"),
            once(
                    "contacts",
                    "upsert",
                    "",
                    Map.of("id", 4445, "email", "ada@example.com"),
                    "POST /objects/saveorupdate"),
            once("tags", "upsert", "", Map.of("tag_id", 4445, "tag_name", "New"), "POST /objects/saveorupdate"),
            repeatable("tags", "upsert", "", Map.of("tag_name", "New"), "POST /objects/saveorupdate"),
            repeatable("contacts", "update", "&recordId=1", NAMELESS, "PUT /objects"),
            repeatable("contacts", "get", "&recordId=1", null, "GET /object"),
            repeatable("contacts", "search", "", null, "GET /objects"),
            repeatable("contacts", "listByTag", "&tags=VIP", null, "GET /objects/tag"),
            repeatable("contacts", "count", "", null, "GET /objects/getInfo"),
            repeatable("contacts", "delete", "&recordId=1", null, "DELETE /object"),
            repeatable("contacts", "deleteAll", "&ids=1,2", null, "DELETE /objects"),
            repeatable("contacts", "check", "", null, "GET /objects/getInfo"),
            repeatable("contacts", "describe", "", null, "GET /objects/meta"),
            repeatable("contacts", "tag", "&tags=VIP", List.of(1, 2), "PUT /objects/tagByName"),
            repeatable("contacts", "tag", "&tagIds=1", List.of(1, 2), "PUT /objects/tag"),
            repeatable("contacts", "untag", "&tags=VIP", List.of(1, 2), "DELETE /objects/tagByName"),
            once("contacts", "addToSequence", "&sequences=1", List.of(1, 2), "PUT /objects/subscribe"),
            once("contacts", "addToCampaign", "&campaigns=1", List.of(1, 2), "PUT /objects/subscribe"),
            repeatable("contacts", "removeFromSequence", "&sequences=1", List.of(1, 2), "DELETE /objects/subscribe"),
            repeatable("contacts", "removeFromCampaign", "&campaigns=1", List.of(1, 2), "DELETE /objects/subscribe"),
            repeatable("sequences", "pause", "", List.of(1), "POST /objects/pause"),
            repeatable("sequences", "unpause", "", List.of(1), "POST /objects/unpause"),
            repeatable("contacts", "readFields", "", "f1558", "GET /objects/fieldeditor"),
            once(
                    "contacts",
                    "createFields",
                    "",
                    Map.of("section", "Survey", "fields", Map.of("alias", "Colour", "type", "text")),
                    "POST /objects/fieldeditor"),
            once(
                    "contacts",
                    "updateFields",
                    "",
                    Map.of("section", "Contact Information", "description", "Spring"),
                    "PUT /objects/fieldeditor"),
            repeatable("contacts", "deleteField", "", "f1558", "DELETE /objects/fieldeditor"),
            once(
                    "webhooks",
                    "subscribeWebhook",
                    "",
                    Map.of("url", "https://hooks.example", "event", "sub_tag(1)"),
                    "POST /Webhook/subscribe"),
            repeatable("webhooks", "unsubscribeWebhook", "", 1, "DELETE /Webhook/unsubscribe"),
            repeatable("creditcards", "setDefaultCard", "", 1, "PUT /CreditCard/default"),
            repeatable("landingpages", "hostedUrl", "", 1, "GET /landingPage/getHostedURL"),
            repeatable("forms", "formHtml", "", 1, "GET /form"),
            repeatable("forms", "formBlocks", "", null, "GET /Form/getAllFormBlocks"),
            once("contacts", "assignTask", "", "{\"ids\":[1],\"message\":1}", "POST /task/assign"),
            once("tasks", "completeTask", "", "[1]", "POST /task/complete"),
            repeatable("tasks", "cancelTask", "", "[1]", "POST /task/cancel"),
            repeatable("tasks", "rescheduleTask", "", "{\"id\":1,\"newtime\":1800000000}", "POST /task/reschedule"),
            repeatable("tasks", "reopenTask", "", "[1]", "POST /task/reopen"),
            once("transactions", "charge", "", SALE, "POST /transaction/processManual"),
            once("transactions", "logTransaction", "", SALE, "POST /transaction/processManual"),
            once("transactions", "refund", "", "[1]", "PUT /transaction/refund"),
            once("transactions", "voidTransaction", "", "[1]", "PUT /transaction/void"),
            once("transactions", "writeOff", "", "[1]", "PUT /transaction/writeOff"),
            once("transactions", "rerun", "", "[1]", "POST /transaction/rerun"),
            once("transactions", "rerunCommission", "", "[1]", "PUT /transaction/rerunCommission"),
            once("transactions", "markPaid", "", "[1]", "PUT /transaction/markPaid"),
            once("transactions", "resendInvoice", "", "[1]", "POST /transaction/resendInvoice"),
            once("transactions", "convertToCollections", "", "[1]", "PUT /transaction/convertToCollections"),
            once("transactions", "convertToDecline", "", "[1]", "PUT /transaction/convertToDecline"),
            once("purchases", "voidPurchase", "", "[1]", "PUT /transaction/voidPurchase"),
            once("transactions", "payInvoice", "", "[1]", "POST /transaction/payInvoice"),
            once("transactions", "requestPayment", "", SALE, "POST /transaction/requestPayment"),
            repeatable("orders", "getOrder", "", "1", "GET /transaction/order"),
            once(
                    "orders",
                    "updateOrder",
                    "",
                    "{\"offer\":{\"order_id\":1,\"products\":[{\"id\":1}]}}",
                    "PUT /transaction/order"),
            repeatable("raw", "raw", "&path=/objects&query.objectID=0", null, "GET /objects"),
            once("raw", "raw", "&method=POST&path=/objects&query.objectID=0", ADA, "POST /objects"),
            repeatable(
                    "raw",
                    "raw",
                    "&method=PUT&path=/objects",
                    Map.of("objectID", 0, "id", 1, "firstname", "Ada"),
                    "PUT /objects"));

    private RetryExamples() {}

    private static Example repeatable(String type, String operation, String options, Object body, String call) {
        return new Example(type, operation, options, body, call, true);
    }

    private static Example once(String type, String operation, String options, Object body, String call) {
        return new Example(type, operation, options, body, call, false);
    }

    /** Everything that is acted on. */
    static void fill(OntraportSandbox sandbox) {
        sandbox.create(0, Map.of("firstname", "Nora"));
        sandbox.create(0, Map.of("firstname", "Otto"));
        sandbox.addTag(0, 1, "VIP");
        sandbox.create(1, Map.of("contact_id", 1));
        sandbox.create(5, Map.of("name", "Welcome"));
        sandbox.create(7, Map.of("type", "task"));
        sandbox.create(16, Map.of("name", "Workshop"));
        sandbox.create(17, Map.of("contact_id", 1));
        sandbox.create(20, Map.of("name", "Offer"));
        sandbox.create(45, Map.of("contact_id", 1, "status", 3));
        sandbox.create(46, Map.of("contact_id", 1, "status", 0));
        sandbox.create(52, Map.of("contact_id", 1));
        sandbox.create(122, Map.of("formname", "Newsletter"));
        sandbox.create(140, Map.of("name", "Onboarding"));
        sandbox.create(145, Map.of("url", "https://hooks.example"));
        sandbox.defineField(0, SandboxField.of("f1558", "Colour", "text"));
    }
}
