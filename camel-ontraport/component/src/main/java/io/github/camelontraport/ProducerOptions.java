package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.URISupport;

/**
 * Options without effect in {@code to}: those that say how records are watched, where somebody would wait for what never
 * happens, and those that need another. Only what the URI says counts, as endpoints have most of them by default.
 */
final class ProducerOptions {

    static final Set<String> OF_CONSUMERS = Stream.of(
                    Stream.of(
                            "event",
                            "tag",
                            "tagId",
                            "useFixedDelay",
                            "timeUnit",
                            "startScheduler",
                            "scheduler",
                            "schedulerProperties",
                            "scheduledExecutorService",
                            "runLoggingLevel",
                            "bridgeErrorHandler",
                            "exceptionHandler",
                            "pollStrategy"),
                    Stream.of(PollOption.values()).map(PollOption::name),
                    Stream.of(WebhookOption.values()).map(WebhookOption::name))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> TAG = List.of("tag", "tagId");

    private ProducerOptions() {}

    static void check(OntraportEndpoint endpoint) {
        Set<String> given = optionsOf(endpoint.getEndpointUri());
        if (given.contains("batchSize") && !given.contains("batchDelay")) {
            throw new InvalidInputException(
                    "Option batchSize has no meaning without batchDelay, which joins messages; give both "
                            + "or neither");
        }
        Set<String> found = new TreeSet<>(OF_CONSUMERS);
        found.retainAll(given);
        if (TAG.stream().anyMatch(found::contains)) {
            throw new InvalidInputException(
                    "Options tag and tagId are for from, where one tag is watched; in to set tags or " + "tagIds");
        }
        if (!found.isEmpty()) {
            throw new InvalidInputException("Options " + found
                    + " have no meaning in to, where an operation is done and nothing " + "watched; leave them out");
        }
    }

    private static Set<String> optionsOf(String uri) {
        try {
            String query = URISupport.extractQuery(uri);
            return query == null ? Set.of() : URISupport.parseQuery(query).keySet();
        } catch (URISyntaxException e) {
            // Camel made the endpoint from it, so it has been read before.
            throw new IllegalStateException("The URI of the endpoint has no readable options");
        }
    }
}
