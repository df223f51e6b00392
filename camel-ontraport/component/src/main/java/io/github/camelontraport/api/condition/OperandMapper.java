package io.github.camelontraport.api.condition;

import java.util.List;

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
     * The comparisons that the API makes with the field, all of which a record has to meet.
     *
     * @throws io.github.camelontraport.api.InvalidInputException when the field has no such value, or cannot be compared so
     */
    List<Comparison> comparisons(String key, Comparison written);
}
