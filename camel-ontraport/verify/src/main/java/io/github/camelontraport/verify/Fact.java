package io.github.camelontraport.verify;

/**
 * Something that the component takes for granted about the API.
 *
 * @param name   the fact as a sentence, unique in the table
 * @param source where it was taken from; what is inferred was never seen in a document
 * @param usedBy the features that do not work without it
 * @param check  compares it with the account
 */
record Fact(String name, String source, String usedBy, Check check) {

    /** Reads the account and reports what it saw. May throw {@link CheckEndedException}. */
    @FunctionalInterface
    interface Check {

        Finding check(Account account);
    }

    Finding verify(Account account) {
        try {
            return check.check(account);
        } catch (CheckEndedException e) {
            return e.finding();
        }
    }
}
