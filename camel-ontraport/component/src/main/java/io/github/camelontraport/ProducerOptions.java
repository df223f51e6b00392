package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.catalog.OptionChecks;
import io.github.camelontraport.option.OptionRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the operation of an endpoint in {@code to}, and refuses contradictory options. */
final class ProducerOptions {

    private static final Logger LOG = LoggerFactory.getLogger(ProducerOptions.class);
    private static final int MAX_BATCH_SIZE = 1_000;
    private static final List<String> TAG = List.of("tag", "tagId");

    private final EndpointContext endpoint;
    private final OntraportProducerConfiguration configuration;
    private final EndpointOptions options;

    ProducerOptions(EndpointContext endpoint) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getProducerConfiguration();
        this.options = new EndpointOptions(endpoint);
    }

    /** The operation of the option; {@code raw} by default for the raw type. */
    Optional<Operation> operation() {
        OntraportOperation given = configuration.getOperation();
        return Optional.ofNullable(given == null && endpoint.isRaw() ? OntraportOperation.raw : given)
                .map(OntraportOperation::row);
    }

    /** Refuses an operation, or values for it, that can be known to be wrong without the account. */
    void checkOperation() {
        OptionRange.duration(0, "batchDelay", configuration.getBatchDelay());
        OptionRange.between(1, MAX_BATCH_SIZE, "batchSize", configuration.getBatchSize());
        warnOfOffsets();
        ParameterValues values = options.values();
        values.checkOptions();
        new SyncOptions(endpoint).check(operation(), options.sync(), values);
        operation().ifPresent(row -> {
            checkRaw(row);
            OptionChecks.check(row, values, endpoint.knownType());
        });
    }

    private void warnOfOffsets() {
        String sort = configuration.getSort();
        if (configuration.isStreaming() && (configuration.getStart() > 0 || (sort != null && !sort.equals("id")))) {
            LOG.info(
                    "{} streams by offset, because of sort or start: records that move while they are read may be missed "
                            + "or come twice. Without sort and start they are read safely, by id.",
                    endpoint);
        }
    }

    /** Refuses an operation on records where no object type is named. */
    void checkRaw(Operation row) {
        if (endpoint.isRaw() && !row.isRaw()) {
            throw new InvalidInputException(
                    "ontraport:raw makes raw calls only, not " + row.name() + "; name the object type instead of raw");
        }
    }

    /**
     * Refuses options without effect in {@code to}: those that say how records are watched, and those that need another.
     * Only what the URI gives counts, as endpoints have most of these options by default.
     */
    void checkProducer() {
        Set<String> given = options.given();
        if (given.contains("batchSize") && !given.contains("batchDelay")) {
            throw new InvalidInputException(
                    "Option batchSize has no meaning without batchDelay, which joins messages; give both "
                            + "or neither");
        }
        Set<String> forConsumers = options.givenForConsumers();
        if (TAG.stream().anyMatch(forConsumers::contains)) {
            throw new InvalidInputException(
                    "Options tag and tagId are for from, where one tag is watched; in to set tags or tagIds");
        }
        if (!forConsumers.isEmpty()) {
            throw new InvalidInputException("Options " + forConsumers
                    + " have no meaning in to, where an operation is done and nothing watched; leave them out");
        }
    }
}
