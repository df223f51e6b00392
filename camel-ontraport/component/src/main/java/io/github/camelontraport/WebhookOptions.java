package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.option.OptionRange;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.VerifyToken;
import io.github.camelontraport.webhook.event.EventSpec;
import io.github.camelontraport.webhook.event.WebhookEvent;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.webhook.WebhookConfiguration;

/** Reads what an endpoint behind {@code webhook:} is to listen for, and refuses what contradicts itself. */
public final class WebhookOptions {

    private final OntraportEndpoint endpoint;
    private final WebhookConfiguration http;
    private final WebhookEvent event;

    public WebhookOptions(OntraportEndpoint endpoint, WebhookConfiguration http) {
        this.endpoint = endpoint;
        this.http = http;
        this.event = endpoint.getEvent()
                .pushed()
                .orElseThrow(() -> new InvalidInputException("Option event: Ontraport has no "
                        + "webhook for " + endpoint.getEvent() + ". Watch it by polling: from(\"ontraport:"
                        + endpoint.getObjectType()
                        + "?event=" + endpoint.getEvent() + "\")"));
    }

    /** Refuses what can be known to be wrong without the account. */
    public void check() {
        if (endpoint.isRaw()) {
            throw new InvalidInputException(
                    "ontraport:raw makes calls only, in to; name an object type to listen for in from");
        }
        refuseOthers();
        checkSubject("tag or tagId", event.isOfTag(), endpoint.getTag(), endpoint.getTagId());
        checkSubject("formId", event == WebhookEvent.FORM_SUBMITTED, null, endpoint.getFormId());
        checkSubject("productId", event.isOfProduct(), null, endpoint.getProductId());
        endpoint.knownType().ifPresent(this::checkType);
        VerifyToken.of(endpoint.getWebhookVerifyToken());
        OptionRange.atLeast(1, "webhookMaxBodySize", endpoint.getWebhookMaxBodySize());
        if (endpoint.isWebhookRepair() && endpoint.getIdempotentRepository() == null) {
            throw new InvalidInputException(
                    "Option webhookRepair needs idempotentRepository, by which deliveries are recognised "
                            + "that have arrived already");
        }
        checkUrl();
    }

    private void refuseOthers() {
        Set<Parameter> given =
                new ParameterValues(Map.of(), endpoint.options(), Set.of(), null, endpoint.fixed()).optionsSet();
        refuse(
                PollOption.setOn(endpoint).stream(),
                "are for polls and have no meaning for webhooks, which come by themselves; leave "
                        + "them out, or poll: from(\"ontraport:" + endpoint.getObjectType() + "?...\")");
        refuse(
                given.stream().filter(ConsumerOptions.READ::contains).map(Parameter::option),
                "have no meaning for webhooks, which "
                        + "Ontraport sends for every record and as they are; leave them out, and filter in the route");
        refuse(
                Stream.concat(given.stream().map(Parameter::option), ProducerFlag.setOn(endpoint).stream()),
                "have no meaning for webhooks: they are for calls, in to; leave them out");
    }

    private static void refuse(Stream<String> options, String why) {
        Set<String> names = options.collect(Collectors.toCollection(TreeSet::new));
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
        if (event.isOfTag() && !PollEvent.TAGGED.supports(type)) {
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
        if (external == null && (http.isWebhookAutoRegister() || endpoint.isWebhookRepair())) {
            throw new InvalidInputException(
                    "Option webhookExternalUrl is missing: where Ontraport reaches this application from the "
                            + "Internet, such as https://hooks.example.com. It may be left out only with webhookAutoRegister=false and without "
                            + "webhookRepair");
        }
        if (external != null && !isPlain(external)) {
            throw new InvalidInputException(
                    "Option webhookExternalUrl is not an absolute http or https URL without user, query "
                            + "and fragment, such as https://hooks.example.com; webhookPath and the token are put behind it");
        }
    }

    private static boolean isPlain(String url) {
        try {
            URI parsed = URI.create(url);
            return parsed.getHost() != null
                    && parsed.getScheme().matches("(?i)https?")
                    && parsed.getUserInfo() == null
                    && parsed.getQuery() == null
                    && parsed.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public EventSpec wanted() {
        Long subject = event.isOfTag()
                ? endpoint.getTagId()
                : event.isOfProduct() ? endpoint.getProductId() : endpoint.getFormId();
        return new EventSpec(
                event,
                endpoint.getObjectType(),
                endpoint.knownType(),
                endpoint.getTag(),
                subject == null ? OptionalLong.empty() : OptionalLong.of(subject));
    }

    /** A slash at the end of webhookExternalUrl does not make two. */
    public CallbackUrl address() throws UnknownHostException {
        String url = http.computeFullExternalUrl().replaceAll("(?<!:)//+", "/");
        return new CallbackUrl(url, VerifyToken.of(endpoint.getWebhookVerifyToken()), endpoint.getWebhookFormat());
    }
}
