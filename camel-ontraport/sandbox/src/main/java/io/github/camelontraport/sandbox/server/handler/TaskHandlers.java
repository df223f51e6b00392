package io.github.camelontraport.sandbox.server.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.query.RecordQuery;
import io.github.camelontraport.sandbox.account.query.RecordSelector;
import io.github.camelontraport.sandbox.account.record.FieldValues;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Actions on tasks. A task exists only when a task message was assigned to a record. */
public final class TaskHandlers {

    private static final String PENDING = "0";
    private static final String COMPLETE = "1";
    private static final String CANCELLED = "2";
    private static final String UNSET = "0";
    private static final String FIELD_OF_RECORD = "task_form_";
    private static final Pattern TIME = Pattern.compile("[0-9]{1,18}");
    /** A larger due date is a time instead of a number of days. */
    private static final long MOST_DAYS = 100_000;

    private final RecordStore records;
    private final RecordSelector selector;

    public TaskHandlers(Account account) {
        this.records = account.records();
        this.selector = new RecordSelector(records, account.groups());
    }

    public AccountReply assign(TypeDefinition task, RequestParameters parameters) {
        TypeDefinition type = typeOfRecords(parameters);
        List<Long> ids = targets(type, parameters);
        ObjectNode given = parameters.requireObject("message");
        StoredRecord message = records.table(TypeDefinition.MESSAGE)
                .find(given.path("id").asLong())
                .orElseThrow(ApiErrorException::notFound);
        if (!"task".equals(message.latest().get("type"))) {
            throw ApiErrorException.invalid("Invalid value for parameter: message");
        }
        ids.forEach(record -> records.create(task, task(type, record, message, given)));
        return AccountReply.done();
    }

    private Map<String, String> task(TypeDefinition type, long record, StoredRecord message, ObjectNode given) {
        Map<String, String> of = message.latest();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("owner", value(given, "task_owner", of, "1"));
        fields.put("contact_id", Long.toString(record));
        fields.put("subject", FieldValues.isBlank(of.get("subject")) ? of.get("alias") : of.get("subject"));
        fields.put("details", of.get("task_data"));
        fields.put("date_due", due(value(given, "due_date", of, "0")));
        fields.put("item_id", Long.toString(message.id()));
        fields.put("object_type_id", Integer.toString(type.id()));
        fields.put("object_name", type.name());
        return fields;
    }

    /** The value in the request, else the value of the message, else the default. */
    private static String value(ObjectNode given, String name, Map<String, String> message, String otherwise) {
        String requested = given.path(name).asText();
        String value = requested.isEmpty() ? message.get(name) : requested;
        boolean unset = FieldValues.isBlank(value) || value.equals(UNSET);
        return unset ? otherwise : value;
    }

    private String due(String daysOrTime) {
        if (!TIME.matcher(daysOrTime).matches()) {
            throw ApiErrorException.invalid("Invalid value for parameter: due_date");
        }
        long number = Long.parseLong(daysOrTime);
        return number > MOST_DAYS
                ? Long.toString(number)
                : RecordStore.seconds(records.now().plus(Duration.ofDays(number)));
    }

    /** The object type is that of the records that have the tasks. */
    public AccountReply complete(TypeDefinition task, RequestParameters parameters) {
        TypeDefinition type = typeOfRecords(parameters);
        ObjectNode data = parameters.object("data");
        for (StoredRecord stored : stored(task, parameters)) {
            records.update(task, stored, Map.of("status", COMPLETE, "date_complete", records.nowInSeconds()));
            if (data != null) {
                fillIn(type, Long.parseLong(stored.latest().get("contact_id")), data);
            }
        }
        return AccountReply.done();
    }

    /** Writes the form of a task into fields of the record that has the task. */
    private void fillIn(TypeDefinition type, long record, ObjectNode data) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : data.properties()) {
            if (value.getKey().startsWith(FIELD_OF_RECORD)) {
                type.field(value.getKey().substring(FIELD_OF_RECORD.length()))
                        .filter(FieldDefinition::editable)
                        .ifPresent(field ->
                                changes.put(field.name(), value.getValue().asText()));
            }
        }
        if (!changes.isEmpty()) {
            records.table(type).find(record).ifPresent(stored -> records.update(type, stored, changes));
        }
    }

    /** The object type should be that of tasks, but clients send 0, too. */
    public AccountReply cancel(TypeDefinition task, RequestParameters parameters) {
        parameters.require("objectID");
        if (!List.of(0L, (long) TypeDefinition.TASK).contains(parameters.number("objectID"))) {
            throw ApiErrorException.invalid("Invalid value for parameter: objectID");
        }
        stored(task, parameters).forEach(stored -> records.update(task, stored, Map.of("status", CANCELLED)));
        return AccountReply.done();
    }

    public AccountReply reschedule(TypeDefinition task, RequestParameters parameters) {
        StoredRecord stored = NamedRecord.require(records, task, parameters);
        parameters.require("newtime");
        records.update(
                task, stored, Map.of("date_due", parameters.number("newtime").toString()));
        return AccountReply.done();
    }

    public AccountReply reopen(TypeDefinition task, RequestParameters parameters) {
        stored(task, parameters)
                .forEach(stored -> records.update(task, stored, Map.of("status", PENDING, "date_complete", UNSET)));
        return AccountReply.done();
    }

    private TypeDefinition typeOfRecords(RequestParameters parameters) {
        parameters.require("object_type_id");
        return records.types()
                .find(parameters.number("object_type_id"))
                .orElseThrow(() -> ApiErrorException.invalid("Invalid value for parameter: object_type_id"));
    }

    private List<StoredRecord> stored(TypeDefinition task, RequestParameters parameters) {
        return targets(task, parameters).stream()
                .map(id -> records.table(task).find(id).orElseThrow())
                .toList();
    }

    private List<Long> targets(TypeDefinition type, RequestParameters parameters) {
        return selector.requiredTargets(type, RecordQuery.of(parameters, type, records.switches()));
    }
}
