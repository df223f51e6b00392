package io.github.camelontraport.receiver;

import io.github.camelontraport.receiver.ReceiverSettings.HealthCheckSettings;
import io.github.camelontraport.webhook.event.EventSpec;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Readiness: whether the subscription exists and the due replay has succeeded. Takes no request of the account. */
final class WebhookHealthCheck extends AbstractHealthCheck {

    private final EventSpec event;
    private final String url;
    private final SubscriptionKeeper keeper;
    private final ReplayScheduler replays;

    WebhookHealthCheck(ReceiverSettings settings, SubscriptionKeeper keeper, ReplayScheduler replays) {
        super("camel", settings.healthCheck().id());
        HealthCheckSettings registration = settings.healthCheck();
        this.event = settings.event();
        this.url = settings.callbackUrl().url();
        this.keeper = keeper;
        this.replays = replays;
        setEnabled(registration.enabled());
    }

    @Override
    public boolean isLiveness() {
        // A restart of the application does not help when the API is unreachable.
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        keeper.resume();
        SubscriptionStatus status = keeper.status();
        builder.detail("ontraport.objectType", event.typeName());
        builder.detail("ontraport.event", event.event().option());
        builder.detail("ontraport.url", url);
        if (status.id() > 0) {
            builder.detail("ontraport.webhookId", status.id());
        }
        status.last().ifPresent(last -> {
            builder.detail("ontraport.lastDelivery", last.at().toString());
            builder.detail("ontraport.lastCode", last.code());
        });
        if (replays.outcome() != null) {
            builder.detail("ontraport.repair", replays.outcome());
        }
        switch (status.phase()) {
            case ACTIVE, INACTIVE -> reportReplay(builder);
            case STARTING -> builder.down().message("The webhook subscription is being looked for");
            case FAILED -> builder.down().message("The webhook subscription cannot be checked: " + status.problem());
        }
    }

    private void reportReplay(HealthCheckResultBuilder builder) {
        if (!replays.isDue()) {
            builder.up();
        } else if (replays.outcome() == null) {
            builder.unknown().message("Missed deliveries are being read back");
        } else {
            builder.down().message("It is tried again, as " + replays.outcome());
        }
    }
}
