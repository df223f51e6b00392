package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.sandbox.WebhookEncoding;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event, delivered by the sandbox, in both encodings and all formats. */
class WebhookEventsTest extends WebhookTestSupport {

    private static final int PURCHASES = 17;
    private static final int FORMS = 122;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            event=created                        |                        | JSON | full
            event=created                        |                        | FORM | lightweight
            event=created                        |                        | FORM | notify
            event=tagged&tag=VIP                 | CamelOntraportTagId     | JSON | lightweight
            event=tagged&tag=VIP                 | CamelOntraportTagId     | FORM | full
            event=untagged&tag=VIP               | CamelOntraportTagId     | JSON | notify
            event=untagged&tag=VIP               | CamelOntraportTagId     | FORM | full
            event=formSubmitted&formId=FORM      | CamelOntraportFormId    | JSON | full
            event=formSubmitted&formId=FORM      | CamelOntraportFormId    | FORM | full
            event=productPurchased&productId=9   | CamelOntraportProductId | JSON | full
            event=productPurchased&productId=9   | CamelOntraportProductId | FORM | notify
            event=transactionCreated&productId=9 | CamelOntraportProductId | JSON | full
            event=transactionCreated&productId=9 | CamelOntraportProductId | FORM | lightweight
            """)
    void deliversTheEvent(String options, String subject, WebhookEncoding encoding, String format) throws Exception {
        long nora = sandbox().create(CONTACTS, Map.of("firstname", "Nora", "city", "Bend"));
        sandbox().addTag(CONTACTS, nora, "VIP");
        sandbox().webhooks().encoding(encoding);
        long form = sandbox().create(FORMS, Map.of("formname", "Newsletter"));
        subscribe(uri("contacts?" + options.replace("FORM", Long.toString(form)) + "&webhookFormat=" + format));

        happen(options, nora, form);

        await("delivery").untilAsserted(() -> assertThat(got).hasSize(1));
        sandbox().webhooks().awaitQuiet(TIMEOUT);
        assertThat(sandbox().webhooks().deliveries()).allMatch(delivery -> delivery.succeeded());
        Exchange exchange = got.get(0);
        assertThat(exchange.getMessage().getHeader(OntraportConstants.OBJECT_TYPE))
                .isEqualTo("contacts");
        if (subject != null) {
            assertThat(header(exchange, subject, String.class)).matches("[1-9]\\d*");
        }
        String id = header(exchange, OntraportConstants.OBJECT_ID, String.class);
        assertThat(record(exchange)).containsEntry("id", id);
        assertThat(record(exchange).containsKey("city")).isEqualTo(format.equals("full"));
        assertThat(record(exchange).containsKey("firstname")).isEqualTo(!format.equals("notify"));
    }

    private static void happen(String options, long nora, long form) {
        long other = sandbox().create(CONTACTS, Map.of("firstname", "Otto", "city", "Salem"));
        if (options.startsWith("event=tagged")) {
            sandbox().addTag(CONTACTS, other, "VIP");
        } else if (options.startsWith("event=untagged")) {
            sandbox().removeTag(CONTACTS, nora, "VIP");
        } else if (options.startsWith("event=form")) {
            sandbox()
                    .submitForm(
                            sandbox().create(FORMS, Map.of("formname", "Other")),
                            Map.of("firstname", "Ada", "city", "Bend"));
            sandbox().submitForm(form, Map.of("firstname", "Ada", "city", "Bend"));
        } else if (!options.startsWith("event=created")) {
            sandbox().create(PURCHASES, Map.of("contact_id", Long.toString(nora), "product_id", "9", "status", "1"));
        }
    }

    /** A route can change from polling to webhooks by its URI alone. */
    @ParameterizedTest
    @EnumSource(WebhookEncoding.class)
    void bodyAndHeadersEqualThoseOfAPoll(WebhookEncoding encoding) throws Exception {
        sandbox().webhooks().encoding(encoding);
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("ontraport:contacts?event=created&startScheduler=false")
                        .routeId("poll")
                        .process(exchange -> got.add(exchange.copy()));
            }
        });
        OntraportConsumer poll = (OntraportConsumer) context.getRoute("poll").getConsumer();
        poll.run();
        subscribe(uri("contacts?event=created"));
        sandbox().create(CONTACTS, Map.of("firstname", "Nöra", "city", "Bend"));
        await("delivery").untilAsserted(() -> assertThat(got).hasSize(1));
        poll.run();

        Map<String, Object> pushed = got.get(0).getMessage().getHeaders();
        Map<String, Object> polled = got.get(1).getMessage().getHeaders();
        assertThat(pushed.remove(OntraportConstants.WEBHOOK_ID)).isNotNull();
        assertThat(pushed.remove(OntraportConstants.DELIVERY_KEY))
                .isNotEqualTo(polled.remove(OntraportConstants.DELIVERY_KEY));
        assertThat(pushed).isEqualTo(polled);
        Map<String, Object> body = record(got.get(1));
        if (encoding == WebhookEncoding.FORM) {
            body.values().removeIf(value -> value == null);
        }
        assertThat(record(got.get(0))).isEqualTo(body);
        assertThat(got.get(0).getPattern()).isEqualTo(got.get(1).getPattern());
    }
}
