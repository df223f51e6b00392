package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportEndpoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;

/** Arbitrary bodies are answered with a known status, and only valid deliveries reach the route. */
class WebhookFuzzPropertyTest {

    private static final String TOKEN = "t0ken-of-a-test_0123";
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-16",
            "text/plain",
            "");
    private static final List<byte[]> VALID = List.of(
            WebhookTestSupport.created(8).getBytes(StandardCharsets.UTF_8),
            "{\"event\":\"object_create(0)\",\"data\":{\"id\":8,\"n\":[1,{\"a\":1e9}]},\"timestamp\":1}"
                    .getBytes(StandardCharsets.UTF_8),
            ("webhook_id=6&object_type_id=0&event%5Btype%5D=object_create&event[object_type_id]=0&data%5Bid%5D=212"
                            + "&data[firstname]=N%C3%B6ra&timestamp=1762506100")
                    .getBytes(StandardCharsets.US_ASCII));
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "1e999999999",
            "\\u0000",
            "%",
            "%5B",
            "%FF",
            "&",
            "=",
            "data",
            "[id]",
            "[]",
            "event",
            "\"id\":",
            "-1",
            "99999999999999999999",
            "\u00e9",
            "{\"data\":",
            "[[[[[[[[");

    private static CamelContext context;
    private static AsyncProcessor webhook;
    private static int routed;

    @BeforeContainer
    static void start() throws Exception {
        context = new DefaultCamelContext();
        OntraportConfiguration settings =
                context.getComponent("ontraport", OntraportComponent.class).getConfiguration();
        settings.setBaseUrl("http://localhost:1");
        settings.setApiKey("k3y-of-a-test");
        settings.setAppId("id");
        context.start();
        OntraportEndpoint endpoint = context.getEndpoint(
                "ontraport:contacts?event=created&webhookFormat=notify&webhookVerifyToken=" + TOKEN,
                OntraportEndpoint.class);
        WebhookConfiguration configuration = new WebhookConfiguration();
        configuration.storeConfiguration(new RestConfiguration());
        configuration.setWebhookPath("/hook");
        configuration.setWebhookExternalUrl("http://localhost");
        endpoint.setWebhookConfiguration(configuration);
        webhook = (AsyncProcessor) endpoint.createWebhookHandler(exchange -> {
            assertThat(exchange.getMessage().getHeader(OntraportConstants.OBJECT_ID, String.class))
                    .matches("[1-9]\\d{0,17}");
            routed++;
        });
        ServiceHelper.startService(webhook);
    }

    @AfterContainer
    static void stop() {
        ServiceHelper.stopService(webhook);
        context.stop();
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return mutations(Arbitraries.of(VALID), 6);
    }

    private static Arbitrary<byte[]> mutations(Arbitrary<byte[]> bodies, int most) {
        return Combinators.combine(
                        bodies,
                        Arbitraries.integers()
                                .between(0, 10_000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(most),
                        Arbitraries.of(PIECES).list().ofSize(most),
                        Arbitraries.integers().between(0, 6).list().ofSize(most))
                .as((body, places, pieces, kinds) -> {
                    byte[] mutated = body;
                    for (int i = 0; i < places.size(); i++) {
                        mutated = mutate(mutated, places.get(i), pieces.get(i), kinds.get(i));
                    }
                    return mutated;
                });
    }

    private static byte[] mutate(byte[] body, int place, String piece, int kind) {
        int at = body.length == 0 ? 0 : place % body.length;
        int to = Math.min(body.length, at + 1 + place % 7);
        return switch (kind) {
            case 0 -> join(body, at, new byte[] {(byte) place}, Math.min(body.length, at + 1));
            case 1 -> join(body, at, piece.getBytes(StandardCharsets.UTF_8), at);
            case 2 -> join(body, at, new byte[0], to);
            case 3 -> Arrays.copyOf(body, at);
            case 4 -> join(body, at, Arrays.copyOfRange(body, 0, to), to);
            case 5 -> join(body, at, piece.repeat(place % 40).getBytes(StandardCharsets.UTF_8), to);
            default -> join(body, at, "[]".repeat(place).getBytes(StandardCharsets.UTF_8), at);
        };
    }

    private static byte[] join(byte[] body, int from, byte[] middle, int to) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(body, 0, from);
        joined.writeBytes(middle);
        joined.write(body, to, body.length - to);
        return joined.toByteArray();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void answersAnyBodyWithAKnownStatus(@ForAll("mutated") byte[] body, @ForAll int type) {
        int before = routed;

        int status = answer(body, TYPES.get(Math.floorMod(type, TYPES.size())), "token=" + TOKEN);

        Statistics.collect(status);
        assertThat(status).isIn(200, 400, 413, 415);
        assertThat(routed - before).isLessThanOrEqualTo(status == 200 ? 1 : 0);
    }

    /** Truncated bodies, and bodies without record or event, are never valid. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void rejectsBodiesWithoutRecordOrEvent(@ForAll int cut, @ForAll("mutated") byte[] mutated, @ForAll boolean json) {
        byte[] whole = VALID.get(json ? 0 : 2);
        int lacking = json ? whole.length - 1 : new String(whole, StandardCharsets.US_ASCII).indexOf("212");
        String end = new String(whole, 0, Math.floorMod(cut, lacking), StandardCharsets.UTF_8);
        String noRecord = new String(mutated, StandardCharsets.ISO_8859_1).replaceAll("[dD]|%[46]4|\\\\u", "x");
        int before = routed;

        assertThat(answer(end.getBytes(StandardCharsets.UTF_8), TYPES.get(json ? 0 : 2), "token=" + TOKEN))
                .isEqualTo(400);
        assertThat(answer(noRecord.getBytes(StandardCharsets.ISO_8859_1), TYPES.get(json ? 0 : 2), "token=" + TOKEN))
                .isEqualTo(400);
        assertThat(answer(whole, TYPES.get(json ? 0 : 2), "token=" + cut)).isEqualTo(403);

        assertThat(routed).isEqualTo(before);
    }

    private static int answer(byte[] body, String type, String query) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(Exchange.HTTP_RAW_QUERY, query);
        if (!type.isEmpty()) {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, type);
        }
        boolean[] called = {false};
        webhook.process(exchange, doneSync -> called[0] = true);
        assertThat(called[0]).isTrue();
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, int.class);
    }
}
