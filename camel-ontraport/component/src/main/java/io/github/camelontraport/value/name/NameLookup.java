package io.github.camelontraport.value.name;

import io.github.camelontraport.api.type.ObjectType;
import java.util.List;

/**
 * Names to be resolved, and ids beside them.
 *
 * @param of     the type of the records that they are for, which decides between equal names; {@code null} for any
 * @param source what gives the names, for error messages
 */
public record NameLookup(NamedKind kind, List<IdOrName> wanted, ObjectType of, String source) {

    public NameLookup {
        wanted = List.copyOf(wanted);
    }

    public static NameLookup one(NamedKind kind, IdOrName wanted, ObjectType of, String source) {
        return new NameLookup(kind, List.of(wanted), of, source);
    }

    boolean hasNames() {
        return wanted.stream().anyMatch(IdOrName::isName);
    }
}
