package io.github.camelontraport;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.type.ObjectTypes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Checks that the API accepts the endpoint's credentials. Takes no request while there is traffic, and at most one a minute
 * otherwise, however many endpoints and checks there are.
 */
final class OntraportProducerHealthCheck extends AbstractHealthCheck {

    private static final String PROBE_PATH = ObjectTypes.CONTACT.collectionPath() + "/getInfo";
    private static final ApiRequest PROBE = ApiRequest.get(PROBE_PATH, ObjectTypes.CONTACT.parametersAt(PROBE_PATH));

    private final EndpointContext endpoint;

    OntraportProducerHealthCheck(EndpointContext endpoint) {
        super(
                "camel",
                "producer:ontraport-"
                        + Integer.toHexString(endpoint.getEndpointUri().hashCode()));
        this.endpoint = endpoint;
    }

    @Override
    public boolean isLiveness() {
        // A restart does not repair an unreachable API or a wrong key.
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("ontraport.objectType", endpoint.getObjectType());
        builder.detail("ontraport.baseUrl", endpoint.getConfiguration().getBaseUrl());
        try {
            OntraportClient client = endpoint.connection().client();
            Optional<ApiException> illness = client.checkHealth(PROBE)
                    .toCompletableFuture()
                    .get(endpoint.getConfiguration().getRequestTimeout(), TimeUnit.MILLISECONDS);
            illness.ifPresentOrElse(ill -> down(builder, ill), builder::up);
        } catch (ApiException e) {
            // The component is stopped.
            down(builder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.unknown().message("Interrupted while waiting for the API");
        } catch (ExecutionException | TimeoutException e) {
            builder.down().message("The API did not answer within requestTimeout");
        }
    }

    private static void down(HealthCheckResultBuilder builder, ApiException illness) {
        if (illness.status() > 0) {
            builder.detail("http.response.code", illness.status());
        }
        builder.down().message(illness.getMessage()).error(illness);
    }
}
