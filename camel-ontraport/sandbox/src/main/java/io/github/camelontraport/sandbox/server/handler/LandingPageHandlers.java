package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.RequestParameters;

/** Returns the public URL of a landing page. */
public final class LandingPageHandlers {

    private final RecordStore records;

    public LandingPageHandlers(RecordStore records) {
        this.records = records;
    }

    public AccountReply hostedUrl(TypeDefinition type, RequestParameters parameters) {
        StoredRecord page = NamedRecord.require(records, type, parameters);
        String domain = page.latest().get("domain");
        return AccountReply.data("https://" + (domain.isEmpty() ? "pages.example" : domain) + "/p/" + page.id());
    }
}
