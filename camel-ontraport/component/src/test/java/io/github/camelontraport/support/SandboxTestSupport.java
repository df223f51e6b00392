package io.github.camelontraport.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.SandboxRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Camel context whose ontraport component talks to a sandbox, for tests that go through the public URI. */
public abstract class SandboxTestSupport extends CamelTestSupport {

    public static final int CONTACTS = 0;
    public static final int TAGS = 14;

    @RegisterExtension
    static final OntraportSandboxExtension SANDBOX = new OntraportSandboxExtension();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        setUp(context.getComponent("ontraport", OntraportComponent.class));
        return context;
    }

    public final void setUp(OntraportComponent component) {
        OntraportConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(sandbox().baseUrl());
        configuration.setApiKey(sandbox().apiKey());
        configuration.setAppId(sandbox().appId());
        configuration.setRetryDelay(1);
        configure(component);
    }

    /** For tests that set the component up differently. */
    public void configure(OntraportComponent component) {}

    public static OntraportSandbox sandbox() {
        return SANDBOX.sandbox();
    }

    /** Sends an exchange to the endpoint; what went wrong is in its exception. */
    public Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    public Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    public Exchange send(String uri) {
        return send(uri, null, Map.of());
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> record(Exchange exchange) {
        return (Map<String, Object>) exchange.getMessage().getBody();
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> records(Exchange exchange) {
        return (List<Map<String, Object>>) exchange.getMessage().getBody();
    }

    /** The id in the header of a reply that is none of a failure. */
    public static long id(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return Long.parseLong(exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID, String.class));
    }

    /** Holds an operation on so many records to what it reports. */
    public static void acknowledged(Exchange done, String word, long count, int requests) {
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeaders())
                .containsEntry(OntraportConstants.ACKNOWLEDGEMENT, word)
                .containsEntry(OntraportConstants.COUNT, count)
                .containsEntry(OntraportConstants.REQUESTS, requests);
    }

    /** The ids of the records in a request, wherever they are. */
    public static Stream<String> idsIn(SandboxRequest request) {
        String ids = request.query()
                .getOrDefault(
                        "ids",
                        request.body().startsWith("{")
                                ? request.body().replaceAll(".*\"ids\":\\[|\\]\\}", "")
                                : PercentEncoding.decode(request.body()).get("ids"));
        return Arrays.stream(ids.split(","));
    }
}
