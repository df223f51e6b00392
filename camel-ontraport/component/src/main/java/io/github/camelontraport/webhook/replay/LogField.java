package io.github.camelontraport.webhook.replay;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of a delivery log entry that a replay reads. Their names are undocumented; they are matched by likely names. */
enum LogField {
    WEBHOOK("webhookid", "webhook", "hookid", "hook"),
    PAYLOAD("payload", "lastpayload", "requestbody", "postdata", "body", "request", "content", "data"),
    STATUS("code", "statuscode", "responsecode", "httpcode", "httpstatus", "lastcode", "status", "result", "success");

    private final List<String> likely;

    LogField(String... likely) {
        this.likely = List.of(likely);
    }

    /** The names of these fields among all names of an entry. Fields without a match are left out. */
    static Map<LogField, String> match(Collection<String> names) {
        Map<LogField, String> found = new EnumMap<>(LogField.class);
        Arrays.stream(values()).forEach(field -> field.likely.stream()
                .flatMap(word -> names.stream().filter(name -> normalized(name).equals(word)))
                .findFirst()
                .ifPresent(name -> found.put(field, name)));
        return found;
    }

    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
