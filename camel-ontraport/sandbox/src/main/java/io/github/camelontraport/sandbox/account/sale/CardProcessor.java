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
    /** The type of a card by the first digit of its number: Amex, Visa, Mastercard, Discover. */
    private static final Map<Character, String> BRANDS = Map.of('3', "3", '4', "1", '5', "2", '6', "4");

    private static final int LAST_YEAR = 9999;
    private static final long FIRST_TRANSACTION = 60_188_820_155L;

    private final RecordStore records;

    public CardProcessor(RecordStore records) {
        this.records = records;
    }

    /**
     * The outcome of a charge.
     *
     * @param cardId "0" when no stored card was charged
     * @param newCard the fields of a card that the request carries, null when there is none; see {@link #store}
     */
    public record Charge(boolean accepted, String cardId, Map<String, String> newCard) {

        /** For a sale that charges no card. */
        public static final Charge NONE = new Charge(false, "0", null);

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
            return charge(payer, contact);
        }
        return charge(defaultCard(contact).orElseThrow(() -> ApiErrorException.missing("cc_id")));
    }

    /** Charges a contact's default card. Declined when the contact has none. */
    public Charge chargeDefault(String contact) {
        return defaultCard(contact).map(CardProcessor::charge).orElse(Charge.NONE);
    }

    private Optional<StoredRecord> defaultCard(String contact) {
        return records.table(TypeDefinition.CREDIT_CARD).all().stream()
                .filter(card -> contact.equals(card.latest().get("contact_id"))
                        && DEFAULT.contains(card.latest().get("status")))
                .findFirst();
    }

    private static Charge charge(StoredRecord card) {
        return new Charge(!EXPIRED.contains(card.latest().get("status")), Long.toString(card.id()), null);
    }

    /** A token stands for a card whose data only the gateway knows. */
    private Charge charge(ObjectNode payer, String contact) {
        if (!payer.path("cctoken").asText().isEmpty()) {
            return new Charge(true, "0", card(payer, contact));
        }
        return isPast(payer) ? Charge.NONE : new Charge(true, "0", card(payer, contact));
    }

    /** Cards cannot be created by a request of their type, but arise from charges. */
    private Map<String, String> card(ObjectNode payer, String contact) {
        String number = payer.path("ccnumber").asText();
        Map<String, String> card = new LinkedHashMap<>();
        card.put("contact_id", contact);
        card.put("last4", number.substring(Math.max(0, number.length() - 4)));
        card.put("type", number.isEmpty() ? "0" : BRANDS.getOrDefault(number.charAt(0), "6"));
        card.put("exp_month", Integer.toString(payer.path("expire_month").asInt()));
        card.put("exp_year", Integer.toString(payer.path("expire_year").asInt()));
        card.put("recent_sale", records.nowInSeconds());
        card.put("status", defaultCard(contact).isPresent() ? "1" : "3");
        return card;
    }

    /**
     * Stores the card of an accepted charge.
     *
     * @return the id of the charged card
     */
    public String store(Charge charge) {
        if (charge.newCard() == null) {
            return charge.cardId();
        }
        TypeDefinition type = records.types().get(TypeDefinition.CREDIT_CARD);
        return Long.toString(records.create(type, charge.newCard()).id());
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
