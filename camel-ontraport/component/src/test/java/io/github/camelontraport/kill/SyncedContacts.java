package io.github.camelontraport.kill;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.List;
import java.util.Map;

/** The contacts of an account, in the form of the rows that {@link SyncingChild} reads. */
final class SyncedContacts {

    private static final int CONTACTS = 0;

    private SyncedContacts() {}

    static List<Map<String, String>> of(OntraportSandbox account) {
        return account.records(CONTACTS).stream()
                .map(record -> Map.of(
                        "email",
                        record.get("email").toString(),
                        "firstname",
                        record.get("firstname").toString()))
                .toList();
    }
}
