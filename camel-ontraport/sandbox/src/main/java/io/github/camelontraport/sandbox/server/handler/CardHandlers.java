package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.Map;

/** Sets the default card of a contact. */
public final class CardHandlers {

    /** The status of a default card by its former status: 1 active, 2 expired, 3 active default, 4 expired default. */
    private static final Map<String, String> DEFAULT_STATUS = Map.of("1", "3", "2", "4", "3", "3", "4", "4");

    private static final Map<String, String> OTHER_STATUS = Map.of("1", "1", "2", "2", "3", "1", "4", "2");

    private final RecordStore records;

    public CardHandlers(RecordStore records) {
        this.records = records;
    }

    /** A contact has one default card, so its former default card loses that status. */
    public AccountReply setDefault(TypeDefinition type, RequestParameters parameters) {
        StoredRecord card = NamedRecord.require(records, type, parameters);
        String contact = card.latest().get("contact_id");
        records.table(type).all().stream()
                .filter(other -> contact.equals(other.latest().get("contact_id")))
                .forEach(other -> setStatus(type, other, other == card ? DEFAULT_STATUS : OTHER_STATUS));
        return AccountReply.data(
                Map.of("id", card.latest().get("id"), "status", card.latest().get("status")));
    }

    private void setStatus(TypeDefinition type, StoredRecord card, Map<String, String> changes) {
        String status = card.latest().get("status");
        records.update(type, card, Map.of("status", changes.getOrDefault(status, changes.get("1"))));
    }
}
