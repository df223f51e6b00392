package io.github.camelontraport.sandbox.fault;

/**
 * Selects the requests or deliveries that a fault affects, among those that fit.
 *
 * @param skip how many pass first
 * @param every of the rest, one in so many is affected
 * @param times how many are affected in all, or {@link #ALWAYS}
 */
public record FaultSchedule(int skip, int every, int times) {

    static final int ALWAYS = -1;

    public static final FaultSchedule NEXT = new FaultSchedule(0, 1, 1);

    /** @param counted what is counted, for the message of the IllegalArgumentException */
    public FaultSchedule skip(int number, String counted) {
        return new FaultSchedule(check(number, 0, counted), every, times);
    }

    public FaultSchedule times(int number, String counted) {
        return new FaultSchedule(skip, every, check(number, 1, counted));
    }

    public FaultSchedule every(int number, String counted) {
        return new FaultSchedule(skip, check(number, 1, counted), ALWAYS);
    }

    public FaultSchedule always() {
        return new FaultSchedule(skip, every, ALWAYS);
    }

    /** For people: {@code the next 2, after 1 more}. */
    public String description() {
        return skip == 0 ? affected() : affected() + ", after " + skip + " more";
    }

    private String affected() {
        if (every > 1) {
            return "one in " + every;
        }
        if (times == ALWAYS) {
            return "all";
        }
        return times == 1 ? "the next one" : "the next " + times;
    }

    private static int check(int number, int least, String counted) {
        if (number < least) {
            throw new IllegalArgumentException(
                    "The number of " + counted + " must be at least " + least + ", but is " + number);
        }
        return number;
    }
}
