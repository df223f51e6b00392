package io.github.camelontraport.sandbox.account.event;

import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.time.Instant;
import java.util.Map;

/** Is called with the account's lock held, right after the change. Records are passed as they are after the change. */
public interface AccountListener {

    default void recordCreated(TypeDefinition type, Map<String, String> row) {}

    default void recordUpdated(TypeDefinition type, Map<String, String> before, Map<String, String> row) {}

    default void recordDeleted(TypeDefinition type, long id) {}

    /** @param when the change took effect; with a tag delay that is earlier than now */
    default void tagAdded(long tagId, TypeDefinition type, Map<String, String> row, Instant when) {}

    /** @param when the change took effect; with a tag delay that is earlier than now */
    default void tagRemoved(long tagId, TypeDefinition type, Map<String, String> row, Instant when) {}

    default void formSubmitted(long formId, TypeDefinition type, Map<String, String> row) {}
}
