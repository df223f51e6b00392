package io.github.camelontraport.poll;

import io.github.camelontraport.api.type.ObjectType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** By which an occurrence that is delivered again is recognised. */
public final class DeliveryKey {

    private DeliveryKey() {}

    /** @param further what tells two occurrences of the same record apart */
    public static String of(String event, ObjectType type, long id, Object... further) {
        return event + ":" + type.id() + ":" + id
                + Arrays.stream(further).map(part -> ":" + part).collect(Collectors.joining());
    }
}
