package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.account.field.FieldSections;
import io.github.camelontraport.sandbox.account.membership.SequenceMembers;
import io.github.camelontraport.sandbox.account.membership.TagAssignments;
import io.github.camelontraport.sandbox.account.record.GroupMembers;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.sale.OrderViews;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.fault.AccountSwitches;
import java.time.Clock;
import java.util.Map;

/** Everything an account holds. All parts are guarded by {@link #lock}. */
public final class Account {

    private static final Map<String, String> FIRST_USER =
            Map.of("firstname", "Sandy", "lastname", "Owner", "email", "owner@example.com");

    private final AccountLock lock = new AccountLock();
    private final RecordStore records;
    private final GroupMembers groups = new GroupMembers();
    private final TagAssignments tags;
    private final SequenceMembers sequences;
    private final FieldSections sections;

    public Account(Clock clock, AccountSwitches switches) {
        records = new RecordStore(clock, switches);
        tags = new TagAssignments(records);
        sequences = new SequenceMembers(records);
        sections = new FieldSections(records);
        records.events().register(tags);
        records.events().register(sequences);
        records.events().register(groups);
        records.events().register(new OrderViews(records));
        lock.beforeEachUse(tags::applyDue);
        lock.beforeEachUse(sequences::applyDue);
    }

    /** Removes everything but the user who owns all records. */
    public void clear() {
        records.clear();
        groups.clear();
        tags.clear();
        sequences.clear();
        sections.clear();
        records.create(records.types().get(TypeDefinition.USER), FIRST_USER);
    }

    public AccountLock lock() {
        return lock;
    }

    public RecordStore records() {
        return records;
    }

    public GroupMembers groups() {
        return groups;
    }

    public TagAssignments tags() {
        return tags;
    }

    public SequenceMembers sequences() {
        return sequences;
    }

    public FieldSections sections() {
        return sections;
    }
}
