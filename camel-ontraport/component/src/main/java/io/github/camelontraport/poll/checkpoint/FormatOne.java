package io.github.camelontraport.poll.checkpoint;

/** Sets of ids in the notation of format 1 of the state, {@code 5-30,44}, which is read but no longer written. */
public final class FormatOne {

    private FormatOne() {}

    /**
     * @return the same set in the notation of {@link IdSet#write}
     * @throws IllegalArgumentException when the text is damaged
     */
    public static String ids(String text) {
        return ids(text, IdSet.MAX_SIZE);
    }

    /**
     * As {@link #ids(String)}.
     *
     * @param most a text with more ids is damaged
     */
    public static String ids(String text, long most) {
        IdSet ids = new IdSet();
        if (!text.isEmpty()) {
            for (String part : text.split(",", -1)) {
                int dash = part.indexOf('-');
                long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
                long last = dash < 0 ? first : Long.parseLong(part.substring(dash + 1));
                ids.addRun(first, last, most);
            }
        }
        return ids.write();
    }
}
