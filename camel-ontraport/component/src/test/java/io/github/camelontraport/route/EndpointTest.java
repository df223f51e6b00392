package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.support.SandboxTestSupport;
import org.apache.camel.spi.EndpointServiceLocation;
import org.junit.jupiter.api.Test;

class EndpointTest extends SandboxTestSupport {

    @Test
    void tellsToolsWhereItsServiceIs() {
        EndpointServiceLocation location =
                context.getEndpoint("ontraport:contacts?operation=get&apiKey=k3y-of-a-test", OntraportEndpoint.class);

        assertThat(location.getServiceUrl()).isEqualTo(sandbox().baseUrl());
        assertThat(location.getServiceProtocol()).isEqualTo("rest");
        assertThat(location.getServiceMetadata()).containsEntry("objectType", "contacts");
    }

    @Test
    void showsNoKeyInItsText() {
        OntraportEndpoint endpoint =
                context.getEndpoint("ontraport:contacts?operation=get&apiKey=k3y-of-a-test", OntraportEndpoint.class);

        assertThat(endpoint.toString()).doesNotContain("k3y-of-a-test");
        assertThat(context.getEndpoint("ontraport:contacts?operation=get&appId=2_9999_SECRET&apiKey=k3y-of-a-test")
                        .toString())
                .contains("ontraport")
                .doesNotContain("2_9999_SECRET")
                .doesNotContain("k3y-of-a-test");
        assertThat(endpoint.getConfiguration().toString()).doesNotContain("k3y-of-a-test");
        assertThat(endpoint.connection().toString())
                .doesNotContain("k3y-of-a-test")
                .doesNotContain(sandbox().appId());
        assertThat(endpoint.getServiceMetadata().toString()).doesNotContain("k3y-of-a-test");
    }
}
