package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Looks at the fields of a JSON object. */
public final class JsonFields {

    private JsonFields() {}

    /** Whether the object has the field with a value that is neither null nor blank. */
    public static boolean hasText(ObjectNode object, String name) {
        return !object.path(name).asText("").isBlank();
    }
}
