package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BooleanSupplier;

/** Refuses the parameters of a call that would change more records than were named. */
@FunctionalInterface
public interface RequestGuard {

    /**
     * Checks a call before it is sent.
     *
     * @param parameters query and body together
     * @param wholeType  whether a call without any selection may take every record of the type; asked only for such a call
     * @throws io.github.camelontraport.api.InvalidInputException for parameters that must not be sent
     */
    void check(ObjectNode parameters, BooleanSupplier wholeType);
}
