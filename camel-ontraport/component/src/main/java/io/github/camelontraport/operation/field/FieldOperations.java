package io.github.camelontraport.operation.field;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;
import static io.github.camelontraport.operation.Operation.row;

import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.operation.Operation;
import java.util.List;
import java.util.Set;

/** Rows for the custom fields of a type. */
public final class FieldOperations {

    public static final List<Operation> ROWS = List.of(
            row("readFields", "GET /objects/fieldeditor", Capability.READ, Set.of(), false, YES, FieldEditor::read),
            row("createFields", "POST /objects/fieldeditor", Capability.READ, Set.of(), false, NO, FieldEditor::create),
            row("updateFields", "PUT /objects/fieldeditor", Capability.READ, Set.of(), false, NO, FieldEditor::update),
            row(
                    "deleteField",
                    "DELETE /objects/fieldeditor",
                    Capability.READ,
                    Set.of(),
                    false,
                    YES,
                    FieldEditor::delete));

    private FieldOperations() {}
}
