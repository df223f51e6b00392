package io.github.camelontraport.kill;

import io.github.camelontraport.kill.PrintedDelivery.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What really happened to the contacts of an account. Not thread-safe. */
final class ContactHistory {

    /** By id, those of deleted contacts too. */
    final Map<Long, List<Version>> versions = new HashMap<>();

    final Set<Long> tagged = new HashSet<>();
    final Set<Long> deleted = new HashSet<>();
    /** Contacts that were hidden at some time, and so may come later than their ids and times say. */
    final Set<Long> late = new HashSet<>();
    /** Contacts and versions that were hidden for about the settle time or longer: nobody promises that they come. */
    final Set<Long> tooLate = new HashSet<>();

    final Set<Version> tooLateVersions = new HashSet<>();

    void changed(long id, Version version) {
        versions.computeIfAbsent(id, created -> new ArrayList<>()).add(version);
    }

    Version last(long id) {
        List<Version> all = versions.get(id);
        return all.get(all.size() - 1);
    }

    /** The last version was visible too late. */
    void tooLate(long id) {
        tooLateVersions.add(last(id));
        if (versions.get(id).size() == 1) {
            tooLate.add(id);
        }
    }

    /** What must be delivered, in the words of {@link PrintedDelivery#described}. */
    Set<String> due() {
        Set<String> due = new HashSet<>();
        for (long id : versions.keySet()) {
            if (deleted.contains(id)) {
                due.add("deleted " + id);
                continue;
            }
            if (!tooLate.contains(id)) {
                due.add("created " + id);
            }
            if (!tooLateVersions.contains(last(id))) {
                due.add("updated " + id + " " + last(id));
            }
            if (tagged.contains(id)) {
                due.add("tagged " + id);
            }
        }
        return due;
    }

    boolean happened(PrintedDelivery delivery) {
        long id = delivery.id();
        List<Version> all = versions.getOrDefault(id, List.of());
        return switch (delivery.event()) {
            case "created", "updated" -> all.contains(delivery.what());
            // Only the tag of a deleted record is delivered.
            case "tagged" -> tagged.contains(id) && (all.contains(delivery.what()) || deleted.contains(id));
            case "deleted" -> deleted.contains(id);
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "%d contacts in %d versions, %d tagged, %d deleted, %d were hidden (%d for too long)"
                .formatted(
                        versions.size(),
                        versions.values().stream().mapToInt(List::size).sum(),
                        tagged.size(),
                        deleted.size(),
                        late.size(),
                        tooLateVersions.size());
    }
}
