package io.github.camelontraport.operation;

import static io.github.camelontraport.operation.Operation.NO;
import static io.github.camelontraport.operation.Operation.YES;
import static io.github.camelontraport.operation.Operation.row;

import io.github.camelontraport.api.type.Verb;
import java.util.List;
import java.util.Set;

/** Rows for the custom fields of a type. */
final class FieldOperations {

    static final List<Operation> ROWS = List.of(
            row("readFields", "GET /objects/fieldeditor", Verb.READ, Set.of(), false, YES, FieldEditing::read),
            row("createFields", "POST /objects/fieldeditor", Verb.READ, Set.of(), false, NO, FieldEditing::create),
            row("updateFields", "PUT /objects/fieldeditor", Verb.READ, Set.of(), false, NO, FieldEditing::update),
            row("deleteField", "DELETE /objects/fieldeditor", Verb.READ, Set.of(), false, YES, FieldEditing::delete));

    private FieldOperations() {
    }
}
