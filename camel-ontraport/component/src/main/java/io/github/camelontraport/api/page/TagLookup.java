package io.github.camelontraport.api.page;

import io.github.camelontraport.api.Json;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds a tag by its name. Tags of different types may have the same name.
 *
 * @param type of the records that the tag is for
 */
public record TagLookup(ObjectType type, String name) {

    /** Tags are records themselves. */
    public static final ObjectType TAGS = ObjectTypes.TAG;

    private static final String NAME = "tag_name";

    /** Selects the tag, and no other. */
    public Condition condition() {
        return Condition.of(NAME, Operator.EQUAL, name)
                .and(Condition.of("object_type_id", Operator.EQUAL, Integer.toString(type.id())));
    }

    /** The tag's id in the result of {@link #condition}; empty when there is none, or the server ignored the condition. */
    public OptionalLong idIn(List<Map<String, Object>> found) {
        return found.isEmpty() || !Json.text(found.get(0).get(NAME)).equalsIgnoreCase(name)
                ? OptionalLong.empty()
                : OptionalLong.of(RecordParser.id(found.get(0), TAGS).orElseThrow());
    }
}
