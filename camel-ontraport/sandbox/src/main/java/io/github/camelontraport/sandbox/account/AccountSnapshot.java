package io.github.camelontraport.sandbox.account;

import io.github.camelontraport.sandbox.SandboxField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that an account holds, but deliveries under way, in the form of its data file. Who has which tag is in the records of the tag subscribers. What
 * reads do not show yet is not told apart, so it is visible when the account comes back.
 *
 * @param time of the account when it was taken down
 * @param nextObject number of the next custom object type
 * @param nextField number of the next custom field
 * @param types those with custom fields or sections, or custom altogether
 * @param groupMembers by id of the group
 * @param tagChanges those whose delay is not over
 * @param subscriptionChanges likewise
 */
public record AccountSnapshot(
        int format,
        String time,
        int nextObject,
        int nextField,
        List<Type> types,
        List<Table> tables,
        Map<Long, Set<Long>> groupMembers,
        List<TagChange> tagChanges,
        List<SubscriptionChange> subscriptionChanges) {

    static final int FORMAT = 1;

    public static AccountSnapshot of(AccountState account) {
        return new AccountSnapshot(
                FORMAT,
                account.now().toString(),
                account.types().nextObject(),
                account.types().nextField(),
                account.types().all().stream()
                        .map(type -> Type.of(type, account.sections().made(type.id())))
                        .filter(Type::isCustomised)
                        .toList(),
                account.tables().entrySet().stream()
                        .map(table -> Table.of(account, table.getKey(), table.getValue()))
                        .toList(),
                account.groupMembers(),
                account.tagging().changes().underWay().stream()
                        .map(TagChange::of)
                        .toList(),
                account.subscriptions().changes().underWay().stream()
                        .map(SubscriptionChange::of)
                        .toList());
    }

    /**
     * Fills an account that is empty but for its first user.
     *
     * @throws RuntimeException when the data contradict themselves; the account is then filled in part
     */
    void restore(AccountState account) {
        types.forEach(type -> account.types().restore(type.id(), type.name(), type.fields()));
        types.forEach(type -> account.sections().restore(type.id(), type.sections()));
        account.types().restoreNumbers(nextObject, nextField);
        tables.forEach(table -> table.restore(account));
        groupMembers.forEach((group, members) -> members.forEach(member -> account.addToGroup(group, member)));
        account.tagging().restore(tagChanges.stream().map(TagChange::toChange).toList());
        account.subscriptions()
                .changes()
                .restore(subscriptionChanges.stream()
                        .map(SubscriptionChange::toChange)
                        .toList());
    }

    /** @param name only custom object types need it to come back */
    record Type(int id, String name, List<SandboxField> fields, List<FieldSections.Section> sections) {

        static Type of(TypeDefinition type, List<FieldSections.Section> sections) {
            return new Type(
                    type.id(),
                    type.name(),
                    type.fields().values().stream()
                            .filter(FieldDefinition::custom)
                            .map(FieldDefinition::toSandboxField)
                            .toList(),
                    sections);
        }

        boolean isCustomised() {
            return id >= TypeDefinition.FIRST_CUSTOM_OBJECT || !fields.isEmpty() || !sections.isEmpty();
        }
    }

    /** @param lastId the highest id there ever was, of a record that may be gone */
    record Table(int type, long lastId, List<Map<String, String>> records) {

        static Table of(AccountState account, int type, RecordTable table) {
            return new Table(
                    type,
                    table.lastId(),
                    type == TypeDefinition.WEBHOOK_LOG
                            ? account.webhooks().log().rows()
                            : table.all().stream().map(StoredRecord::latest).toList());
        }

        void restore(AccountState account) {
            if (type == TypeDefinition.WEBHOOK_LOG) {
                account.webhooks().log().restore(lastId, records);
            } else {
                account.restore(account.types().get(type), lastId, records);
            }
        }
    }

    /** A change of tags under way. */
    record TagChange(String due, boolean add, int type, long record, long tag) {

        static TagChange of(TagAssignments.Change change) {
            return new TagChange(
                    change.due().toString(),
                    change.add(),
                    change.target().typeId(),
                    change.target().recordId(),
                    change.tagId());
        }

        TagAssignments.Change toChange() {
            return new TagAssignments.Change(Instant.parse(due), add, new TagAssignments.Target(type, record), tag);
        }
    }

    /** A change of subscriptions under way. */
    record SubscriptionChange(String due, boolean add, SequenceMembers.Kind kind, int type, long record, long list) {

        static SubscriptionChange of(SequenceMembers.Change change) {
            return new SubscriptionChange(
                    change.due().toString(),
                    change.add(),
                    change.kind(),
                    change.typeId(),
                    change.recordId(),
                    change.listId());
        }

        SequenceMembers.Change toChange() {
            return new SequenceMembers.Change(Instant.parse(due), add, kind, type, record, list);
        }
    }
}
