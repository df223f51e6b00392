package io.github.camelontraport.value;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says where a text is no JSON, without quoting it: it may hold what is secret. */
final class JsonPlace {

    /** How Jackson's message of a field that an object has twice begins; it has no exception of its own for it. */
    private static final String DUPLICATE = "Duplicate field";

    private JsonPlace() {}

    /** @param failure one that has a location */
    static String of(JsonProcessingException failure) {
        JsonLocation place = failure.getLocation();
        boolean isDuplicate = failure.getOriginalMessage() != null
                && failure.getOriginalMessage().startsWith(DUPLICATE);
        return "line " + place.getLineNr() + ", column " + place.getColumnNr()
                + (isDuplicate ? " names a field for the second time" : " is no JSON");
    }
}
