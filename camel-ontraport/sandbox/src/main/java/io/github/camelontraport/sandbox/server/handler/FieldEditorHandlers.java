package io.github.camelontraport.sandbox.server.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.field.FieldEditorView;
import io.github.camelontraport.sandbox.account.field.FieldOptions;
import io.github.camelontraport.sandbox.account.field.FieldSections;
import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.type.CustomField;
import io.github.camelontraport.sandbox.account.type.FieldDefinition;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The field editor: custom fields and the sections that group them. */
public final class FieldEditorHandlers {

    private static final Set<String> TYPES = Set.of(
            "check",
            "country",
            "fulldate",
            "list",
            "longtext",
            "numeric",
            "price",
            "phone",
            "state",
            "drop",
            "text",
            "email",
            "sms",
            "address");

    private final RecordStore records;
    private final FieldSections sections;
    private final FieldEditorView view;

    public FieldEditorHandlers(Account account) {
        this.records = account.records();
        this.sections = account.sections();
        this.view = new FieldEditorView(sections);
    }

    public AccountReply read(TypeDefinition type, RequestParameters parameters) {
        if (parameters.text("field") != null) {
            return AccountReply.data(view.field(
                    type, view.find(type, parameters.text("field")).orElseThrow(ApiErrorException::notFound)));
        }
        if (parameters.text("section") != null) {
            return AccountReply.data(view.section(type, section(type, parameters.text("section"))));
        }
        return AccountReply.data(view.sections(type));
    }

    public AccountReply create(TypeDefinition type, RequestParameters parameters) {
        String name = parameters.require("name");
        List<List<JsonNode>> columns = FieldEditorView.columns(parameters.structure("fields"));
        columns.forEach(column -> column.forEach(FieldEditorHandlers::refuseUnlessNew));
        String description = parameters.text("description");
        FieldSections.Section section = sections.find(type, name).orElseGet(() -> sections.add(type, name));
        Map<String, Object> success = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            for (JsonNode field : columns.get(column)) {
                String key = records.defineField(type.id(), definition(null, field, Map.of()));
                section = section.isFirst() ? section : section.withField(column, key);
                success.put(key, field.path("alias").asText());
            }
        }
        sections.replace(type.id(), description == null ? section : section.withDescription(description));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", FieldEditorView.orList(success));
        result.put("error", List.of());
        return AccountReply.data(result);
    }

    /** Unlike the reply to a create, the reply has no {@code error}. */
    public AccountReply update(TypeDefinition type, RequestParameters parameters) {
        FieldSections.Section section = section(type, parameters.require("name"));
        List<CustomField> fields = FieldEditorView.columns(parameters.structure("fields")).stream()
                .flatMap(List::stream)
                .map(field -> changed(type, field))
                .toList();
        String description = parameters.text("description");
        Map<String, Object> success = new LinkedHashMap<>();
        fields.forEach(field -> {
            records.types().changeField(type.id(), field);
            success.put(field.name(), field.alias());
        });
        if (description != null) {
            sections.replace(type.id(), section.withDescription(description));
            success.put("description", description);
        }
        return AccountReply.data(Map.of("success", FieldEditorView.orList(success)));
    }

    public AccountReply delete(TypeDefinition type, RequestParameters parameters) {
        if (parameters.text("field") != null) {
            FieldDefinition field = view.find(type, parameters.text("field")).orElseThrow(ApiErrorException::notFound);
            if (!field.custom()) {
                throw ApiErrorException.invalid("Invalid value for parameter: field");
            }
            records.removeField(type.id(), field.name());
            return AccountReply.data("Deleted");
        }
        FieldSections.Section section = section(type, parameters.require("section"));
        if (section.isFirst()) {
            throw ApiErrorException.invalid("Invalid value for parameter: section");
        }
        sections.remove(type, section);
        return AccountReply.data("Deleted");
    }

    private FieldSections.Section section(TypeDefinition type, String name) {
        return sections.find(type, name).orElseThrow(ApiErrorException::notFound);
    }

    private Optional<FieldDefinition> named(TypeDefinition type, JsonNode field) {
        return field.hasNonNull("field")
                ? view.find(type, field.path("field").asText())
                : view.find(type, field.path("id").asInt());
    }

    private static void refuseUnlessNew(JsonNode field) {
        if (field.path("alias").asText("").isEmpty()) {
            throw ApiErrorException.missing("alias");
        }
        if (!TYPES.contains(field.path("type").asText())) {
            throw ApiErrorException.invalid("Invalid value for parameter: type");
        }
        FieldOptions.changed(Map.of(), field.get("options"));
    }

    /** The only allowed change of a type is from text to longtext. */
    private CustomField changed(TypeDefinition type, JsonNode field) {
        FieldDefinition old = named(type, field)
                .filter(FieldDefinition::custom)
                .orElseThrow(() -> ApiErrorException.invalid("Invalid value for parameter: field"));
        String wanted = field.path("type").asText(old.type());
        if (!wanted.equals(old.type()) && !(old.type().equals("text") && wanted.equals("longtext"))) {
            throw ApiErrorException.invalid("Invalid value for parameter: type");
        }
        return definition(old, field, old.options());
    }

    /** @param old null for a new field */
    private static CustomField definition(FieldDefinition old, JsonNode field, Map<String, String> options) {
        CustomField before = old == null ? null : old.toCustomField();
        return new CustomField(
                before == null ? null : before.name(),
                field.path("alias").asText(before == null ? null : before.alias()),
                before == null || (field.hasNonNull("type") && old.parentType() == null)
                        ? field.path("type").asText()
                        : before.type(),
                FieldOptions.changed(options, field.get("options")),
                field.path("unique").asBoolean(before != null && before.unique()),
                field.path("required").asBoolean(before != null && before.required()));
    }
}
