package io.github.camelontraport.value.mapper;

import java.util.Set;

/** What stands among the fields of a request without being a field of the type. */
final class RequestFields {

    /** The parameters of {@code POST} and {@code PUT /objects}, and the fields of contacts that the API calls deprecated. */
    private static final Set<String> NAMES = Set.of(
            "objectID",
            "id",
            "unique_id",
            "ignore_blanks",
            "use_utm_names",
            "background_request",
            "contact_cat",
            "updateSequence",
            "updateCampaign");

    private RequestFields() {}

    /** @param idField the key of the type's id, which is a parameter too */
    static boolean contains(String name, String idField) {
        return NAMES.contains(name) || name.equals(idField);
    }
}
