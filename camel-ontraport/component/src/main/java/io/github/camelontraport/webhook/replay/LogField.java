package io.github.camelontraport.webhook.replay;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is read of an entry of the delivery log. Its fields are not documented, so these are looked for by likely names. */
enum LogField {
    WEBHOOK("webhookid", "webhook", "hookid", "hook"),
    PAYLOAD("payload", "lastpayload", "requestbody", "postdata", "body", "request", "content", "data"),
    STATUS("code", "statuscode", "responsecode", "httpcode", "httpstatus", "lastcode", "status", "result", "success");

    private final List<String> likely;

    LogField(String... likely) {
        this.likely = List.of(likely);
    }

    /** The names of these fields among all that an entry has; without those that none of them fits. */
    static Map<LogField, String> among(Collection<String> names) {
        Map<LogField, String> found = new EnumMap<>(LogField.class);
        Arrays.stream(values()).forEach(field -> field.likely.stream()
                .flatMap(word -> names.stream().filter(name -> normal(name).equals(word)))
                .findFirst()
                .ifPresent(name -> found.put(field, name)));
        return found;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
