package io.github.camelontraport.verify;

/** Where facts were taken from. */
final class Source {

    static final String DOCUMENTED = "Ontraport's documentation";
    static final String SDK = "Ontraport's PHP SDK";
    static final String OTHERS = "other programs that use the API";
    static final String INFERRED = "inferred";

    private Source() {}
}
