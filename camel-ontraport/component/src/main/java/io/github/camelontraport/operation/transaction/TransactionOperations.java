package io.github.camelontraport.operation.transaction;

import static io.github.camelontraport.api.type.Capability.EDIT_ORDER;
import static io.github.camelontraport.api.type.Capability.SETTLE;
import static io.github.camelontraport.api.type.Capability.VOID_PURCHASE;
import static io.github.camelontraport.operation.ReplyShape.ACKNOWLEDGEMENT;
import static io.github.camelontraport.operation.ReplyShape.MAP;

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
            row(Charges.CHARGE, SETTLE, MAP, Charges::charge, Charges.CALL),
            row(Charges.LOG, SETTLE, MAP, Charges::log, Charges.CALL),
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
            onMany(Payments.PAY, SETTLE, Payments::pay, Payments.PAY_CALL),
            onMany(Payments.REQUEST, SETTLE, Payments::request, Payments.REQUEST_CALL),
            row(Orders.GET, EDIT_ORDER, MAP, Orders::get, Orders.GET_CALL).reads(Parameter.RECORD_ID),
            row(Orders.UPDATE, EDIT_ORDER, MAP, Orders::update, Orders.UPDATE_CALL)
                    .reads(Parameter.RECORD_ID));

    private TransactionOperations() {}

    private static Operation row(
            String name, Capability capability, ReplyShape reply, OperationAction action, ApiCall call) {
        return Operation.of(name, capability, reply, action, call);
    }

    private static Operation onMany(String name, Capability capability, OperationAction action, ApiCall call) {
        return row(name, capability, ACKNOWLEDGEMENT, action, call).reads(Parameter.IDS, Parameter.RECORD_ID);
    }

    private static Operation byIds(String name, String method, String path) {
        ApiCall call = InvoiceActions.callByIds(method, path);
        return onMany(name, SETTLE, context -> InvoiceActions.byIds(context, name, call), call);
    }

    private static Operation oneByOne(String name, String path, Capability capability, String... parameters) {
        ApiCall call = InvoiceActions.callById(path);
        return onMany(name, capability, context -> InvoiceActions.oneByOne(context, name, call, parameters), call);
    }
}
