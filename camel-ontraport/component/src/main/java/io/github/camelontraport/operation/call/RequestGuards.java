package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.BodyReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The guards of calls. Operations and the raw calls that equal them have the same. */
public final class RequestGuards {

    private static final Set<String> SELECTION = Set.of("condition", "search", "group_id", "group_ids", "performAll");

    private static final Set<String> FOR_MANY = Set.of("ids", "performAll", "group_id", "group_ids");

    private static final String ID = "[1-9][0-9]{0,18}";

    private static final Pattern ONE_ID = Pattern.compile(ID);
    private static final Pattern IDS = Pattern.compile(ID + "(," + ID + ")*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_]+");

    public static final RequestGuard NONE = (parameters, wholeType) -> {};

    /** Names one record by id. */
    public static final RequestGuard ONE = (parameters, wholeType) -> {
        refuseSelection(parameters);
        oneId(parameters);
    };

    /** Writes the fields of one record. Fields may have any name, so only what cannot be a field is refused. */
    public static final RequestGuard FIELDS = (parameters, wholeType) -> {
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            if (FOR_MANY.contains(serverName(parameter.getKey()))) {
                throw new InvalidInputException("This call changes one record; " + FOR_MANY + " are not for it");
            }
        }
    };

    /** As {@link #FIELDS}, of a record that is named by id or by {@code unique_id}. */
    public static final RequestGuard FIELDS_OF_ONE = (parameters, wholeType) -> {
        FIELDS.check(parameters, wholeType);
        if (!JsonFields.hasText(parameters, "unique_id")) {
            oneId(parameters);
        }
    };

    /** Names its records by id, so that a clause that the server ignores cannot hit the whole account. */
    public static final RequestGuard MANY = (parameters, wholeType) -> {
        refuseSelection(parameters);
        if (idsIn(parameters, "ids").isEmpty()) {
            throw new InvalidInputException("This call needs the parameter ids with at least one id, as without it "
                    + "the API takes every record of the type");
        }
    };

    /** As {@link #MANY}, or with the type alone all of its records, when the endpoint allows that. */
    public static final RequestGuard MANY_OR_ALL = (parameters, wholeType) -> {
        boolean all = parameters
                .propertyStream()
                .allMatch(parameter -> parameter.getKey().equals("objectID"));
        if (!all || !wholeType.getAsBoolean()) {
            MANY.check(parameters, wholeType);
        }
    };

    public static final RequestGuard ONE_OR_MANY = (parameters, wholeType) -> {
        if (parameters.has("ids")) {
            MANY.check(parameters, wholeType);
        } else {
            ONE.check(parameters, wholeType);
        }
    };

    /** Of a call that is not known to select records: it must not take "all that match". */
    public static final RequestGuard NO_SELECTION = (parameters, wholeType) -> {
        if (names(parameters).anyMatch(name -> name.equals("ids") || name.equals("performAll"))) {
            MANY.check(parameters, wholeType);
        }
    };

    public static final RequestGuard FIELD_OR_SECTION = (parameters, wholeType) -> {
        refuseSelection(parameters);
        if (!JsonFields.hasText(parameters, "field") && !JsonFields.hasText(parameters, "section")) {
            throw new InvalidInputException("This call needs the parameter field or section");
        }
    };

    /** The API replaces the order by what is sent, and removes an order that is sent without products. */
    public static final RequestGuard ORDER = (parameters, wholeType) -> {
        JsonNode products = parameters.path("offer").path("products");
        if (!products.isArray() || products.isEmpty()) {
            throw new InvalidInputException("An order without offer.products would be removed; send all its products");
        }
        if (parameters.path("offer").path("order_id").asText().isBlank()) {
            throw new InvalidInputException("This call needs offer.order_id, the order that is replaced");
        }
    };

    /** Pays one invoice. */
    public static final RequestGuard INVOICE = (parameters, wholeType) -> {
        refuseSelection(parameters);
        if (idsIn(parameters, "invoice_id").size() != 1) {
            throw new InvalidInputException("This call needs the parameter invoice_id, a positive whole number");
        }
    };

    private RequestGuards() {}

    /** The name under which the server finds a parameter of a form or query. */
    public static String serverName(String name) {
        String stripped = name.stripLeading();
        int bracket = stripped.indexOf('[');
        // Without regular expressions, as every parameter of every write passes here.
        return (bracket < 0 ? stripped : stripped.substring(0, bracket))
                .replace(' ', '_')
                .replace('.', '_');
    }

    private static Stream<String> names(ObjectNode parameters) {
        return parameters.propertyStream().map(Map.Entry::getKey).map(RequestGuards::serverName);
    }

    private static void oneId(ObjectNode parameters) {
        if (idsIn(parameters, "id").size() + idsIn(parameters, "tag_id").size() != 1) {
            throw new InvalidInputException("This call needs the parameter id, a positive whole number");
        }
    }

    private static void refuseSelection(ObjectNode parameters) {
        List<String> selection = selection(parameters);
        if (!selection.isEmpty()) {
            throw new InvalidInputException("A call that changes records names them by id or ids; " + selection
                    + " would leave it to the server which they are. Read the ids first, with operation search");
        }
    }

    /**
     * The parameters that select records. PHP turns a blank, a dot or a bracket in a name into something else, so names
     * with such characters count too.
     */
    private static List<String> selection(ObjectNode parameters) {
        return parameters
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name ->
                        SELECTION.contains(name) || !PLAIN_NAME.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** Only the one notation of ids that server and library read alike is accepted, as the parameter is sent unchanged. */
    private static List<Long> idsIn(ObjectNode parameters, String name) {
        JsonNode ids = parameters.path(name);
        if (ids.isMissingNode() || ids.isNull()) {
            return List.of();
        }
        boolean plain = ids.isArray()
                ? ids.valueStream().allMatch(id -> ONE_ID.matcher(id.asText()).matches())
                : IDS.matcher(ids.asText()).matches();
        if (!plain) {
            throw new InvalidInputException("Parameter " + name + " is " + ids
                    + "; in a raw call it must be positive whole "
                    + "numbers, as a JSON array or separated by commas without blanks");
        }
        return BodyReader.ids(ids.isArray() ? ids : ids.asText(), "id", "Parameter " + name);
    }
}
