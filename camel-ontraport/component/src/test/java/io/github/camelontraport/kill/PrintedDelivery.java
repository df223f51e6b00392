package io.github.camelontraport.kill;

/**
 * What a route got, as a line that its JVM prints.
 *
 * @param dlm     the second of the contact's last change
 * @param version counts the contact's changes, which {@code dlm} alone does not tell apart
 */
record PrintedDelivery(String event, long id, String key, String dlm, String version) {

    String line() {
        return String.join("\t", event, Long.toString(id), key, dlm, version);
    }

    static PrintedDelivery of(String line) {
        String[] parts = line.split("\t", -1);
        return new PrintedDelivery(parts[0], Long.parseLong(parts[1]), parts[2], parts[3], parts[4]);
    }

    /** In the words of {@link ContactHistory#due}. */
    String described() {
        return event + " " + id + (event.equals("updated") ? " " + what() : "");
    }

    Version what() {
        return new Version(dlm, version);
    }

    /** Where it stands in the order of its route. */
    long position() {
        return switch (event) {
            case "updated" -> Long.parseLong(dlm);
            case "tagged" -> Long.parseLong(key.substring(key.lastIndexOf(':') + 1));
            default -> id;
        };
    }

    /** A state that a contact was in. */
    record Version(String dlm, String version) {}
}
