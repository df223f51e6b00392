package io.github.camelontraport.operation.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.Capability;
import io.github.camelontraport.value.ValueEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of an offer. Its data become the offer of a sale, so they are checked in the same way. */
public final class OfferFields {

    private static final String DATA = "data";
    private static final List<String> REQUIRED = List.of("name", DATA);

    private OfferFields() {}

    public static ObjectNode of(Map<String, Object> record, Capability capability, ValueEncoder encoder) {
        Map<String, Object> fields = new LinkedHashMap<>(record);
        Object data = fields.remove(DATA);
        ObjectNode written = encoder.record(fields);
        ObjectNode structure = encoder.parameters(data == null ? Map.of() : Map.of(DATA, data));
        if (structure.path(DATA) instanceof ObjectNode offer) {
            String operation = capability.name().toLowerCase(Locale.ROOT);
            SaleKeys.checkOffer(offer, "Operation " + operation + ": " + DATA);
            OfferAmounts.check(offer, DATA, operation);
        } else if (structure.has(DATA) && !structure.path(DATA).isTextual()) {
            throw new InvalidInputException(
                    "Field '" + DATA + "' of an offer is a map with products, or that as JSON text");
        }
        // An offer that was read has its data as text, which is sent back unchanged.
        written.setAll(structure);
        if (capability == Capability.CREATE
                && !written.isEmpty()
                && !REQUIRED.stream().allMatch(written::hasNonNull)) {
            throw new InvalidInputException("A new offer needs " + REQUIRED + ", the data being a map with products");
        }
        return written;
    }
}
