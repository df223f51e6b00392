package io.github.camelontraport.verify;

/** Ends a check early with its finding. */
final class CheckEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    private CheckEndedException(Finding finding) {
        super(finding.seen(), null, false, false);
        this.finding = finding;
    }

    static CheckEndedException doesNotHold(String seen) {
        return new CheckEndedException(Finding.doesNotHold(seen));
    }

    static CheckEndedException notTried(String why) {
        return new CheckEndedException(Finding.notTried(why));
    }

    Finding finding() {
        return finding;
    }
}
