package io.github.camelontraport.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldDefinition;
import io.github.camelontraport.sandbox.account.FieldValues;
import io.github.camelontraport.sandbox.account.RecordQuery;
import io.github.camelontraport.sandbox.account.RecordSelector;
import io.github.camelontraport.sandbox.account.StoredRecord;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Actions on tasks. There is no other way to get one than to assign a task message to a record. */
final class TaskHandlers {

    private static final String PENDING = "0";
    private static final String COMPLETE = "1";
    private static final String CANCELLED = "2";
    private static final String UNSET = "0";
    private static final String FIELD_OF_RECORD = "task_form_";
    private static final Pattern TIME = Pattern.compile("[0-9]{1,18}");
    /** A larger due date is not a number of days but a time. */
    private static final long MOST_DAYS = 100_000;

    private final AccountState account;
    private final RecordSelector selector;

    TaskHandlers(AccountState account) {
        this.account = account;
        this.selector = new RecordSelector(account);
    }

    Map<String, CallHandler> calls() {
        return Map.of(
                "POST /task/assign", this::assign,
                "POST /task/complete", this::complete,
                "POST /task/cancel", this::cancel,
                "POST /task/reschedule", this::reschedule,
                "POST /task/reopen", this::reopen);
    }

    private ApiReplyText assign(TypeDefinition task, CallParameters parameters) {
        TypeDefinition type = typeOfRecords(parameters);
        List<Long> records = targets(type, parameters);
        ObjectNode given = parameters.requireObject("message");
        StoredRecord message = account.table(account.types().get(TypeDefinition.MESSAGE))
                .find(given.path("id").asLong())
                .orElseThrow(ErrorReply::notFound);
        if (!"task".equals(message.latest().get("type"))) {
            throw ErrorReply.invalid("Invalid value for parameter: message");
        }
        records.forEach(record -> account.create(task, task(type, record, message, given)));
        return ApiReplyText.done();
    }

    private Map<String, String> task(TypeDefinition type, long record, StoredRecord message, ObjectNode given) {
        Map<String, String> of = message.latest();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("owner", said(given, "task_owner", of, "1"));
        fields.put("contact_id", Long.toString(record));
        fields.put("subject", FieldValues.isBlank(of.get("subject")) ? of.get("alias") : of.get("subject"));
        fields.put("details", of.get("task_data"));
        fields.put("date_due", due(said(given, "due_date", of, "0")));
        fields.put("item_id", Long.toString(message.id()));
        fields.put("object_type_id", Integer.toString(type.id()));
        fields.put("object_name", type.name());
        return fields;
    }

    /** What the call says, else the message, else nobody. */
    private static String said(ObjectNode given, String name, Map<String, String> message, String otherwise) {
        String said = given.path(name).asText();
        String value = said.isEmpty() ? message.get(name) : said;
        boolean unset = FieldValues.isBlank(value) || value.equals(UNSET);
        return unset ? otherwise : value;
    }

    private String due(String daysOrTime) {
        if (!TIME.matcher(daysOrTime).matches()) {
            throw ErrorReply.invalid("Invalid value for parameter: due_date");
        }
        long number = Long.parseLong(daysOrTime);
        return number > MOST_DAYS
                ? Long.toString(number)
                : AccountState.seconds(account.now().plus(Duration.ofDays(number)));
    }

    /** Here the object type is that of the records which have the tasks. */
    private ApiReplyText complete(TypeDefinition task, CallParameters parameters) {
        TypeDefinition type = typeOfRecords(parameters);
        ObjectNode data = parameters.object("data");
        for (StoredRecord stored : stored(task, parameters)) {
            account.update(
                    task, stored, Map.of("status", COMPLETE, "date_complete", AccountState.seconds(account.now())));
            if (data != null) {
                fillIn(type, Long.parseLong(stored.latest().get("contact_id")), data);
            }
        }
        return ApiReplyText.done();
    }

    /** The form of a task writes into fields of the record that has it. */
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
            account.table(type).find(record).ifPresent(stored -> account.update(type, stored, changes));
        }
    }

    /** Here it should be the type of the tasks, but 0 is seen to work, too. */
    private ApiReplyText cancel(TypeDefinition task, CallParameters parameters) {
        parameters.require("objectID");
        if (!List.of(0L, (long) TypeDefinition.TASK).contains(parameters.number("objectID"))) {
            throw ErrorReply.invalid("Invalid value for parameter: objectID");
        }
        stored(task, parameters).forEach(stored -> account.update(task, stored, Map.of("status", CANCELLED)));
        return ApiReplyText.done();
    }

    private ApiReplyText reschedule(TypeDefinition task, CallParameters parameters) {
        parameters.require("id");
        StoredRecord stored = account.table(task).find(parameters.number("id")).orElseThrow(ErrorReply::notFound);
        parameters.require("newtime");
        account.update(
                task, stored, Map.of("date_due", parameters.number("newtime").toString()));
        return ApiReplyText.done();
    }

    private ApiReplyText reopen(TypeDefinition task, CallParameters parameters) {
        stored(task, parameters)
                .forEach(stored -> account.update(task, stored, Map.of("status", PENDING, "date_complete", UNSET)));
        return ApiReplyText.done();
    }

    private TypeDefinition typeOfRecords(CallParameters parameters) {
        parameters.require("object_type_id");
        return account.types()
                .find(parameters.number("object_type_id"))
                .orElseThrow(() -> ErrorReply.invalid("Invalid value for parameter: object_type_id"));
    }

    private List<StoredRecord> stored(TypeDefinition task, CallParameters parameters) {
        return targets(task, parameters).stream()
                .map(id -> account.table(task).find(id).orElseThrow())
                .toList();
    }

    private List<Long> targets(TypeDefinition type, CallParameters parameters) {
        return selector.named(type, RecordQuery.of(parameters, type, account.switches()));
    }
}
