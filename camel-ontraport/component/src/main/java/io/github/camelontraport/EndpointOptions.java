package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.operation.EndpointOnlyOptions;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.option.OptionGroup;
import io.github.camelontraport.option.OptionRange;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.mapper.RecordFormat;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.util.URISupport;

/** The options of an endpoint by the groups that declare them: those whose values differ from the defaults. */
final class EndpointOptions {

    /** How the parameters of raw calls begin, which are options of any name. */
    static final String QUERY_PREFIX = "query.";

    /** Options of Camel's endpoint classes that have an effect in {@code to}, too. */
    private static final List<String> CAMELS_FOR_PRODUCERS = List.of("lazyStartProducer", "exchangePattern");

    private static final List<String> CAMELS_ERROR_HANDLING = List.of("bridgeErrorHandler", "exceptionHandler");

    private final EndpointContext endpoint;
    private final OptionGroup account;
    private final OptionGroup common;
    private final OptionGroup producer;
    private final OptionGroup sync;
    private final OptionGroup poll;
    private final OptionGroup webhook;

    EndpointOptions(EndpointContext endpoint) {
        this.endpoint = endpoint;
        CamelContext context = endpoint.getCamelContext();
        account = OptionGroup.of(context, endpoint.getConfiguration(), new OntraportConfiguration());
        common = OptionGroup.of(context, endpoint.getCommonConfiguration(), new OntraportCommonConfiguration());
        producer = OptionGroup.of(context, endpoint.getProducerConfiguration(), new OntraportProducerConfiguration());
        sync = OptionGroup.of(context, endpoint.getSyncConfiguration(), new OntraportSyncConfiguration());
        poll = OptionGroup.of(context, endpoint.getPollConfiguration(), new OntraportPollConfiguration());
        webhook = OptionGroup.of(context, endpoint.getWebhookConfiguration(), new OntraportWebhookConfiguration());
    }

    /** Refuses numbers out of range and unknown time zones, in {@code to} and in {@code from}. */
    void check() {
        OntraportConfiguration connection = endpoint.getConfiguration();
        OptionRange.duration(1, "requestTimeout", connection.getRequestTimeout());
        OptionRange.atLeast(0, "maxRetries", connection.getMaxRetries());
        OptionRange.duration(0, "retryDelay", connection.getRetryDelay());
        OptionRange.duration(0, "maxRetryDelay", connection.getMaxRetryDelay());
        OntraportCommonConfiguration both = endpoint.getCommonConfiguration();
        OptionRange.between(1, PageRequest.MAX_PAGE_SIZE, "pageSize", both.getPageSize());
        try {
            ZoneId.of(both.getTimeZone());
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    "Option timeZone: '" + both.getTimeZone() + "' is no time zone such as Europe/Berlin", e);
        }
    }

    /** Names of the common options that are set. */
    Set<String> common() {
        return new TreeSet<>(common.changed().keySet());
    }

    /** Names of the producer options that are set. */
    Set<String> producer() {
        Set<String> names = sync();
        names.addAll(producer.changed().keySet());
        return names;
    }

    /** Names of the options of syncs that are set. */
    Set<String> sync() {
        return new TreeSet<>(sync.changed().keySet());
    }

    /** Names of the poll options that are set. */
    Set<String> poll() {
        return new TreeSet<>(poll.changed().keySet());
    }

    /** Names of the webhook options that are set. */
    Set<String> webhook() {
        return new TreeSet<>(webhook.changed().keySet());
    }

    /** The values that operations read from options. */
    ParameterValues values() {
        return ParameterValues.ofOptions(parameters(), fixed());
    }

    private Map<Parameter, Object> parameters() {
        Map<String, Object> set = new HashMap<>(common.changed());
        set.putAll(producer.changed());
        Map<Parameter, Object> parameters = new EnumMap<>(Parameter.class);
        Parameter.all().stream()
                .filter(parameter -> set.containsKey(parameter.option()))
                .forEach(parameter -> parameters.put(parameter, set.get(parameter.option())));
        return parameters;
    }

    /** The form of records in bodies. */
    RecordFormat format() {
        OntraportCommonConfiguration both = endpoint.getCommonConfiguration();
        return new RecordFormat(
                both.getFieldFormat(),
                both.getFieldNames(),
                endpoint.getProducerConfiguration().getUnknownFields(),
                ZoneId.of(both.getTimeZone()));
    }

    private EndpointOnlyOptions fixed() {
        OntraportProducerConfiguration set = endpoint.getProducerConfiguration();
        return new EndpointOnlyOptions(
                set.isStreaming(),
                set.isAllowAll(),
                set.isFailOnDecline(),
                endpoint.getCommonConfiguration().getPageSize(),
                set.getBatchDelay() > 0,
                set.getDescribeAs(),
                new ValueEncoder(ZoneId.of(endpoint.getCommonConfiguration().getTimeZone())));
    }

    /** Names of the options in the endpoint's URI that have an effect in {@code from} only, whatever their values. */
    Set<String> givenForConsumers() {
        Set<String> names = given();
        names.removeAll(account.names());
        names.removeAll(common.names());
        names.removeAll(producer.names());
        names.removeAll(sync.names());
        names.removeIf(name -> name.startsWith(QUERY_PREFIX));
        names.removeAll(CAMELS_FOR_PRODUCERS);
        return names;
    }

    /** Names of the options in the endpoint's URI that control how Camel schedules polls. */
    Set<String> givenForScheduler() {
        Set<String> names = givenForConsumers();
        names.removeAll(poll.names());
        names.removeAll(webhook.names());
        names.removeAll(CAMELS_ERROR_HANDLING);
        return names;
    }

    /** Names of the options in the endpoint's URI, whatever their values. */
    Set<String> given() {
        return namesIn(endpoint.getEndpointUri());
    }

    /** Names of the options in a URI from which Camel has made an endpoint. */
    static Set<String> namesIn(String uri) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try {
            String query = URISupport.extractQuery(uri);
            if (query != null) {
                names.addAll(URISupport.parseQuery(query).keySet());
            }
        } catch (URISyntaxException e) {
            // Camel has read the same URI when it made the endpoint.
            throw new IllegalStateException("The URI of the endpoint has no readable options");
        }
        return names;
    }
}
