package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import java.util.HashSet;
import java.util.Set;

/** Decides whether a call without any selection may take every record of the type. */
final class AllRecordsGuard {

    /** Headers for other operations that bound no selection. */
    private static final Set<Parameter> UNBOUNDING = Set.of(
            Parameter.SORT,
            Parameter.SORT_DIR,
            Parameter.LIST_FIELDS,
            Parameter.EXTERNS,
            Parameter.IGNORE_BLANKS,
            Parameter.METHOD,
            Parameter.PATH,
            Parameter.REQUEST_HEADERS);

    private AllRecordsGuard() {}

    /**
     * Whether the endpoint allows it.
     *
     * @throws InvalidInputException when a header selects or bounds records, even without a value
     */
    static boolean isMeant(ParameterValues values) {
        if (!values.fixed().allowAll()) {
            return false;
        }
        Set<Parameter> bounds = new HashSet<>(values.ignoredHeaders());
        if (values.has(Parameter.SEARCH_NOTES)) {
            bounds.add(Parameter.SEARCH_NOTES);
        }
        bounds.removeAll(UNBOUNDING);
        if (!bounds.isEmpty()) {
            throw new InvalidInputException("No selection was found, but with "
                    + bounds.stream().map(Parameter::header).sorted().toList()
                    + " set not every record can be meant. Nothing "
                    + "was sent");
        }
        return true;
    }
}
