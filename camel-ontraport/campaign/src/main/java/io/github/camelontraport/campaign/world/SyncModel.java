package io.github.camelontraport.campaign.world;

import io.github.camelontraport.campaign.world.Findings.Kind;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the account must hold after complete runs. */
final class SyncModel {

    private static final int CONTACTS = 0;
    private static final Map<String, String> STRANGER = Map.of("email", "stranger@example.com", "firstname", "S");
    private static final List<String> PARTS =
            List.of("created", "updated", "unchanged", "superseded", "rejected", "unclear");

    private final OntraportSandbox account;
    private final Findings findings;
    private final Excuses excuses;
    private final boolean isAppend;
    private final boolean removesMissing;
    private final Map<String, Object> expected = new HashMap<>();

    SyncModel(OntraportSandbox account, Findings findings, Excuses excuses, boolean isAppend, boolean removesMissing) {
        this.account = account;
        this.findings = findings;
        this.excuses = excuses;
        this.isAppend = isAppend;
        this.removesMissing = removesMissing;
    }

    /** What no sync knows, and none may touch. */
    void stranger() {
        account.create(CONTACTS, STRANGER);
    }

    void checkSum(Map<String, Object> report) {
        if (report.containsKey("read")
                && (Long) report.get("read")
                        != PARTS.stream()
                                .mapToLong(part -> (Long) report.get(part))
                                .sum()) {
            findings.add(Kind.LOST, "counts do not add up: " + report);
        }
    }

    void accepted(SyncRows rows) {
        if (removesMissing) {
            expected.clear();
        }
        expected.putAll(rows.wanted());
        rows.wanted().forEach((key, name) -> findings.done());
    }

    /** @param refused keys of rows that went to the endpoint of refused rows at some time */
    void compare(Set<String> refused) {
        Map<String, Object> wanted = new HashMap<>(expected);
        wanted.put(STRANGER.get("email"), STRANGER.get("firstname"));
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Object> names = new HashMap<>();
        account.records(CONTACTS).forEach(record -> {
            counts.merge(SyncRows.key(record), 1, Integer::sum);
            names.put(SyncRows.key(record), record.get("firstname"));
        });
        wanted.forEach((key, name) -> {
            if (!counts.containsKey(key) && !(isAppend && refused.contains(key))) {
                findings.add(Kind.LOST, "no record of " + key);
            } else if (counts.containsKey(key) && !name.equals(names.get(key))) {
                findings.add(Kind.LOST, key + " is " + names.get(key) + " instead of " + name);
            }
        });
        counts.forEach((key, count) -> {
            if (count > 1 && excuses.since(0) && isAppend) {
                findings.again();
            } else if (count > 1) {
                findings.add(Kind.REPEATED, count + " records of " + key);
            }
            if (!wanted.containsKey(key) && removesMissing) {
                findings.add(Kind.LOST, key + " was to be removed");
            }
        });
    }
}
