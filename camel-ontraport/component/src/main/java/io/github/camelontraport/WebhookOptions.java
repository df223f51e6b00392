package io.github.camelontraport;

import io.github.camelontraport.api.HttpUrl;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.option.OptionRange;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.receiver.ListenAddress;
import io.github.camelontraport.value.name.IdOrName;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.VerifyToken;
import io.github.camelontraport.webhook.event.EventSpec;
import io.github.camelontraport.webhook.event.WebhookEvent;
import java.net.UnknownHostException;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.camel.component.webhook.WebhookConfiguration;

/** Checks the options of an endpoint behind {@code webhook:}, and reads event and URL from them. */
final class WebhookOptions {

    /** The poll options that select the event. */
    private static final Set<String> SHARED_FORMATS = Set.of("fieldFormat", "fieldNames", "timeZone");

    private static final Set<String> SHARED_WITH_POLLS = Set.of("event", "tag", "tagId");
    /** Options that Camel accepts for every endpoint. Its webhook endpoint passes only {@code exceptionHandler} on. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("bridgeErrorHandler", "exchangePattern", "lazyStartProducer");

    private final EndpointContext endpoint;
    private final OntraportPollConfiguration selection;
    private final OntraportWebhookConfiguration configuration;
    private final WebhookConfiguration http;
    private final WebhookEvent event;

    WebhookOptions(EndpointContext endpoint, WebhookConfiguration http) {
        this.endpoint = endpoint;
        this.selection = endpoint.getPollConfiguration();
        this.configuration = endpoint.getWebhookConfiguration();
        this.http = http;
        this.event = selection
                .getEvent()
                .pushed()
                .orElseThrow(() -> new InvalidInputException("Option event: Ontraport has no "
                        + "webhook for " + selection.getEvent() + ". Watch it by polling: from(\"ontraport:"
                        + endpoint.getObjectType()
                        + "?event=" + selection.getEvent() + "\")"));
    }

    /** @throws InvalidInputException for the first option that can be seen to be wrong without the API */
    void check() {
        if (endpoint.isRaw()) {
            throw new InvalidInputException(
                    "ontraport:raw makes calls only, in to; name an object type to listen for in from");
        }
        refuseOthers();
        checkSubject("tag or tagId", event.isTagEvent(), selection.getTag(), selection.getTagId());
        checkSubject("formId", event == WebhookEvent.FORM_SUBMITTED, configuration.getFormId(), null);
        checkSubject("productId", event.isProductEvent(), configuration.getProductId(), null);
        eventSpec();
        endpoint.knownType().ifPresent(this::checkType);
        VerifyToken.of(configuration.getWebhookVerifyToken());
        OptionRange.atLeast(1, "webhookMaxBodySize", configuration.getWebhookMaxBodySize());
        if (configuration.isWebhookRepair() && configuration.getIdempotentRepository() == null) {
            throw new InvalidInputException(
                    "Option webhookRepair needs idempotentRepository, by which deliveries are recognised "
                            + "that have arrived already");
        }
        checkUrl();
    }

    /**
     * Checks the endpoint {@code webhook:...}, which Camel puts in front of this one and gives its own options to.
     *
     * @param uri of that endpoint
     * @throws InvalidInputException when an option has no effect
     */
    static void checkFront(String uri) {
        Set<String> names = EndpointOptions.namesIn(uri);
        names.retainAll(WITHOUT_EFFECT);
        refuse(
                names,
                "have no effect on webhooks: who sends a delivery gets the status of the route, and failures go to the "
                        + "error handler of the route and to exceptionHandler; leave them out");
    }

    private void refuseOthers() {
        EndpointOptions options = new EndpointOptions(endpoint);
        Set<String> polls = options.poll();
        polls.removeAll(SHARED_WITH_POLLS);
        polls.addAll(options.givenForScheduler());
        refuse(
                polls,
                "are for polls and have no meaning for webhooks, which come by themselves; leave "
                        + "them out, or poll: from(\"ontraport:" + endpoint.getObjectType() + "?...\")");
        Set<String> selecting = options.common();
        selecting.removeAll(SHARED_FORMATS);
        refuse(
                selecting,
                "have no meaning for webhooks, which "
                        + "Ontraport sends for every record and as they are; leave them out, and filter in the route");
        refuse(options.producer(), "have no meaning for webhooks: they are for calls, in to; leave them out");
    }

    private static void refuse(Set<String> names, String why) {
        if (!names.isEmpty()) {
            throw new InvalidInputException("Options " + names + " " + why);
        }
    }

    private void checkSubject(String options, boolean needed, String name, Long id) {
        boolean named = name != null && !name.isBlank();
        if (needed && named == (id != null)) {
            throw new InvalidInputException("Option event: " + event.option() + " needs " + options + "; "
                    + (named ? "both are set" : "none is set"));
        }
        if (!needed && (named || id != null)) {
            throw new InvalidInputException("Option " + options + " does not go with event=" + event.option());
        }
        if (id != null) {
            OptionRange.atLeast(1, options.replace("tag or ", ""), id);
        }
    }

    private void checkType(ObjectType type) {
        if (event.isTagEvent() && !PollEvent.TAGGED.supports(type)) {
            throw new InvalidInputException(
                    "Option event: " + type.plural() + " take no tags, so none of them is ever " + event.option());
        }
    }

    private void checkUrl() {
        if (http.getWebhookPath() == null || http.getWebhookPath().isBlank()) {
            throw new InvalidInputException(
                    "Option webhookPath is missing: where this application listens, such as /ontraport. "
                            + "Without it the path would change with every option");
        }
        String external = http.getWebhookExternalUrl();
        if (external == null && (http.isWebhookAutoRegister() || configuration.isWebhookRepair())) {
            throw new InvalidInputException(
                    "Option webhookExternalUrl is missing: where Ontraport reaches this application from the "
                            + "Internet, such as https://hooks.example.com. It may be left out only with webhookAutoRegister=false and without "
                            + "webhookRepair. Where the Internet does not reach it, use a tunnel, or poll: from(\"ontraport:"
                            + endpoint.getObjectType() + "?...\"), or the Kamelet ontraport-source");
        }
        ListenAddress.of(http);
        if (external != null
                && HttpUrl.parse(external).filter(WebhookOptions::isPlain).isEmpty()) {
            throw new InvalidInputException(
                    "Option webhookExternalUrl is not an absolute http or https URL without user, query "
                            + "and fragment, such as https://hooks.example.com; webhookPath and the token are put behind it");
        }
    }

    private static boolean isPlain(HttpUrl url) {
        return url.userInfo().isEmpty() && url.query() == null && url.fragment() == null;
    }

    EventSpec eventSpec() {
        IdOrName subject = subject();
        return new EventSpec(
                event,
                endpoint.getObjectType(),
                endpoint.knownType(),
                subject.name(),
                subject.id() == null ? OptionalLong.empty() : OptionalLong.of(subject.id()));
    }

    /** What the event is about; neither id nor name when it is about a type. A tag has an option for its name alone. */
    private IdOrName subject() {
        if (event.isTagEvent()) {
            return new IdOrName(selection.getTagId(), selection.getTag());
        }
        boolean product = event.isProductEvent();
        String given = product ? configuration.getProductId() : configuration.getFormId();
        return given == null
                ? new IdOrName(null, null)
                : IdOrName.parse(given.strip(), product ? "Option productId" : "Option formId");
    }

    CallbackUrl callbackUrl() throws UnknownHostException {
        return new CallbackUrl(
                ListenAddress.externalUrl(http),
                VerifyToken.of(configuration.getWebhookVerifyToken()),
                configuration.getWebhookFormat());
    }
}
