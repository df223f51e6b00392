package io.github.camelontraport.sandbox.account.sale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Charges cards. Expired cards are declined, all others are accepted. */
public final class CardProcessor {

    private static final Set<String> EXPIRED = Set.of("2", "4");
    private static final Set<String> DEFAULT = Set.of("3", "4");
    private static final int LAST_YEAR = 9999;
    private static final long FIRST_TRANSACTION = 60_188_820_155L;

    private final RecordStore records;

    public CardProcessor(RecordStore records) {
        this.records = records;
    }

    /** The outcome of a charge. */
    public record Charge(boolean accepted, String cardId) {

        /** The form in which the API returns it. An accepted charge has a number of the bank. */
        public Map<String, Object> result(long invoice) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("result_code", accepted ? 1 : 2);
            result.put("transaction_id", 0);
            result.put("external_txn", accepted ? Long.toString(FIRST_TRANSACTION + invoice) : "0");
            result.put("message", accepted ? "This transaction has been approved" : "Card declined");
            result.put("invoice_id", invoice);
            return result;
        }
    }

    /**
     * Charges the card that the request names, else the card it carries, else the contact's default card.
     *
     * @throws ApiErrorException when the contact has no such card
     */
    public Charge charge(RequestParameters parameters, String contact) {
        if (parameters.text("cc_id") != null) {
            return charge(records.table(TypeDefinition.CREDIT_CARD)
                    .find(parameters.number("cc_id"))
                    .filter(card -> contact.equals(card.latest().get("contact_id")))
                    .orElseThrow(() -> ApiErrorException.invalid("Invalid value for parameter: cc_id")));
        }
        ObjectNode payer = parameters.object("payer");
        if (payer != null) {
            return new Charge(!isPast(payer), "0");
        }
        return charge(defaultCard(contact).orElseThrow(() -> ApiErrorException.missing("cc_id")));
    }

    /** Charges a contact's default card. Declined when the contact has none. */
    public Charge chargeDefault(String contact) {
        return defaultCard(contact).map(CardProcessor::charge).orElse(new Charge(false, "0"));
    }

    private Optional<StoredRecord> defaultCard(String contact) {
        return records.table(TypeDefinition.CREDIT_CARD).all().stream()
                .filter(card -> contact.equals(card.latest().get("contact_id"))
                        && DEFAULT.contains(card.latest().get("status")))
                .findFirst();
    }

    private static Charge charge(StoredRecord card) {
        return new Charge(!EXPIRED.contains(card.latest().get("status")), Long.toString(card.id()));
    }

    private boolean isPast(ObjectNode payer) {
        int year = payer.path("expire_year").asInt();
        int month = payer.path("expire_month").asInt();
        if (year < 1 || year > LAST_YEAR || month < 1 || month > 12) {
            throw ApiErrorException.invalid("Invalid value for parameter: payer");
        }
        YearMonth now = YearMonth.from(records.now().atZone(ZoneOffset.UTC));
        return YearMonth.of(year < 100 ? 2000 + year : year, month).isBefore(now);
    }
}
