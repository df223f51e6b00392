package io.github.camelontraport.api.type;

import io.github.camelontraport.api.InvalidInputException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds object types by name, id and API path. */
public final class ObjectTypes {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}_-]+");

    private static final Map<Integer, ObjectType> BY_ID = ObjectTypeTable.ROWS.stream()
            .map(ObjectTypeBuilder::type)
            .collect(Collectors.toUnmodifiableMap(ObjectType::id, Function.identity()));
    private static final Map<String, ObjectType> BY_NAME = new HashMap<>();
    private static final Map<String, ObjectType> BY_PATH = new HashMap<>();
    private static final List<String> NAMES = ObjectTypeTable.ROWS.stream()
            .flatMap(row -> row.plurals().stream())
            .sorted()
            .toList();

    static {
        for (ObjectTypeBuilder row : ObjectTypeTable.ROWS) {
            ObjectType type = BY_ID.get(row.type().id());
            row.names().forEach(name -> BY_NAME.put(normalize(name), type));
            Stream.of(Optional.ofNullable(type.singularPath()), Optional.ofNullable(type.pluralPath()))
                    .flatMap(Optional::stream)
                    .forEach(path -> BY_PATH.put(path.toLowerCase(Locale.ROOT), type));
        }
        // Some accounts have collections such as /Coupons for types that are otherwise reached generically.
        BY_ID.values().forEach(type -> {
            BY_PATH.putIfAbsent(type.name().toLowerCase(Locale.ROOT), type);
            BY_PATH.putIfAbsent(type.plural().toLowerCase(Locale.ROOT), type);
        });
    }

    public static final ObjectType CONTACT = listed("Contact");
    public static final ObjectType TASK = listed("Task");
    public static final ObjectType USER = listed("User");
    public static final ObjectType GROUP = listed("Group");
    public static final ObjectType SEQUENCE = listed("Sequence");
    public static final ObjectType RULE = listed("Rule");
    public static final ObjectType MESSAGE = listed("Message");
    public static final ObjectType TAG = listed("Tag");
    public static final ObjectType PRODUCT = listed("Product");
    public static final ObjectType PURCHASE = listed("Purchase");
    public static final ObjectType TRANSACTION = listed("Transaction");
    public static final ObjectType ORDER = listed("Order");
    public static final ObjectType OFFER = listed("Offer");
    public static final ObjectType FORM = listed("Form");
    public static final ObjectType TAG_SUBSCRIBER = listed("TagSubscriber");
    public static final ObjectType AUTOMATION = listed("CampaignBuilderItem");
    public static final ObjectType WEBHOOK = listed("Webhook");

    private ObjectTypes() {}

    private static ObjectType listed(String name) {
        return BY_NAME.get(normalize(name));
    }

    /**
     * The type with this name or id. Names are found in any case, singular or plural, with blanks, hyphens and
     * underscores ignored. Every decimal id is found: from 10000 on it is a custom object, below that and unknown it
     * is a type newer than this library, whose records can be created, changed and deleted.
     *
     * @return empty for a name that is not in the table, which may be that of a custom object
     * @throws InvalidInputException for an id that is negative or above 2147483647
     */
    public static Optional<ObjectType> find(String text) {
        String stripped = text.strip();
        return NUMBER.matcher(stripped).matches()
                ? Optional.of(byId(new BigInteger(stripped)))
                : Optional.ofNullable(BY_NAME.get(normalize(stripped)));
    }

    private static ObjectType byId(BigInteger id) {
        if (id.signum() < 0 || id.bitLength() > Integer.SIZE - 1) {
            throw new InvalidInputException("Object type id " + id + " is impossible: type ids go from 0 to "
                    + Integer.MAX_VALUE + ", custom objects from " + ObjectType.FIRST_CUSTOM_ID + ".");
        }
        ObjectType known = BY_ID.get(id.intValue());
        return known == null ? custom(id.intValue(), id.toString()) : known;
    }

    /** Whether the type is one of Ontraport's own that this library knows. */
    public static boolean isListed(int id) {
        return BY_ID.containsKey(id);
    }

    /**
     * A type known only from the account's metadata.
     *
     * @throws InvalidInputException when the id is negative
     */
    public static ObjectType custom(int id, String name) {
        if (id < 0) {
            throw new InvalidInputException("Object type id " + id + " of '" + name + "' is negative.");
        }
        ObjectTypeBuilder row =
                ObjectTypeBuilder.row(id, name, name).fullWithUpsert().allows(Capability.TAG);
        // Only custom objects are known to have tasks and the usual date fields.
        return id >= ObjectType.FIRST_CUSTOM_ID
                ? row.allows(Capability.ASSIGN_TASK).dated().type()
                : row.type();
    }

    /** Whether custom objects have the capability; all have the same. */
    public static boolean customObjectsAllow(Capability capability) {
        return custom(ObjectType.FIRST_CUSTOM_ID, "").allows(capability);
    }

    /** The listed types that have the capability, by type id. */
    public static List<ObjectType> allowing(Capability capability) {
        return ObjectTypeTable.ROWS.stream()
                .map(ObjectTypeBuilder::type)
                .filter(type -> type.allows(capability))
                .toList();
    }

    /**
     * The type whose records a path such as {@code /Contacts} or {@code /Contact} reaches.
     *
     * @param segment the first segment of the path, without slashes, in any case
     */
    public static Optional<ObjectType> byPathSegment(String segment) {
        return Optional.ofNullable(BY_PATH.get(segment.toLowerCase(Locale.ROOT)));
    }

    /** The plural names of one of the listed types, such as transactions and invoices. */
    public static List<String> plurals(int id) {
        return ObjectTypeTable.ROWS.stream()
                .filter(row -> row.type().id() == id)
                .findFirst()
                .map(ObjectTypeBuilder::plurals)
                .orElseThrow();
    }

    /** The plural names of all types, in alphabetical order. */
    public static Collection<String> names() {
        return NAMES;
    }

    private static String normalize(String text) {
        return IGNORED.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
