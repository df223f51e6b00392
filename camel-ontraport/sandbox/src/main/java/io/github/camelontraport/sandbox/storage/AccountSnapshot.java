package io.github.camelontraport.sandbox.storage;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.field.FieldSections;
import io.github.camelontraport.sandbox.account.membership.SequenceMembers;
import io.github.camelontraport.sandbox.account.membership.TagAssignments;
import io.github.camelontraport.sandbox.account.record.RecordTable;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.CustomField;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeCatalog;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.webhook.WebhookLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of the data file: everything an account holds except webhook deliveries in flight. Tags are in the rows of the
 * tag subscribers. Records that reads do not show yet become visible by a restore.
 *
 * @param time of the account when the snapshot was taken
 * @param nextObject id of the next custom object type
 * @param nextField number of the next custom field
 * @param types custom types, and standard types with custom fields or sections
 * @param groupMembers by id of the group
 * @param tagChanges changes whose delay is not over
 * @param subscriptionChanges changes whose delay is not over
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

    public static AccountSnapshot of(Account account, WebhookLog log) {
        TypeCatalog catalog = account.records().types();
        return new AccountSnapshot(
                FORMAT,
                account.records().now().toString(),
                catalog.nextObject(),
                catalog.nextField(),
                catalog.all().stream()
                        .map(type -> Type.of(type, account.sections().changed(type.id())))
                        .filter(Type::customised)
                        .toList(),
                account.records().tables().entrySet().stream()
                        .map(table -> Table.of(table.getKey(), table.getValue(), log))
                        .toList(),
                account.groups().all(),
                account.tags().pending().stream().map(TagChange::of).toList(),
                account.sequences().pending().stream()
                        .map(SubscriptionChange::of)
                        .toList());
    }

    /**
     * Fills an account that {@link Account#clear} has emptied.
     *
     * @throws RuntimeException when the data are inconsistent; the account is then filled in part
     */
    void restore(Account account, WebhookLog log) {
        TypeCatalog catalog = account.records().types();
        types.forEach(type -> catalog.restore(type.id(), type.name(), type.fields()));
        types.forEach(type -> account.sections().restore(type.id(), type.sections()));
        catalog.restoreNumbers(nextObject, nextField);
        tables.forEach(table -> table.restore(account, log));
        groupMembers.forEach(
                (group, members) -> members.forEach(member -> account.groups().add(group, member)));
        account.tags().restore(tagChanges.stream().map(TagChange::toChange).toList());
        account.sequences()
                .restore(subscriptionChanges.stream()
                        .map(SubscriptionChange::toChange)
                        .toList());
    }

    /** @param name needed to restore custom object types only */
    record Type(int id, String name, List<CustomField> fields, List<FieldSections.Section> sections) {

        static Type of(TypeDefinition type, List<FieldSections.Section> sections) {
            return new Type(
                    type.id(),
                    type.name(),
                    type.fields().values().stream()
                            .filter(FieldDefinition::custom)
                            .map(FieldDefinition::toCustomField)
                            .toList(),
                    sections);
        }

        boolean customised() {
            return id >= TypeDefinition.FIRST_CUSTOM_OBJECT || !fields.isEmpty() || !sections.isEmpty();
        }
    }

    /** @param lastId the highest id the type ever had, even if that record was deleted */
    record Table(int type, long lastId, List<Map<String, String>> records) {

        static Table of(int type, RecordTable table, WebhookLog log) {
            return new Table(
                    type,
                    table.lastId(),
                    type == TypeDefinition.WEBHOOK_LOG
                            ? log.rows()
                            : table.all().stream().map(StoredRecord::latest).toList());
        }

        void restore(Account account, WebhookLog log) {
            if (type == TypeDefinition.WEBHOOK_LOG) {
                log.restore(lastId, records);
            } else {
                account.records().restore(account.records().types().get(type), lastId, records);
            }
        }
    }

    /** A change of the tags of a record whose delay is not over. */
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

    /** A change of the sequences or automations of a record whose delay is not over. */
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
