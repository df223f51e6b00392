package io.github.camelontraport.campaign.fuzz;

/** What Jazzer calls, in a JVM of its own, with one input after the other. */
public final class FuzzTarget {

    static final String PARSER = "campaign.parser";

    private static final Parser TARGET = Parser.valueOf(System.getProperty(PARSER, Parser.CONDITION.name()));

    private FuzzTarget() {}

    /** An exception that the contract does not have ends the run. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        boolean unused = TARGET.takes(input);
    }
}
