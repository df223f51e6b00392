package io.github.camelontraport;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows the requests left to each account, what each operation took, how far syncs and polls are, and the subscriptions of
 * webhooks. Shows no secret.
 */
@DevConsole(
        name = "ontraport",
        displayName = "Ontraport",
        description = "Requests, polls, syncs and subscriptions of the Ontraport accounts")
public class OntraportDevConsole extends AbstractDevConsole {

    private static final List<ConsoleSection> SECTIONS =
            List.of(new AccountSection(), new SyncSection(), new PollSection(), new SubscriptionSection());

    public OntraportDevConsole() {
        super("camel", "ontraport", "Ontraport", "Requests, polls, syncs and subscriptions of the Ontraport accounts");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return SECTIONS.stream()
                .flatMap(section -> section.text(getCamelContext()).stream())
                .collect(Collectors.joining());
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject json = new JsonObject();
        SECTIONS.forEach(section -> json.put(section.name(), section.json(getCamelContext())));
        return json;
    }
}
