package io.github.camelontraport.operation.catalog;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses operations that an object type does not have. */
final class TypeChecks {

    private static final String CUSTOM_OBJECTS = "custom objects";

    private TypeChecks() {}

    static void check(Operation row, ObjectType type) {
        if (row.capability().isEmpty() || row.isPossibleWith(type)) {
            return;
        }
        if (row.capability().get().isSpecial()) {
            throw notFor(row, type.plural());
        }
        throw new InvalidInputException("Operation " + row.name() + " is not possible with " + type.plural()
                + "; possible are " + Operations.possibleWith(type));
    }

    /** A name that only the account knows is that of a custom object. */
    static void checkCustom(Operation row) {
        if (row.capability()
                .filter(needed -> !ObjectTypes.customObjectsAllow(needed))
                .isPresent()) {
            throw notFor(row, CUSTOM_OBJECTS);
        }
    }

    private static InvalidInputException notFor(Operation row, String found) {
        Capability needed = row.capability().orElseThrow();
        Stream<String> listed = ObjectTypes.allowing(needed).stream()
                .map(type -> "ontraport:" + String.join(" or ", ObjectTypes.plurals(type.id())));
        Stream<String> custom = ObjectTypes.customObjectsAllow(needed) ? Stream.of(CUSTOM_OBJECTS) : Stream.empty();
        return new InvalidInputException("Operation " + row.name() + " is for "
                + Stream.concat(listed, custom).collect(Collectors.joining(", ")) + ", not for " + found);
    }
}
