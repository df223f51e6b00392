package io.github.camelontraport.poll;

import io.github.camelontraport.api.type.ObjectType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The key by which routes recognise an event that is delivered again. */
public final class DeliveryKey {

    private DeliveryKey() {}

    /** @param further what distinguishes two events of the same kind and record */
    public static String of(String event, ObjectType type, long id, Object... further) {
        return event + ":" + type.id() + ":" + id
                + Arrays.stream(further).map(part -> ":" + part).collect(Collectors.joining());
    }
}
