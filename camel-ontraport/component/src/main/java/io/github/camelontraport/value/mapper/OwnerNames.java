package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Puts ids in place of the names of users in fields that link to a user, such as the owner. */
final class OwnerNames {

    /** The type id of users. */
    private static final int USER = 2;

    private static final Pattern ID = Pattern.compile("-?\\d+");

    private OwnerNames() {}

    /** Finds a user. */
    @FunctionalInterface
    interface Lookup {

        /**
         * The id of the user with this name or e-mail address.
         *
         * @param source what gives the name, for error messages
         */
        CompletionStage<Long> id(String name, String source);
    }

    /** Whether the field links to a user. Some accounts do not say to what the owner links. */
    static boolean isOf(FieldMetadata field) {
        return field.kind() == FieldKind.LINK
                && (field.parentType().isPresent()
                        ? field.parentType().getAsInt() == USER
                        : field.key().equals("owner"));
    }

    /** The fields with ids only. Looks nothing up when there is no name among them. */
    static CompletionStage<Map<String, Object>> resolved(Map<String, Object> fields, FieldNames names, Lookup lookup) {
        CompletionStage<Map<String, Object>> resolved = CompletableFuture.completedFuture(fields);
        for (Map.Entry<String, Object> entry : fields.entrySet()) {
            boolean isName = entry.getValue() instanceof String text
                    && !text.isEmpty()
                    && !ID.matcher(text).matches();
            if (isName && names.byKey(entry.getKey()).filter(OwnerNames::isOf).isPresent()) {
                String source = "Field '" + entry.getKey() + "'";
                resolved = resolved.thenCombine(lookup.id((String) entry.getValue(), source), (before, id) -> {
                    Map<String, Object> after = new LinkedHashMap<>(before);
                    after.put(entry.getKey(), id);
                    return after;
                });
            }
        }
        return resolved;
    }
}
