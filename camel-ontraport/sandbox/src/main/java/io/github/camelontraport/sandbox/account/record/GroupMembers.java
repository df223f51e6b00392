package io.github.camelontraport.sandbox.account.record;

import io.github.camelontraport.sandbox.account.event.AccountListener;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ids of the records in each group. Guarded by the account's lock. */
public final class GroupMembers implements AccountListener {

    private final Map<Long, Set<Long>> members = new HashMap<>();

    public void add(long groupId, long recordId) {
        members.computeIfAbsent(groupId, id -> new TreeSet<>()).add(recordId);
    }

    /** Empty for an unknown group. */
    public Set<Long> of(long groupId) {
        return members.getOrDefault(groupId, Set.of());
    }

    /** A copy of the members of all groups, by group id. */
    public Map<Long, Set<Long>> all() {
        Map<Long, Set<Long>> copy = new TreeMap<>();
        members.forEach((group, ids) -> copy.put(group, new TreeSet<>(ids)));
        return copy;
    }

    public void clear() {
        members.clear();
    }

    @Override
    public void recordDeleted(TypeDefinition type, long id) {
        if (type.id() == TypeDefinition.GROUP) {
            members.remove(id);
        }
    }
}
