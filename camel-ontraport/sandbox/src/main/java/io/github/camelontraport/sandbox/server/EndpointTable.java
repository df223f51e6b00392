package io.github.camelontraport.sandbox.server;

import static io.github.camelontraport.sandbox.server.Endpoint.generic;
import static io.github.camelontraport.sandbox.server.Endpoint.ofType;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.TypeAction;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.server.handler.CardHandlers;
import io.github.camelontraport.sandbox.server.handler.DeleteHandlers;
import io.github.camelontraport.sandbox.server.handler.FieldEditorHandlers;
import io.github.camelontraport.sandbox.server.handler.FormHandlers;
import io.github.camelontraport.sandbox.server.handler.InfoHandlers;
import io.github.camelontraport.sandbox.server.handler.LandingPageHandlers;
import io.github.camelontraport.sandbox.server.handler.MessageHandlers;
import io.github.camelontraport.sandbox.server.handler.MetaHandlers;
import io.github.camelontraport.sandbox.server.handler.OrderHandlers;
import io.github.camelontraport.sandbox.server.handler.ReadHandlers;
import io.github.camelontraport.sandbox.server.handler.SaleHandlers;
import io.github.camelontraport.sandbox.server.handler.SequenceHandlers;
import io.github.camelontraport.sandbox.server.handler.TagHandlers;
import io.github.camelontraport.sandbox.server.handler.TaskHandlers;
import io.github.camelontraport.sandbox.server.handler.TransactionHandlers;
import io.github.camelontraport.sandbox.server.handler.WebhookHandlers;
import io.github.camelontraport.sandbox.server.handler.WriteHandlers;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints of the API. */
final class EndpointTable {

    private EndpointTable() {}

    static List<Endpoint> of(Account account) {
        return Stream.of(
                        records(account),
                        tags(account),
                        sequences(account),
                        fields(account),
                        tasks(account),
                        transactions(account),
                        others(account))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Endpoint> records(Account account) {
        ReadHandlers read = new ReadHandlers(account);
        WriteHandlers write = new WriteHandlers(account.records());
        DeleteHandlers delete = new DeleteHandlers(account);
        InfoHandlers info = new InfoHandlers(account);
        MetaHandlers meta = new MetaHandlers(account.records());
        return List.of(
                generic("GET", "/object", TypeAction.READ, read::one).typed("/{one}"),
                generic("GET", "/objects", TypeAction.READ, read::many).typed("/{many}"),
                generic("GET", "/object/getByEmail", TypeAction.READ, read::byEmail),
                generic("GET", "/object/getByUniqueId", TypeAction.READ, read::byUniqueId),
                generic("GET", "/objects/getInfo", TypeAction.READ, info::info).typed("/{many}/getInfo"),
                generic("GET", "/objects/meta", TypeAction.READ, meta::meta)
                        .typed("/{many}/meta")
                        .withOptionalType(),
                generic("POST", "/objects", TypeAction.CREATE, write::create).typed("/{many}"),
                generic("PUT", "/objects", TypeAction.UPDATE, write::update).typed("/{many}"),
                generic("POST", "/objects/saveorupdate", TypeAction.UPSERT, write::upsert)
                        .typed("/{many}/saveorupdate"),
                generic("DELETE", "/object", TypeAction.DELETE_ONE, delete::one).typed("/{one}"),
                generic("DELETE", "/objects", TypeAction.DELETE_MANY, delete::many)
                        .typed("/{many}"));
    }

    private static List<Endpoint> tags(Account account) {
        TagHandlers tags = new TagHandlers(account);
        return List.of(
                generic("GET", "/objects/tag", TypeAction.READ, tags::recordsWithTag),
                generic("PUT", "/objects/tag", TypeAction.UPDATE, tags::add),
                generic("DELETE", "/objects/tag", TypeAction.UPDATE, tags::remove),
                generic("PUT", "/objects/tagByName", TypeAction.UPDATE, tags::addByName),
                generic("DELETE", "/objects/tagByName", TypeAction.UPDATE, tags::removeByName));
    }

    private static List<Endpoint> sequences(Account account) {
        SequenceHandlers sequences = new SequenceHandlers(account);
        return List.of(
                generic("PUT", "/objects/subscribe", TypeAction.UPDATE, sequences::subscribe),
                generic("DELETE", "/objects/subscribe", TypeAction.UPDATE, sequences::unsubscribe),
                generic("PUT", "/objects/sequence", TypeAction.UPDATE, sequences::addToSequence),
                generic("DELETE", "/objects/sequence", TypeAction.UPDATE, sequences::removeFromSequence),
                generic("POST", "/objects/pause", TypeAction.PAUSE, sequences::pause),
                generic("POST", "/objects/unpause", TypeAction.PAUSE, sequences::unpause));
    }

    private static List<Endpoint> fields(Account account) {
        FieldEditorHandlers fields = new FieldEditorHandlers(account);
        List<Endpoint> generic = List.of(
                generic("GET", "/objects/fieldeditor", TypeAction.READ, fields::read),
                generic("POST", "/objects/fieldeditor", TypeAction.READ, fields::create),
                generic("PUT", "/objects/fieldeditor", TypeAction.READ, fields::update),
                generic("DELETE", "/objects/fieldeditor", TypeAction.READ, fields::delete));
        return Stream.concat(
                        generic.stream(),
                        generic.stream()
                                .flatMap(endpoint -> Stream.of(
                                        ofType(
                                                TypeDefinition.CONTACT,
                                                endpoint.method(),
                                                "/Contacts/fieldeditor",
                                                endpoint.handler()),
                                        ofType(
                                                TypeDefinition.PRODUCT,
                                                endpoint.method(),
                                                "/Products/fieldeditor",
                                                endpoint.handler()))))
                .toList();
    }

    private static List<Endpoint> tasks(Account account) {
        TaskHandlers tasks = new TaskHandlers(account);
        return List.of(
                ofType(TypeDefinition.TASK, "POST", "/task/assign", tasks::assign),
                ofType(TypeDefinition.TASK, "POST", "/task/complete", tasks::complete),
                ofType(TypeDefinition.TASK, "POST", "/task/cancel", tasks::cancel),
                ofType(TypeDefinition.TASK, "POST", "/task/reschedule", tasks::reschedule),
                ofType(TypeDefinition.TASK, "POST", "/task/reopen", tasks::reopen));
    }

    private static List<Endpoint> transactions(Account account) {
        int type = TypeDefinition.TRANSACTION;
        SaleHandlers sales = new SaleHandlers(account.records());
        TransactionHandlers invoices = new TransactionHandlers(account);
        OrderHandlers orders = new OrderHandlers(account.records());
        return List.of(
                ofType(type, "POST", "/transaction/processManual", sales::process),
                ofType(type, "POST", "/transaction/requestPayment", sales::request),
                ofType(type, "POST", "/transaction/payInvoice", sales::pay),
                ofType(type, "PUT", "/transaction/refund", invoices::refund),
                ofType(type, "PUT", "/transaction/void", invoices::voidInvoices),
                ofType(type, "PUT", "/transaction/writeOff", invoices::writeOff),
                ofType(type, "PUT", "/transaction/rerunCommission", invoices::rerunCommission),
                ofType(type, "POST", "/transaction/rerun", invoices::rerun),
                ofType(type, "POST", "/transaction/resendInvoice", invoices::resendInvoice),
                ofType(type, "PUT", "/transaction/convertToCollections", invoices::convertToCollections),
                ofType(type, "PUT", "/transaction/convertToDecline", invoices::convertToDecline),
                ofType(type, "PUT", "/transaction/markPaid", invoices::markPaid),
                ofType(type, "PUT", "/transaction/voidPurchase", invoices::voidPurchase),
                ofType(TypeDefinition.ORDER, "GET", "/transaction/order", orders::read),
                ofType(TypeDefinition.ORDER, "PUT", "/transaction/order", orders::replace));
    }

    private static List<Endpoint> others(Account account) {
        RecordStore records = account.records();
        MessageHandlers messages = new MessageHandlers(records);
        WebhookHandlers webhooks = new WebhookHandlers(records);
        FormHandlers forms = new FormHandlers(records);
        return List.of(
                ofType(TypeDefinition.MESSAGE, "POST", "/message", messages::create),
                ofType(TypeDefinition.MESSAGE, "PUT", "/message", messages::update),
                ofType(TypeDefinition.WEBHOOK, "POST", "/Webhook/subscribe", webhooks::subscribe)
                        .withFormOnly(),
                ofType(TypeDefinition.WEBHOOK, "DELETE", "/Webhook/unsubscribe", webhooks::unsubscribe),
                ofType(TypeDefinition.CREDIT_CARD, "PUT", "/CreditCard/default", new CardHandlers(records)::setDefault),
                ofType(
                        TypeDefinition.LANDING_PAGE,
                        "GET",
                        "/landingPage/getHostedURL",
                        new LandingPageHandlers(records)::hostedUrl),
                ofType(TypeDefinition.FORM, "GET", "/form", forms::html),
                ofType(TypeDefinition.FORM, "GET", "/Form/getAllFormBlocks", forms::allBlocks),
                ofType(TypeDefinition.FORM, "GET", "/Form/getBlocksByFormName", forms::blocksByName));
    }
}
