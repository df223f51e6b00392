package io.github.camelontraport.operation.transaction;

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

    public static final int TRANSACTION = 46;
    public static final int ORDER = 52;
    static final int PURCHASE = 17;

    private static final Set<Parameter> IDS = Set.of(Parameter.IDS, Parameter.RECORD_ID);

    public static final List<Operation> ROWS = List.of(
            row(Charges.CHARGE, "POST " + Charges.PATH, Set.of(), NO, Charges::charge)
                    .only(TRANSACTION),
            row(Charges.LOG, "POST " + Charges.PATH, Set.of(), NO, Charges::log).only(TRANSACTION),
            byIds("refund", "PUT", "/transaction/refund"),
            byIds("voidTransaction", "PUT", "/transaction/void"),
            byIds("writeOff", "PUT", "/transaction/writeOff"),
            byIds("rerun", "POST", "/transaction/rerun"),
            byIds("rerunCommission", "PUT", "/transaction/rerunCommission"),
            oneByOne("markPaid", "/transaction/markPaid", "type").only(TRANSACTION),
            byIds("resendInvoice", "POST", "/transaction/resendInvoice"),
            oneByOne("convertToCollections", "/transaction/convertToCollections")
                    .only(TRANSACTION),
            oneByOne("convertToDecline", "/transaction/convertToDecline").only(TRANSACTION),
            oneByOne("voidPurchase", "/transaction/voidPurchase").only(PURCHASE),
            row(Payments.PAY, "POST " + Payments.PAY_PATH, IDS, NO, Payments::pay)
                    .only(TRANSACTION),
            row(Payments.REQUEST, "POST " + Payments.REQUEST_PATH, IDS, NO, Payments::request)
                    .only(TRANSACTION),
            row(Orders.GET, "GET " + Orders.PATH, Set.of(Parameter.RECORD_ID), YES, Orders::get)
                    .only(ORDER),
            row(Orders.UPDATE, "PUT " + Orders.PATH, Set.of(Parameter.RECORD_ID), NO, Orders::update)
                    .only(ORDER));

    private TransactionOperations() {}

    /** The types can be read only; what else there is are these actions. */
    private static Operation row(
            String name,
            String call,
            Set<Parameter> inputs,
            String repeat,
            Function<OperationContext, CompletionStage<OperationResult>> action) {
        return Operation.row(name, call, Capability.READ, inputs, false, repeat, action);
    }

    private static Operation byIds(String name, String method, String path) {
        return row(name, method + " " + path, IDS, NO, task -> InvoiceActions.byIds(task, name, method, path))
                .only(TRANSACTION);
    }

    private static Operation oneByOne(String name, String path, String... parameters) {
        return row(name, "PUT " + path, IDS, NO, task -> InvoiceActions.oneByOne(task, name, path, parameters));
    }
}
