package io.github.camelontraport.campaign.world;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.campaign.world.Findings.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;

/** What has to be delivered in a long run. It forgets what was, so that it does not grow itself. Thread-safe. */
final class LongModel {

    private static final int SHOWN = 10;

    private final Findings findings;
    private final Set<String> owed = new HashSet<>();
    /** Small beside what the sandbox keeps of each record. */
    private final Set<String> keys = new HashSet<>();

    LongModel(Findings findings) {
        this.findings = findings;
    }

    synchronized void created(Object idOrEmail) {
        owed.add("created " + idOrEmail);
    }

    /** @param version the last name of a record that people made, email and first name of a synced one */
    synchronized void updated(String version) {
        owed.add("updated " + version);
    }

    synchronized void deleted(long id) {
        owed.add("deleted " + id);
    }

    synchronized void delivered(String event, Exchange exchange) {
        String key = event + " " + exchange.getMessage().getHeader(OntraportConstants.DELIVERY_KEY, String.class);
        if (keys.add(key)) {
            findings.done();
        } else {
            findings.add(Kind.REPEATED, key);
        }
        owed.remove(event + " " + exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID));
        if (exchange.getMessage().getBody() instanceof Map<?, ?> record) {
            owed.remove(event + " " + record.get("email"));
            owed.remove(event + " " + record.get("lastname"));
            owed.remove(event + " " + version(record));
        }
    }

    static String version(Map<?, ?> synced) {
        return synced.get("email") + " " + synced.get("firstname");
    }

    synchronized void compare() {
        if (!owed.isEmpty()) {
            findings.add(
                    Kind.LOST,
                    owed.size() + " deliveries, such as "
                            + owed.stream().limit(SHOWN).toList());
        }
    }
}
