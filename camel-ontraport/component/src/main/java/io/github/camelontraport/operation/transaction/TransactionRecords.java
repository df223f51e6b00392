package io.github.camelontraport.operation.transaction;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.TargetRecordFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of transactions and purchases that were read, and of the result of a charge. An action takes such a map for
 * the id in it. Any other key, such as an amount, was meant to change the action, and the API would ignore it.
 */
final class TransactionRecords {

    private static final Map<ObjectType, TargetRecordFields> BY_TYPE = Map.of(
            ObjectTypes.TRANSACTION,
            new TargetRecordFields(
                    Optional.of("invoice_id"),
                    Set.of(
                            "id",
                            "hidden",
                            "status",
                            "contact_id",
                            "contact_name",
                            "order_id",
                            "form_id",
                            "lp_id",
                            "cc_id",
                            "gateway_id",
                            "date",
                            "template_id",
                            "subtotal",
                            "tax",
                            "tax_city",
                            "tax_state",
                            "tax_county",
                            "shipping",
                            "total",
                            "zip",
                            "city",
                            "state",
                            "county",
                            "external_order_id",
                            "oprid",
                            "offer_data",
                            "last_recharge_date",
                            "recharge_attempts",
                            "recharge",
                            "balance",
                            "bindex",
                            "closed_date",
                            "currency",
                            "customer_note",
                            "dlm",
                            "due_date",
                            "has_refunded",
                            "internal_note",
                            "invoice_date",
                            "orig_trans_amount",
                            "owner",
                            "total_paid",
                            "type",
                            "unique_id",
                            "result_code",
                            "transaction_id",
                            "external_txn",
                            "message",
                            "invoice_id")),
            ObjectTypes.PURCHASE,
            new TargetRecordFields(
                    Optional.empty(),
                    Set.of(
                            "id",
                            "contact_id",
                            "affiliate_id",
                            "product_id",
                            "owner",
                            "package_id",
                            "invoice_id",
                            "subscription_id",
                            "order_id",
                            "oprid",
                            "description",
                            "date",
                            "dlm",
                            "price",
                            "name",
                            "quantity",
                            "coupon_id",
                            "coupon_code_id",
                            "discount",
                            "type",
                            "status",
                            "level1",
                            "level2",
                            "total_price",
                            "sku",
                            "unique_id")),
            ObjectTypes.ORDER,
            new TargetRecordFields(Optional.of("order_id"), Set.of()));

    private TransactionRecords() {}

    static TargetRecordFields of(ObjectType type) {
        return BY_TYPE.getOrDefault(type, TargetRecordFields.ANY);
    }
}
