package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.support.DeveloperConsole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The developer console shows the subscription of a route, or why there is none. */
class WebhookConsoleTest extends WebhookTestSupport {

    private List<Map<String, Object>> shown() {
        return DeveloperConsole.section(context, "subscriptions");
    }

    @Test
    void aSubscriptionThatIsThereIsShownWithoutItsToken() throws Exception {
        subscribe(uri("contacts?event=created&webhookVerifyToken=" + TOKEN));

        await("status").untilAsserted(() -> assertThat(shown()).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("status", "active")
                .containsEntry("url", url())
                .containsEntry(
                        "id", Long.parseLong(subscriptions().get(0).get("id").toString()))));
        assertThat(DeveloperConsole.text(context))
                .contains("at /hook: active, subscription ")
                .doesNotContain(TOKEN);
        assertThat(DeveloperConsole.json(context).toJson()).doesNotContain(TOKEN);
    }

    @Test
    void aSubscriptionThatCannotBeMadeSaysWhy() throws Exception {
        sandbox().faults().always().status(403, "Not Authorized");

        listen(uri("contacts?event=created&webhookVerifyToken=" + TOKEN));

        await("problem").untilAsserted(() -> assertThat(shown()).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("status", "failed").doesNotContainKey("id");
            assertThat(one.get("problem").toString()).contains("Not Authorized");
        }));
    }

    @Test
    void aRouteThatIsStoppedIsNotShown() throws Exception {
        subscribe(uri("contacts?event=created&webhookVerifyToken=" + TOKEN));

        context.getRouteController().stopRoute("listen");

        assertThat(shown()).isEmpty();
    }
}
