package io.github.camelontraport.operation.field;

import static io.github.camelontraport.api.type.Capability.READ;
import static io.github.camelontraport.operation.ReplyShape.ACKNOWLEDGEMENT;
import static io.github.camelontraport.operation.ReplyShape.MAP;

import io.github.camelontraport.operation.Operation;
import java.util.List;

/** Rows for the custom fields of a type. */
public final class FieldOperations {

    public static final List<Operation> ROWS = List.of(
            Operation.of("readFields", READ, MAP, FieldEditor::read, FieldEditor.READ),
            Operation.of("createFields", READ, MAP, FieldEditor::create, FieldEditor.CREATE),
            Operation.of("updateFields", READ, MAP, FieldEditor::update, FieldEditor.UPDATE),
            Operation.of("deleteField", READ, ACKNOWLEDGEMENT, FieldEditor::delete, FieldEditor.DELETE));

    private FieldOperations() {}
}
