package io.github.camelontraport;

import io.github.camelontraport.receiver.ReceiverStatus;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.util.json.JsonObject;

/** The webhook subscriptions of the routes that run. */
final class SubscriptionSection implements ConsoleSection {

    @Override
    public String name() {
        return "subscriptions";
    }

    private static Stream<ReceiverStatus> receivers(CamelContext context) {
        return context.getEndpoints().stream()
                .filter(OntraportEndpoint.class::isInstance)
                .map(endpoint -> ((OntraportEndpoint) endpoint).receiverStatus())
                .flatMap(Optional::stream);
    }

    @Override
    public List<String> text(CamelContext context) {
        return receivers(context).map(SubscriptionSection::text).toList();
    }

    private static String text(ReceiverStatus receiver) {
        SubscriptionStatus subscription = receiver.subscription();
        return "Webhook " + ConsoleSection.readable(receiver.name()) + ": " + ConsoleSection.words(subscription.phase())
                + (subscription.id() > 0 ? ", subscription " + subscription.id() : "")
                + subscription
                        .last()
                        .map(last -> ", last delivery at " + last.at() + " answered with " + last.code())
                        .orElse("")
                + (subscription.problem() == null ? "" : ". " + subscription.problem())
                + "\n";
    }

    @Override
    public List<JsonObject> json(CamelContext context) {
        return receivers(context).map(SubscriptionSection::json).toList();
    }

    private static JsonObject json(ReceiverStatus receiver) {
        SubscriptionStatus subscription = receiver.subscription();
        JsonObject json = new JsonObject();
        json.put("webhook", ConsoleSection.readable(receiver.name()));
        json.put("url", receiver.url());
        json.put("status", ConsoleSection.words(subscription.phase()));
        if (subscription.id() > 0) {
            json.put("id", subscription.id());
        }
        subscription.last().ifPresent(last -> {
            json.put("lastDelivery", last.at().toString());
            json.put("lastCode", last.code());
        });
        if (subscription.problem() != null) {
            json.put("problem", subscription.problem());
        }
        return json;
    }
}
