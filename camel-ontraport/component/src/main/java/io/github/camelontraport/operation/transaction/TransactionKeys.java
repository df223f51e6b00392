package io.github.camelontraport.operation.transaction;

import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.Map;
import java.util.Set;

/**
 * The keys of transactions and purchases that were read, and of what a charge gave. An action takes such a map for the
 * id in it; any other key, such as an amount, was meant to change the action, and the API would go on without it.
 */
public final class TransactionKeys {

    private static final Map<ObjectType, Set<String>> BY_TYPE = Map.of(
            ObjectTypes.TRANSACTION,
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
                            "invoice_id"),
            ObjectTypes.PURCHASE,
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
                            "unique_id"));

    private TransactionKeys() {}

    /** Whether they are known for the type; those of other types are not held to anything. */
    public static boolean areKnown(ObjectType type) {
        return BY_TYPE.containsKey(type);
    }

    /** Whether a record of the type may have the key: always for custom fields and fields of related records. */
    public static boolean has(ObjectType type, String key) {
        return !areKnown(type) || BY_TYPE.get(type).contains(key) || key.contains("//") || key.matches("f\\d+");
    }
}
