package io.github.camelontraport.api.condition;

/** Puts what people write in a condition into the form that the API compares. */
public interface OperandMapper {

    /**
     * The key of a field.
     *
     * @param isLabel whether the name is certainly a label
     * @throws io.github.camelontraport.api.InvalidInputException when no field has the name
     */
    String key(String name, boolean isLabel);

    /**
     * The comparison that the API makes with the field.
     *
     * @throws io.github.camelontraport.api.InvalidInputException when the field has no such value, or cannot be compared so
     */
    Comparison comparison(String key, Comparison written);
}
