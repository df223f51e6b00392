package io.github.camelontraport.api.budget;

/** No request became free in time. Nothing was sent. */
public final class BudgetExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BudgetExhaustedException(String message) {
        super(message);
    }
}
