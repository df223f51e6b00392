package io.github.camelontraport.sandbox.fault;

/**
 * Which of the calls or deliveries that fit a fault is for.
 *
 * @param skip how many pass first
 * @param every of those after them, each so-maniest only
 * @param times how many in all, or {@link #ALWAYS}
 */
public record FaultTurns(int skip, int every, int times) {

    static final int ALWAYS = -1;

    public static final FaultTurns NEXT = new FaultTurns(0, 1, 1);

    /** @param counted what is counted, for the message of the IllegalArgumentException when the number is negative */
    public FaultTurns skip(int number, String counted) {
        return new FaultTurns(check(number, 0, counted), every, times);
    }

    public FaultTurns times(int number, String counted) {
        return new FaultTurns(skip, every, check(number, 1, counted));
    }

    public FaultTurns every(int number, String counted) {
        return new FaultTurns(skip, check(number, 1, counted), ALWAYS);
    }

    public FaultTurns always() {
        return new FaultTurns(skip, every, ALWAYS);
    }

    private static int check(int number, int least, String counted) {
        if (number < least) {
            throw new IllegalArgumentException("Not a number of " + counted + ": " + number);
        }
        return number;
    }
}
