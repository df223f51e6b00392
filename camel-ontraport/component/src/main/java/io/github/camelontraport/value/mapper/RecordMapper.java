package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.FieldMetadataCache;
import io.github.camelontraport.value.field.TypeMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps the records of one type between the form of an endpoint and that of the API. Reads the metadata only when the form
 * needs it. Thread-safe.
 */
public final class RecordMapper {

    private static final Logger LOG = LoggerFactory.getLogger(RecordMapper.class);

    private final MappingContext shared;
    private final RecordFormat format;
    private final ObjectType type;
    private final FieldMetadataCache cache;
    private final Supplier<CompletionStage<TypeMetadata>> read;
    private final OwnerNames.Lookup owners;
    private final Executor executor;

    RecordMapper(
            MappingContext shared,
            ObjectType type,
            FieldMetadataCache cache,
            Supplier<CompletionStage<TypeMetadata>> read,
            OwnerNames.Lookup owners,
            Executor executor) {
        this.shared = shared;
        this.format = shared.format();
        this.type = type;
        this.cache = cache;
        this.read = read;
        this.owners = owners;
        this.executor = executor;
    }

    /** The form of the endpoint. */
    public RecordFormat format() {
        return format;
    }

    /**
     * The fields of a body with the API's keys, and values for the {@link ValueEncoder}.
     *
     * @return fails with {@code InvalidInputException} for a field that the account does not have, where the format looks
     *     them up, and for a value that a field cannot have
     */
    public CompletionStage<Map<String, Object>> write(Map<String, Object> fields) {
        return format.checksFields()
                ? map(metadata -> written(fields, names(metadata))).thenCompose(this::onExecutor)
                : CompletableFuture.completedFuture(fields);
    }

    private CompletionStage<Map<String, Object>> written(Map<String, Object> fields, FieldNames names) {
        Map<String, Object> written = new RecordWriter(format, shared.writer(), names, cache::isUnlisted).write(fields);
        return format.isTyped()
                ? OwnerNames.resolved(written, names, owners)
                : CompletableFuture.completedFuture(written);
    }

    /**
     * Maps what conditions and lists name.
     *
     * @param use is called once more with newer metadata when something is unknown to it
     */
    public <T> CompletionStage<T> mapFields(Function<FieldMapper, T> use) {
        return map(metadata -> use.apply(
                new FieldMapper(format, shared.writer(), names(metadata), shared.encoder(), cache::isUnlisted)));
    }

    private <T> CompletionStage<T> map(Function<TypeMetadata, T> use) {
        return onExecutor(cache.get(read)).thenCompose(metadata -> {
            try {
                return CompletableFuture.completedFuture(use.apply(metadata));
            } catch (UnknownNameException e) {
                return onExecutor(cache.newer(metadata, read)).thenApply(newer -> {
                    if (newer == metadata) {
                        throw e;
                    }
                    return use.apply(newer);
                });
            }
        });
    }

    /** The field with this key; empty when the account does not list it. */
    public CompletionStage<Optional<FieldMetadata>> field(String key) {
        return onExecutor(cache.get(read)).thenApply(metadata -> metadata.field(key));
    }

    /** Values may be read from objects of the application, which must not hold a thread of the HTTP client. */
    private <T> CompletionStage<T> onExecutor(CompletionStage<T> stage) {
        return Futures.continuedOn(executor, stage);
    }

    /** The JSON Schema of typed records, whose properties have the names of the endpoint. Reads the metadata anew. */
    public CompletionStage<Map<String, Object>> schema() {
        return read.get()
                .thenApply(metadata ->
                        RecordSchema.of(metadata, names(metadata), type.plural(), type.idField(), format.isLabelled()));
    }

    /** The record in the form of the endpoint; itself when that is the API's. */
    public CompletionStage<Map<String, Object>> read(Map<String, Object> record) {
        return format.isRaw()
                ? CompletableFuture.completedFuture(record)
                : read(List.of(record)).thenApply(records -> records.get(0));
    }

    /** The records in the form of the endpoint, in their order. */
    public CompletionStage<List<Map<String, Object>>> read(List<Map<String, Object>> records) {
        if (format.isRaw()) {
            return CompletableFuture.completedFuture(records);
        }
        return cache.get(read).thenCompose(metadata -> {
            RecordReader.Result first = reader(metadata).read(records);
            return hasNews(first)
                    ? cache.newer(metadata, read)
                            .exceptionally(failure -> metadata)
                            .thenApply(newer ->
                                    newer == metadata ? first : reader(newer).read(records))
                            .thenApply(this::accepted)
                    : CompletableFuture.completedFuture(accepted(first));
        });
    }

    private RecordReader reader(TypeMetadata metadata) {
        return shared.reader(metadata, names(metadata));
    }

    private FieldNames names(TypeMetadata metadata) {
        return new FieldNames(metadata, type.idField());
    }

    private boolean hasNews(RecordReader.Result result) {
        boolean news = false;
        for (String field : result.unlistedFields()) {
            news |= cache.isNews(field);
        }
        for (Map.Entry<FieldMetadata, String> value : result.unreadable().entrySet()) {
            news |= cache.isNews(value.getKey().key() + "=" + value.getValue());
        }
        return news;
    }

    private List<Map<String, Object>> accepted(RecordReader.Result result) {
        result.unreadable().forEach((field, value) -> {
            if (cache.isFirstWarning("value of " + field.key())) {
                LOG.warn(
                        "Field '{}' ({}) of {} has a value that is no {}; such values stay as they are",
                        field.label(),
                        field.key(),
                        type.plural(),
                        field.options().isEmpty() ? field.type() : "option of it any more");
            }
        });
        return result.records();
    }

    /**
     * The fields that were sent, that a reply does not hold, and that the account does not have. The look-up never fails:
     * the record is written.
     *
     * @param sent  keys in the request
     * @param reply keys in the reply
     */
    public CompletionStage<List<String>> dropped(Collection<String> sent, Set<?> reply) {
        List<String> missing = sent.stream()
                .filter(key -> !reply.contains(key) && !RequestFields.contains(key, type.idField()))
                .toList();
        if (missing.isEmpty() || format.unknownFields() != UnknownFields.warn || format.checksFields()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return cache.get(read)
                .thenCompose(metadata -> unknown(missing, metadata).isEmpty()
                        ? CompletableFuture.completedFuture(metadata)
                        : cache.newer(metadata, read).exceptionally(failure -> metadata))
                .thenApply(metadata -> warned(unknown(missing, metadata), metadata))
                .exceptionally(failure -> {
                    LOG.debug("Unknown fields of {} cannot be looked up", type.plural(), Futures.cause(failure));
                    return List.of();
                });
    }

    private List<String> unknown(List<String> keys, TypeMetadata metadata) {
        return keys.stream()
                .filter(key -> metadata.field(key).isEmpty() && !cache.isUnlisted(key))
                .toList();
    }

    private List<String> warned(List<String> unknown, TypeMetadata metadata) {
        for (String key : unknown) {
            if (cache.isFirstWarning("field " + key)) {
                LOG.warn(
                        "Ontraport has no field '{}' of {} and dropped it without an error.{} With unknownFields=fail such a"
                                + " message fails before anything is sent",
                        key,
                        type.plural(),
                        names(metadata).hint(key));
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
                .filter(name -> cache.isFirstWarning("listed " + name))
                .forEach(name -> LOG.warn(
                        "Option or header listFields names '{}', which no record of {} has; Ontraport leaves it out"
                                + " without an error",
                        name,
                        type.plural()));
    }
}
