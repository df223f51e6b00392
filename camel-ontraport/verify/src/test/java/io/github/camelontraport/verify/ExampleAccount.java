package io.github.camelontraport.verify;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Accounts to verify. */
final class ExampleAccount {

    private static final int CONTACT = 0;
    private static final int WEBHOOK = 145;

    private ExampleAccount() {}

    /** The sandbox's example data, more contacts than a page holds, different times, and a webhook: all facts can be tried. */
    static OntraportSandbox full() {
        OntraportSandbox sandbox = OntraportSandbox.builder()
                .exampleData(true)
                .requestsPerMinute(100_000)
                .start();
        Instant first = sandbox.clock().instant().minus(Duration.ofDays(100));
        sandbox.records(CONTACT).forEach(contact -> {
            long id = Long.parseLong((String) contact.get("id"));
            sandbox.update(CONTACT, id, times(first, id));
        });
        for (int i = 0; i < 40; i++) {
            long id = sandbox.create(CONTACT, Map.of("firstname", "Imported", "email", "import" + i + "@example.com"));
            sandbox.update(CONTACT, id, times(first, id));
        }
        sandbox.create(WEBHOOK, Map.of("url", "https://example.com/hook", "event", "object_create(0)"));
        return sandbox;
    }

    private static Map<String, Long> times(Instant first, long id) {
        return Map.of(
                "date", first.plusSeconds(60 * id).getEpochSecond(),
                // Not in the order of the ids.
                "dlm", first.plusSeconds(1_000_000 + 3600 * (id % 7)).getEpochSecond());
    }

    static Map<String, String> environment(OntraportSandbox sandbox, String baseUrl) {
        return Map.of(
                "ONTRAPORT_API_KEY", sandbox.apiKey(),
                "ONTRAPORT_APP_ID", sandbox.appId(),
                "ONTRAPORT_BASE_URL", baseUrl);
    }
}
