package io.github.camelontraport;

/** The card was declined. The invoice that it was charged for exists all the same. */
public class OntraportDeclinedException extends OntraportException {

    private static final long serialVersionUID = 1L;

    private final Long invoiceId;

    OntraportDeclinedException(Failure failure) {
        super(failure);
        String id = failure.api() == null ? null : failure.api().objectId();
        this.invoiceId = id == null ? null : Long.valueOf(id);
    }

    /** The id of the invoice that is not paid; {@code null} when the reply does not contain it. */
    public Long getInvoiceId() {
        return invoiceId;
    }
}
