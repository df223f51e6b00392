package io.github.camelontraport.route.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.WebhookEncoding;
import java.util.Map;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes with webhook: that are refused at start, before any request. */
class WebhookRefusalsTest extends WebhookTestSupport {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            contacts?event=updated                     | Ontraport has no webhook for updated. Watch it by polling: from("ontraport:contacts?event=updated")
            contacts?event=deleted                     | Ontraport has no webhook for deleted
            contacts?event=formsubmited                | Did you mean 'formSubmitted'?
            raw?event=created                          | ontraport:raw makes calls only
            contacts?event=tagged                      | needs tag or tagId; none is set
            contacts?event=untagged&tag=a&tagId=1      | needs tag or tagId; both are set
            contacts?event=tagged&tagId=0              | Option tagId: 0 is less than 1
            contacts?event=created&tag=a               | Option tag or tagId does not go with event=created
            contacts?event=formSubmitted               | needs formId; none is set
            contacts?event=formSubmitted&formId=0      | Option formId: '0' is not an id
            contacts?event=productPurchased&productId=-2 | Option productId: '-2' is not an id
            contacts?event=tagged&tagId=1&formId=1     | Option formId does not go with event=tagged
            contacts?event=productPurchased            | needs productId
            contacts?event=transactionCreated&formId=1 | Option formId does not go with event=transactionCreated
            tasks?event=tagged&tagId=1                 | tasks take no tags
            contacts?event=created&webhookFormat=ful   | Did you mean 'full'?
            contacts?event=created&webhookVerifyToken=short             | 16 or more of A-Z a-z 0-9 . _ ~ - and has 5 characters
            contacts?event=created&webhookVerifyToken=RAW(has blanks and & signs) | some of which are others
            contacts?event=created&webhookMaxBodySize=0 | Option webhookMaxBodySize: 0 is less than 1
            contacts?event=created&webhookRepair=true  | Option webhookRepair needs idempotentRepository
            contacts?event=created&webhookKeepSubscription=perhaps | neither true nor false
            contacts?event=created&startFrom=beginning&delay=5000 | Options [delay, startFrom] are for polls and have no meaning for webhooks, which come by themselves; leave them out, or poll: from("ontraport:contacts?...")
            contacts?event=created&stateKey=a&greedy=true | Options [greedy, stateKey] are for polls
            contacts?event=created&condition=RAW(id > 1)  | Options [condition] have no meaning for webhooks, which Ontraport sends for every record and as they are; leave them out, and filter in the route
            contacts?event=created&operation=get&listFields=id | Options [listFields] have no meaning for webhooks
            contacts?event=created&operation=get&recordId=1 | Options [operation, recordId] have no meaning for webhooks: they are for calls, in to
            contacts?event=created&bridgeErrorHandler=true&exchangePattern=InOut | Options [bridgeErrorHandler, exchangePattern] have no effect on webhooks
            contacts?event=created&lazyStartProducer=true | Options [lazyStartProducer] have no effect on webhooks
            contacts?event=created&webhookMaxBodySze=3 | Did you mean 'webhookMaxBodySize'?
            """)
    void refusesWithTheReasonAndTheAlternative(String typeAndOptions, String words) {
        assertThatThrownBy(() -> listen(uri(typeAndOptions)))
                .hasStackTraceContaining(words)
                .hasStackTraceContaining("ontraport")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("blanks"));
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            webhookExternalUrl=http://x                                     | Option webhookPath is missing
            webhookPath=/a                                                  | Option webhookExternalUrl is missing: where Ontraport reaches this application from the Internet, such as https://hooks.example.com
            webhookPath=/a&webhookAutoRegister=false&webhookRepair=true&idempotentRepository=#seen | Option webhookExternalUrl is missing
            webhookPath=/a&webhookExternalUrl=hooks.example.com             | Option webhookExternalUrl is not an absolute
            webhookPath=/a&webhookExternalUrl=https://x:99999               | Option webhookExternalUrl is not an absolute
            webhookPath=/a&webhookExternalUrl=https://user@x_y              | Option webhookExternalUrl is not an absolute
            webhookPath=/a&webhookExternalUrl=RAW(http://x/?token=abc)      | Option webhookExternalUrl is not an absolute
            """)
    void refusesAMissingOrInvalidUrl(String options, String words) {
        context.getRegistry().bind("seen", new MemoryIdempotentRepository());

        assertThatThrownBy(() -> listen(
                        "webhook:ontraport:contacts?event=created&webhookComponentName=platform-http&" + options))
                .hasStackTraceContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            event=formSubmitted                       | formSubmitted shows in no poll; Ontraport reports it by webhooks: from("webhook:ontraport:contacts
            event=created&webhookVerifyToken=0123456789abcdef | Options [webhookVerifyToken] are for webhooks
            event=created&webhookPath=/hook           | Unknown option 'webhookPath'. It is an option of webhooks: from("webhook:ontraport:contacts?...")
            webhookComponentName=platform-http&webhookExternalUrl=http://x&webhookBasePath=/&webhookAutoRegister=true | 'webhookAutoRegister'. It is an option of webhooks
            event=created&idempotentRepository=#repository&formId=1 | Options [formId, idempotentRepository] are for webhooks
            """)
    void pollsRefuseOptionsOfWebhooks(String options, String words) {
        context.getRegistry().bind("repository", new MemoryIdempotentRepository());

        assertThatThrownBy(() -> listen("ontraport:contacts?" + options)).hasStackTraceContaining(words);
    }

    /** Both would be subscribed, and each would ignore the deliveries of the other. */
    @Test
    void twoRoutesAtOnePathAreRefused() throws Exception {
        listen("one", uri("contacts?event=tagged&tagId=1"), route -> {});

        assertThatThrownBy(() -> listen("two", uri("contacts?event=tagged&tagId=2"), route -> {}))
                .hasStackTraceContaining("listens at /hook already")
                .hasStackTraceContaining("Give each route a different webhookPath");
        awaitSubscriptions(1);
        context.removeRoute("two");
        listen("three", uri("contacts?event=tagged&tagId=2").replace("/hook", "/other"), route -> {});
        awaitSubscriptions(2);

        context.getRouteController().stopRoute("one");
        context.removeRoute("one");
        listen("four", uri("contacts?event=tagged&tagId=3"), route -> {});
        awaitSubscriptions(3);
        assertThat(status(
                        url(),
                        JSON,
                        "{\"event\": \"sub_tag(3)\", \"object_type_id\": 0, \"data\": {\"id\": \"8\", \"a\": 1}}"))
                .isEqualTo(200);
        assertThat(got).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hook/", "//hook", "hook", "RAW(/hook/)"})
    void pathsAreComparedAsServersMatchThem(String path) throws Exception {
        listen("one", uri("contacts?event=tagged&tagId=1"), route -> {});

        assertThatThrownBy(() ->
                        listen("two", uri("contacts?event=tagged&tagId=2").replace("=/hook", "=" + path), route -> {}))
                .hasStackTraceContaining("already, and would get the deliveries of this route");
        awaitSubscriptions(1);
        assertThat(status(url() + "/", JSON, "{\"event\": \"sub_tag(1)\", \"data\": {\"id\": \"8\", \"a\": 1}}"))
                .isEqualTo(200);
        assertThat(got).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/pa th", "/pa%20th", "/{id}/z", "/:id/z", "/hook*", "/a//b", "/a/../b", "/é", "/~a", "/a;b"})
    void impossiblePathsAreRefused(String path) {
        assertThatThrownBy(() -> listen(uri("contacts?event=created").replace("=/hook", "=RAW(" + path + ")")))
                .hasStackTraceContaining("Option webhookPath: no server can listen at '" + path + "'");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aPathWithASlashAtItsEndIsReachedByItsUrl() throws Exception {
        sandbox().webhooks().encoding(WebhookEncoding.JSON);
        subscribe(uri("contacts?event=created").replace("=/hook", "=/hook/"));

        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));

        await("delivery").untilAsserted(() -> assertThat(got).hasSize(1));
        assertThat(subscriptions().get(0)).containsEntry("url", url() + "/");
    }

    /** A proxy that gets the deliveries of both at one URL can send them to one path only. */
    @Test
    void twoRoutesWithOneExternalUrlAreRefused() throws Exception {
        String tagged = "contacts?event=tagged&tagId=";
        listen("one", uri(tagged + 1).replaceFirst("ExternalUrl=.*", "ExternalUrl=https://x.example/a"), route -> {});

        assertThatThrownBy(() -> listen(
                        "two",
                        uri(tagged + 2)
                                .replace("=/hook", "=/a/hook")
                                .replaceFirst("ExternalUrl=.*", "ExternalUrl=https://X.example:443/"),
                        route -> {}))
                .hasStackTraceContaining("Options webhookExternalUrl and webhookPath: together they are the URL of")
                .hasStackTraceContaining("Give each route a different URL");
        awaitSubscriptions(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://my_hooks.example.com", "https://müller.example", "https://xn--mller-kva.example:8443/a"
            })
    void hostsThatSubscribeWebhookTakesAreAccepted(String external) throws Exception {
        subscribe(uri("contacts?event=created").replaceFirst("ExternalUrl=.*", "ExternalUrl=" + external));

        assertThat(subscriptions().get(0)).containsEntry("url", external + "/hook");
        context.getRouteController().stopRoute("listen");
        context.getRouteController().startRoute("listen");
        await("health").untilAsserted(() -> assertThat(health().getState()).isEqualTo(State.UP));
        assertThat(subscriptions()).hasSize(1);
    }

    @Test
    void twoRoutesWithEqualOptionsAreRefused() throws Exception {
        listen("one", uri("contacts?event=created&webhookFormat=notify"), route -> {});

        assertThatThrownBy(() -> listen(
                        "two",
                        uri("contacts?event=created&webhookFormat=notify").replace("/hook", "/other"),
                        route -> {}))
                .hasStackTraceContaining("Another route listens with the same options already");
        assertThatThrownBy(() -> listen("three", uri("contacts?event=created&webhookFormat=notify"), route -> {}))
                .hasStackTraceContaining("Multiple consumers");
        listen("four", uri("contacts?event=created&webhookFormat=lightweight").replace("/hook", "/other"), route -> {});
        awaitSubscriptions(2);

        context.getRouteController().stopRoute("one");
        context.removeRoute("one");
        listen("five", uri("contacts?event=created&webhookFormat=notify").replace("/hook", "/third"), route -> {});
        awaitSubscriptions(3);
    }
}
