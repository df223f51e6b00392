package io.github.camelontraport.operation.catalog;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import java.util.stream.Collectors;

/** Refuses operations that an object type does not have. */
final class TypeChecks {

    private static final String CUSTOM_OBJECTS = "custom objects";

    private TypeChecks() {}

    static void check(Operation row, ObjectType type) {
        boolean possible = row.capability().isEmpty() || row.isPossibleWith(type);
        if (!possible && !row.types().isEmpty()) {
            throw notFor(row, type.plural());
        }
        if (!possible) {
            throw new InvalidInputException("Operation " + row.name() + " is not possible with " + type.plural()
                    + "; possible are " + Operations.possibleWith(type));
        }
    }

    /** A name that only the account knows is that of a custom object. */
    static void checkCustom(Operation row) {
        if (row.capability().isPresent() && !row.isForType(ObjectType.FIRST_CUSTOM_ID)) {
            throw notFor(row, CUSTOM_OBJECTS);
        }
    }

    private static InvalidInputException notFor(Operation row, String found) {
        return new InvalidInputException("Operation " + row.name() + " is for "
                + row.types().stream().map(TypeChecks::name).collect(Collectors.joining(", ")) + ", not for " + found);
    }

    private static String name(int type) {
        return type == ObjectType.FIRST_CUSTOM_ID
                ? CUSTOM_OBJECTS
                : "ontraport:" + String.join(" or ", ObjectTypes.plurals(type));
    }
}
