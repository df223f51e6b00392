package io.github.camelontraport;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Options of producers that are no inputs of a message, and whether an endpoint sets them. */
enum ProducerFlag {
    operation(endpoint -> endpoint.getOperation() != null),
    streaming(OntraportEndpoint::isStreaming),
    allowAll(OntraportEndpoint::isAllowAll),
    failOnDecline(endpoint -> !endpoint.isFailOnDecline()),
    batchDelay(endpoint -> endpoint.getBatchDelay() != 0),
    batchSize(endpoint -> endpoint.getBatchSize() != OntraportEndpoint.DEFAULT_BATCH_SIZE);

    private final Predicate<OntraportEndpoint> isSet;

    ProducerFlag(Predicate<OntraportEndpoint> isSet) {
        this.isSet = isSet;
    }

    static List<String> setOn(OntraportEndpoint endpoint) {
        return Arrays.stream(values())
                .filter(flag -> flag.isSet.test(endpoint))
                .map(ProducerFlag::name)
                .toList();
    }
}
