package io.github.camelontraport.api.type;

import java.util.Map;
import java.util.Set;

/**
 * A kind of record in an Ontraport account. Paths are relative to the API's base URL.
 *
 * @param id the type id, which the API calls {@code objectID}; custom objects have 10000 and above
 * @param name the type's name, such as {@code CampaignBuilderItem}; the given text for types this library does not know
 * @param plural the name used in URIs and messages, such as {@code campaignBuilderItems}
 * @param idField the record field holding the record id: {@code tag_id} for tags, {@code form_id} for forms, otherwise
 *     {@code id}
 * @param capabilities what the API can do with records of the type
 * @param createPath where records are created by POST
 * @param updatePath where records are updated by PUT
 * @param formEncoded whether creating and updating use form encoding in place of JSON, as for messages
 * @param mergeKey the field by which an upsert finds an existing record, or null when only the account's metadata
 *     says it
 * @param createdField the field with the creation time in Unix seconds, or null when the type has none
 * @param modifiedField the field with the time of the last change in Unix seconds, or null when the type has none;
 *     transactions have it on newer accounts only
 * @param singularPath the path segment that reads or deletes one record, such as {@code Contact}, or null for types
 *     reached only through {@code /object}
 * @param pluralPath the path segment of the collection, such as {@code Contacts}, or null likewise
 * @param readAtOwnPaths whether records are read at those paths, because no source shows that {@code /objects} has the type
 */
public record ObjectType(
        int id,
        String name,
        String plural,
        String idField,
        Set<Capability> capabilities,
        String createPath,
        String updatePath,
        boolean formEncoded,
        String mergeKey,
        String createdField,
        String modifiedField,
        String singularPath,
        String pluralPath,
        boolean readAtOwnPaths) {

    /** The lowest type id of custom objects. */
    public static final int FIRST_CUSTOM_ID = 10000;

    private static final String GENERIC_PATH = "/object";

    public ObjectType {
        capabilities = Set.copyOf(capabilities);
    }

    public boolean allows(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Where one record is read. */
    public String recordPath() {
        return readAtOwnPaths ? "/" + singularPath : GENERIC_PATH;
    }

    /** Where many are read; {@code /getInfo} and {@code /meta} are below it. */
    public String collectionPath() {
        return readAtOwnPaths ? "/" + pluralPath : GENERIC_PATH + "s";
    }

    /** The parameters that name the type in a call; none where the path names it. */
    public Map<String, String> parametersAt(String path) {
        return path.startsWith(GENERIC_PATH) ? Map.of("objectID", Integer.toString(id)) : Map.of();
    }
}
