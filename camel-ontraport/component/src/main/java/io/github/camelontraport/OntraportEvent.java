package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Nearest;
import io.github.camelontraport.poll.PollEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a consumer watches for. */
public enum OntraportEvent {

    created, updated, deleted, tagged;

    /** @throws InvalidInputException naming the events there are */
    static OntraportEvent named(String text) {
        List<String> names = Arrays.stream(values()).map(OntraportEvent::name).toList();
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (!names.contains(name)) {
            throw new InvalidInputException("Option event: '" + text + "' is not one of " + names + "."
                    + Nearest.hint(name, names));
        }
        return valueOf(name);
    }

    PollEvent row() {
        return PollEvent.valueOf(name().toUpperCase(Locale.ROOT));
    }
}
