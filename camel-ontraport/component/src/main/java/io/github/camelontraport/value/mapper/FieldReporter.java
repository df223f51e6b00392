package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.TypeMetadata;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds fields that the API drops, leaves out or misses without a word, and warns of each field once. Thread-safe. */
public final class FieldReporter {

    private static final Logger LOG = LoggerFactory.getLogger(FieldReporter.class);

    /** How old metadata may be that has a field which a reply does not hold. */
    private static final Duration SUSPICION = Duration.ofMinutes(10);

    private final ObjectType type;
    private final MappingContext shared;
    private final RecordFormat format;
    private final MetadataSource source;

    FieldReporter(ObjectType type, MappingContext shared, MetadataSource source) {
        this.type = type;
        this.shared = shared;
        this.format = shared.format();
        this.source = source;
    }

    /**
     * The fields that were sent, that a reply does not hold, and that the account does not have, or has no more. The look-up
     * never fails: the record is written.
     *
     * @param sent  keys in the request
     * @param reply keys in the reply
     */
    public CompletionStage<List<String>> dropped(Collection<String> sent, Set<?> reply) {
        List<String> missing = sent.stream()
                .filter(key -> !reply.contains(key) && !RequestFields.contains(key, type.idField()))
                .toList();
        boolean isLookedUp = format.reportsDropped()
                && !missing.isEmpty()
                && !source.cache().metadata().isFailing();
        if (!isLookedUp) {
            return CompletableFuture.completedFuture(List.of());
        }
        return source.get()
                .thenCompose(metadata -> unknown(missing, metadata).isEmpty()
                        // It may have been removed since, but more likely the reply holds only what changed.
                        ? source.notOlderThan(SUSPICION, metadata)
                        : source.newerOrSame(metadata))
                .thenApply(metadata -> warned(unknown(missing, metadata), metadata))
                .exceptionally(failure -> {
                    LOG.debug("Unknown fields of {} cannot be looked up", type.plural(), Futures.cause(failure));
                    return List.of();
                });
    }

    private List<String> unknown(List<String> keys, TypeMetadata metadata) {
        return keys.stream().filter(key -> metadata.field(key).isEmpty()).toList();
    }

    private List<String> warned(List<String> unknown, TypeMetadata metadata) {
        for (String key : unknown) {
            if (source.cache().isFirstWarning("field " + key)) {
                LOG.warn(
                        "Ontraport has no field '{}' of {} and dropped it without an error.{} {}",
                        key,
                        type.plural(),
                        new FieldNames(metadata, type).hint(key),
                        format.checksFields()
                                ? "The account had it until lately; from now on such a message fails before anything is sent"
                                : "With unknownFields=fail such a message fails before anything is sent");
            }
        }
        return unknown;
    }

    /** Warns once of each listed field that none of the records has. */
    public void checkListed(Collection<String> listed, List<? extends Map<?, ?>> records) {
        if (records.isEmpty()) {
            return;
        }
        listed.stream()
                .filter(name -> records.stream().noneMatch(record -> record.containsKey(name)))
                .filter(name -> source.cache().isFirstWarning("listed " + name))
                .forEach(name -> LOG.warn(
                        "Option or header listFields names '{}', which no record of {} has; Ontraport leaves it out"
                                + " without an error",
                        name,
                        type.plural()));
    }

    /**
     * Warns once an endpoint of an upsert without a value for the merge key. It is sent nevertheless: another field may be
     * unique in the account, and the API merges by that.
     */
    public void missingMergeKey() {
        if (shared.isFirstWarningOfMergeKey()) {
            String key = type.mergeKey();
            LOG.warn(
                    "An upsert of {} has no value for {}, by which Ontraport finds the record to change. Unless another field"
                            + " of it is unique in the account, each such message makes a new record. Give the message this"
                            + " field, or use operation=create where a new record is meant",
                    type.plural(),
                    source.cache()
                            .metadata()
                            .latest()
                            .flatMap(metadata -> metadata.field(key))
                            .map(FieldErrors::name)
                            .orElse("'" + key + "'"));
        }
    }

    /** Warns of values that cannot be read as what the account says they are. */
    void report(ReadFindings findings) {
        findings.unreadableValues().keySet().stream()
                .filter(field -> source.cache().isFirstWarning("value of " + field.key()))
                .forEach(field -> LOG.warn(
                        "Field '{}' ({}) of {} has a value that is no {}; such values stay as they are",
                        field.label(),
                        field.key(),
                        type.plural(),
                        field.options().isEmpty() ? field.type() : "option of it any more"));
        findings.datesWithTime().stream()
                .filter(field -> source.cache().isFirstWarning("midnight of " + field.key()))
                .forEach(field -> LOG.warn(
                        "Field '{}' ({}) of {} holds dates that do not begin at midnight in {}, and may read as the day"
                                + " before or after; set timeZone to the zone of the account",
                        field.label(),
                        field.key(),
                        type.plural(),
                        format.zone()));
    }

    /** Whether the findings are a reason to read the metadata again. */
    boolean hasNews(ReadFindings findings) {
        boolean news = false;
        for (String key : findings.unlistedKeys()) {
            news |= source.cache().isNews(key);
        }
        for (Map.Entry<FieldMetadata, Set<String>> field :
                findings.unreadableValues().entrySet()) {
            for (String value : field.getKey().options().isEmpty() ? Set.<String>of() : field.getValue()) {
                news |= source.cache().isNews(field.getKey().key() + "=" + value);
            }
        }
        return news;
    }
}
