package io.github.camelontraport.operation.transaction;

import static io.github.camelontraport.api.type.Capability.EDIT_ORDER;
import static io.github.camelontraport.api.type.Capability.SETTLE;
import static io.github.camelontraport.api.type.Capability.VOID_PURCHASE;
import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Rows for sales, transactions and orders. Nothing that moves money is repeated after a failure that leaves it open. */
public final class TransactionOperations {

    private static final Set<Parameter> IDS = Set.of(Parameter.IDS, Parameter.RECORD_ID);

    public static final List<Operation> ROWS = List.of(
            row(Charges.CHARGE, "POST " + Charges.PATH, SETTLE, Set.of(), NO, Charges::charge),
            row(Charges.LOG, "POST " + Charges.PATH, SETTLE, Set.of(), NO, Charges::log),
            byIds("refund", "PUT", "/transaction/refund"),
            byIds("voidTransaction", "PUT", "/transaction/void"),
            byIds("writeOff", "PUT", "/transaction/writeOff"),
            byIds("rerun", "POST", "/transaction/rerun"),
            byIds("rerunCommission", "PUT", "/transaction/rerunCommission"),
            oneByOne("markPaid", "/transaction/markPaid", SETTLE, "type"),
            byIds("resendInvoice", "POST", "/transaction/resendInvoice"),
            oneByOne("convertToCollections", "/transaction/convertToCollections", SETTLE),
            oneByOne("convertToDecline", "/transaction/convertToDecline", SETTLE),
            oneByOne("voidPurchase", "/transaction/voidPurchase", VOID_PURCHASE),
            row(Payments.PAY, "POST " + Payments.PAY_PATH, SETTLE, IDS, NO, Payments::pay),
            row(Payments.REQUEST, "POST " + Payments.REQUEST_PATH, SETTLE, IDS, NO, Payments::request),
            row(Orders.GET, "GET " + Orders.PATH, EDIT_ORDER, Set.of(Parameter.RECORD_ID), YES, Orders::get),
            row(Orders.UPDATE, "PUT " + Orders.PATH, EDIT_ORDER, Set.of(Parameter.RECORD_ID), NO, Orders::update));

    private TransactionOperations() {}

    private static Operation row(
            String name,
            String call,
            Capability capability,
            Set<Parameter> inputs,
            String repeat,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        return Operation.row(name, call, capability, inputs, false, repeat, action);
    }

    private static Operation byIds(String name, String method, String path) {
        return row(name, method + " " + path, SETTLE, IDS, NO, task -> InvoiceActions.byIds(task, name, method, path));
    }

    private static Operation oneByOne(String name, String path, Capability capability, String... parameters) {
        return row(
                name,
                "PUT " + path,
                capability,
                IDS,
                NO,
                task -> InvoiceActions.oneByOne(task, name, path, parameters));
    }
}
