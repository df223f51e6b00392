package io.github.camelontraport.sandbox;

/**
 * Which of the calls or deliveries that fit a fault is for.
 *
 * @param skip how many pass first
 * @param every of those after them, each so-maniest only
 * @param times how many in all, or {@link #ALWAYS}
 */
record Turns(int skip, int every, int times) {

    static final int ALWAYS = -1;

    static final Turns NEXT = new Turns(0, 1, 1);

    /** @param counted what is counted, for the message of the IllegalArgumentException when the number is negative */
    Turns skip(int number, String counted) {
        return new Turns(check(number, 0, counted), every, times);
    }

    Turns times(int number, String counted) {
        return new Turns(skip, every, check(number, 1, counted));
    }

    Turns every(int number, String counted) {
        return new Turns(skip, check(number, 1, counted), ALWAYS);
    }

    Turns always() {
        return new Turns(skip, every, ALWAYS);
    }

    private static int check(int number, int least, String counted) {
        if (number < least) {
            throw new IllegalArgumentException("Not a number of " + counted + ": " + number);
        }
        return number;
    }
}
