package io.github.camelontraport.operation.transaction;

import static io.github.camelontraport.operation.ReplyShape.ACKNOWLEDGEMENT;
import static io.github.camelontraport.operation.ReplyShape.MAP;
import static io.github.camelontraport.operation.transaction.TransactionRecords.ORDER;
import static io.github.camelontraport.operation.transaction.TransactionRecords.PURCHASE;
import static io.github.camelontraport.operation.transaction.TransactionRecords.TRANSACTION;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationAction;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.call.ApiCall;
import java.util.List;

/** Rows for sales, transactions and orders. */
public final class TransactionOperations {

    public static final List<Operation> ROWS = List.of(
            row(Charges.CHARGE, MAP, Charges::charge, Charges.CALL).only(TRANSACTION),
            row(Charges.LOG, MAP, Charges::log, Charges.CALL).only(TRANSACTION),
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
            onMany(Payments.PAY, Payments::pay, Payments.PAY_CALL).only(TRANSACTION),
            onMany(Payments.REQUEST, Payments::request, Payments.REQUEST_CALL).only(TRANSACTION),
            row(Orders.GET, MAP, Orders::get, Orders.GET_CALL)
                    .reads(Parameter.RECORD_ID)
                    .only(ORDER),
            row(Orders.UPDATE, MAP, Orders::update, Orders.UPDATE_CALL)
                    .reads(Parameter.RECORD_ID)
                    .only(ORDER));

    private TransactionOperations() {}

    /** The types themselves can only be read; these actions are all that changes them. */
    private static Operation row(String name, ReplyShape reply, OperationAction action, ApiCall call) {
        return Operation.of(name, Capability.READ, reply, action, call);
    }

    private static Operation onMany(String name, OperationAction action, ApiCall call) {
        return row(name, ACKNOWLEDGEMENT, action, call).reads(Parameter.IDS, Parameter.RECORD_ID);
    }

    private static Operation byIds(String name, String method, String path) {
        ApiCall call = InvoiceActions.callByIds(method, path);
        return onMany(name, context -> InvoiceActions.byIds(context, name, call), call)
                .only(TRANSACTION);
    }

    private static Operation oneByOne(String name, String path, String... parameters) {
        ApiCall call = InvoiceActions.callById(path);
        return onMany(name, context -> InvoiceActions.oneByOne(context, name, call, parameters), call);
    }
}
