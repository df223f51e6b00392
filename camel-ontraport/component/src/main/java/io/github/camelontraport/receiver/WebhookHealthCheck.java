package io.github.camelontraport.receiver;

import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.webhook.subscription.SubscriptionKeeper;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.support.HealthCheckComponent;

/** Whether Ontraport has been told to deliver, and what came of the last repair. Takes no request. */
final class WebhookHealthCheck extends AbstractHealthCheck {

    private final OntraportEndpoint endpoint;
    private final String url;
    private final SubscriptionKeeper keeper;
    private final ReplayScheduler repair;

    /** @param url without the token */
    WebhookHealthCheck(OntraportEndpoint endpoint, String url, SubscriptionKeeper keeper, ReplayScheduler repair) {
        super(
                "camel",
                "ontraport-webhook-"
                        + Integer.toHexString(endpoint.getEndpointUri().hashCode()));
        this.endpoint = endpoint;
        this.url = url;
        this.keeper = keeper;
        this.repair = repair;
        setEnabled(((HealthCheckComponent) endpoint.getComponent()).isHealthCheckConsumerEnabled());
    }

    @Override
    public boolean isLiveness() {
        // A restart does not mend an API that is away.
        return false;
    }

    private void repaired(HealthCheckResultBuilder builder) {
        if (!repair.isOwed()) {
            builder.up();
        } else if (repair.outcome() == null) {
            builder.unknown().message("Missed deliveries are being read back");
        } else {
            builder.down().message("It is tried again, as " + repair.outcome());
        }
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        keeper.wake();
        SubscriptionStatus state = keeper.state();
        builder.detail("ontraport.objectType", endpoint.getObjectType());
        builder.detail(
                "ontraport.event", endpoint.getPollConfiguration().getEvent().name());
        builder.detail("ontraport.url", url);
        if (state.id() > 0) {
            builder.detail("ontraport.webhookId", state.id());
        }
        state.last().ifPresent(last -> {
            builder.detail("ontraport.lastDelivery", last.at().toString());
            builder.detail("ontraport.lastCode", last.code());
        });
        if (repair.outcome() != null) {
            builder.detail("ontraport.repair", repair.outcome());
        }
        switch (state.phase()) {
            case KEPT, UNATTENDED -> repaired(builder);
            case STARTING -> builder.down().message("The webhook subscription is being looked for");
            case FAILED ->
                builder.down().message("The webhook subscription cannot be looked after: " + state.problem());
        }
    }
}
