package io.github.camelontraport.sandbox.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.server.CallParameters;
import io.github.camelontraport.sandbox.server.ErrorReply;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Charges cards: those that have expired are declined, all others accepted. */
public final class CardProcessor {

    private static final Set<String> EXPIRED = Set.of("2", "4");
    private static final Set<String> DEFAULT = Set.of("3", "4");
    private static final int LAST_YEAR = 9999;
    private static final long FIRST_TRANSACTION = 60_188_820_155L;

    private final AccountState account;
    private final TypeDefinition type;

    public CardProcessor(AccountState account) {
        this.account = account;
        this.type = account.types().get(TypeDefinition.CREDIT_CARD);
    }

    /** What came of a charge. */
    public record Charge(boolean accepted, String cardId) {

        /** As the API tells it; an accepted one got a number from the bank. */
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
     * Charges the card that the call names, one that it brings along, or the contact's default card.
     *
     * @throws ErrorReply when the contact has no such card
     */
    public Charge charge(CallParameters parameters, String contact) {
        if (parameters.text("cc_id") != null) {
            return charge(account.table(type)
                    .find(parameters.number("cc_id"))
                    .filter(card -> contact.equals(card.latest().get("contact_id")))
                    .orElseThrow(() -> ErrorReply.invalid("Invalid value for parameter: cc_id")));
        }
        ObjectNode payer = parameters.object("payer");
        if (payer != null) {
            return new Charge(!isPast(payer), "0");
        }
        return charge(defaultCard(contact).orElseThrow(() -> ErrorReply.missing("cc_id")));
    }

    /** Charges a contact's default card; one who has none is declined. */
    public Charge chargeDefault(String contact) {
        return defaultCard(contact).map(CardProcessor::charge).orElse(new Charge(false, "0"));
    }

    private Optional<StoredRecord> defaultCard(String contact) {
        return account.table(type).all().stream()
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
            throw ErrorReply.invalid("Invalid value for parameter: payer");
        }
        YearMonth now = YearMonth.from(account.now().atZone(ZoneOffset.UTC));
        return YearMonth.of(year < 100 ? 2000 + year : year, month).isBefore(now);
    }
}
