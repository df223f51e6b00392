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
     * What the API compares the field with.
     *
     * @throws io.github.camelontraport.api.InvalidInputException when the field has no such value
     */
    String operand(String key, String value);
}
