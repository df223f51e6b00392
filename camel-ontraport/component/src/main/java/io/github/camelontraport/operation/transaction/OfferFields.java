package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.value.ValueEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of an offer: its data are held to what the offer of a sale is held to, as they become that. */
public final class OfferFields {

    private static final String DATA = "data";
    private static final List<String> REQUIRED = List.of("name", DATA);

    private OfferFields() {}

    public static ObjectNode of(Map<String, Object> record, Capability verb, ValueEncoder values) {
        Map<String, Object> fields = new LinkedHashMap<>(record);
        Object data = fields.remove(DATA);
        ObjectNode written = values.record(fields);
        ObjectNode structure = values.parameters(data == null ? Map.of() : Map.of(DATA, data));
        if (structure.path(DATA) instanceof ObjectNode offer) {
            String operation = verb.name().toLowerCase(Locale.ROOT);
            SaleKeys.checkOffer(offer, "Operation " + operation + ": " + DATA);
            Offers.check(offer, DATA, operation);
        } else if (structure.has(DATA) && !structure.path(DATA).isTextual()) {
            throw new InvalidInputException(
                    "Field '" + DATA + "' of an offer is a map with products, or that as JSON text");
        }
        // Text is how it reads: the API's own, which goes back as it came.
        written.setAll(structure);
        if (verb == Capability.CREATE
                && !written.isEmpty()
                && !REQUIRED.stream().allMatch(written::hasNonNull)) {
            throw new InvalidInputException("A new offer needs " + REQUIRED + ", the data being a map with products");
        }
        return written;
    }
}
