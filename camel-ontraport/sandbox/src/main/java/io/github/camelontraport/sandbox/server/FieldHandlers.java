package io.github.camelontraport.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.FieldDefinition;
import io.github.camelontraport.sandbox.account.FieldEditorView;
import io.github.camelontraport.sandbox.account.FieldOptions;
import io.github.camelontraport.sandbox.account.FieldSections;
import io.github.camelontraport.sandbox.account.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The field editor: custom fields and the sections they stand in. */
final class FieldHandlers {

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

    private final AccountState account;
    private final FieldEditorView view;

    FieldHandlers(AccountState account) {
        this.account = account;
        this.view = new FieldEditorView(account);
    }

    ApiReplyText read(TypeDefinition type, CallParameters parameters) {
        if (parameters.text("field") != null) {
            return ApiReplyText.data(
                    view.field(type, view.find(type, parameters.text("field")).orElseThrow(ErrorReply::notFound)));
        }
        if (parameters.text("section") != null) {
            return ApiReplyText.data(view.section(type, section(type, parameters.text("section"))));
        }
        return ApiReplyText.data(view.sections(type));
    }

    ApiReplyText create(TypeDefinition type, CallParameters parameters) {
        String name = parameters.require("name");
        List<List<JsonNode>> columns = FieldEditorView.columns(parameters.structure("fields"));
        columns.forEach(column -> column.forEach(FieldHandlers::refuseUnlessNew));
        String description = parameters.text("description");
        FieldSections.Section section = account.sections().find(type, name).orElseGet(() -> account.sections()
                .add(type, name));
        Map<String, Object> success = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            for (JsonNode field : columns.get(column)) {
                String key = account.defineField(type.id(), definition(null, field, Map.of()));
                section = section.isFirst() ? section : section.with(column, key);
                success.put(key, field.path("alias").asText());
            }
        }
        account.sections().replace(type.id(), description == null ? section : section.described(description));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", FieldEditorView.orList(success));
        result.put("error", List.of());
        return ApiReplyText.data(result);
    }

    /** Says what has changed, but unlike a creation nothing of errors. */
    ApiReplyText update(TypeDefinition type, CallParameters parameters) {
        FieldSections.Section section = section(type, parameters.require("name"));
        List<SandboxField> fields = FieldEditorView.columns(parameters.structure("fields")).stream()
                .flatMap(List::stream)
                .map(field -> changed(type, field))
                .toList();
        String description = parameters.text("description");
        Map<String, Object> success = new LinkedHashMap<>();
        fields.forEach(field -> {
            account.types().changeField(type.id(), field);
            success.put(field.name(), field.alias());
        });
        if (description != null) {
            account.sections().replace(type.id(), section.described(description));
            success.put("description", description);
        }
        return ApiReplyText.data(Map.of("success", FieldEditorView.orList(success)));
    }

    ApiReplyText delete(TypeDefinition type, CallParameters parameters) {
        if (parameters.text("field") != null) {
            FieldDefinition field = view.find(type, parameters.text("field")).orElseThrow(ErrorReply::notFound);
            if (!field.custom()) {
                throw ErrorReply.invalid("Invalid value for parameter: field");
            }
            account.removeField(type.id(), field.name());
            return ApiReplyText.data("Deleted");
        }
        FieldSections.Section section = section(type, parameters.require("section"));
        if (section.isFirst()) {
            throw ErrorReply.invalid("Invalid value for parameter: section");
        }
        account.sections().remove(type, section);
        return ApiReplyText.data("Deleted");
    }

    private FieldSections.Section section(TypeDefinition type, String name) {
        return account.sections().find(type, name).orElseThrow(ErrorReply::notFound);
    }

    private Optional<FieldDefinition> named(TypeDefinition type, JsonNode field) {
        return field.hasNonNull("field")
                ? view.find(type, field.path("field").asText())
                : view.find(type, field.path("id").asInt());
    }

    private static void refuseUnlessNew(JsonNode field) {
        if (field.path("alias").asText("").isEmpty()) {
            throw ErrorReply.missing("alias");
        }
        if (!TYPES.contains(field.path("type").asText())) {
            throw ErrorReply.invalid("Invalid value for parameter: type");
        }
        FieldOptions.changed(Map.of(), field.get("options"));
    }

    /** Only a text can become another type, a long one. */
    private SandboxField changed(TypeDefinition type, JsonNode field) {
        FieldDefinition old = named(type, field)
                .filter(FieldDefinition::custom)
                .orElseThrow(() -> ErrorReply.invalid("Invalid value for parameter: field"));
        String wanted = field.path("type").asText(old.type());
        if (!wanted.equals(old.type()) && !(old.type().equals("text") && wanted.equals("longtext"))) {
            throw ErrorReply.invalid("Invalid value for parameter: type");
        }
        return definition(old, field, old.options());
    }

    /** @param old null for a new field, which gets a name of its own */
    private static SandboxField definition(FieldDefinition old, JsonNode field, Map<String, String> options) {
        SandboxField before = old == null ? null : old.toSandboxField();
        return new SandboxField(
                before == null ? null : before.name(),
                field.path("alias").asText(before == null ? null : before.alias()),
                before == null || field.hasNonNull("type") && old.parentType() == null
                        ? field.path("type").asText()
                        : before.type(),
                FieldOptions.changed(options, field.get("options")),
                field.path("unique").asBoolean(before != null && before.unique()),
                field.path("required").asBoolean(before != null && before.required()));
    }
}
