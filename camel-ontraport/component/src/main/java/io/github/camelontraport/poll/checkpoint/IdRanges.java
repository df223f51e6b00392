package io.github.camelontraport.poll.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.LongConsumer;

/** Sets of numbers as people write them: {@code 5-30,44}. */
public final class IdRanges {

    private IdRanges() {}

    public static String write(SortedSet<Long> numbers) {
        List<String> parts = new ArrayList<>();
        long first = 0;
        long last = 0;
        boolean open = false;
        for (long number : numbers) {
            if (open && number == last + 1) {
                last = number;
                continue;
            }
            if (open) {
                parts.add(part(first, last));
            }
            first = number;
            last = number;
            open = true;
        }
        if (open) {
            parts.add(part(first, last));
        }
        return String.join(",", parts);
    }

    private static String part(long first, long last) {
        return first == last ? Long.toString(first) : first + "-" + last;
    }

    /** @throws NumberFormatException when the text is something else */
    public static void read(String text, LongConsumer numbers) {
        if (text.isEmpty()) {
            return;
        }
        for (String part : text.split(",")) {
            int dash = part.indexOf('-');
            long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
            long last = dash < 0 ? first : Long.parseLong(part.substring(dash + 1));
            for (long number = first; number <= last; number++) {
                numbers.accept(number);
            }
        }
    }
}
