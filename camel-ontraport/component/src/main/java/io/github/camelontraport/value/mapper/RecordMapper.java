package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.TypeMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Maps the records of one type between the form of an endpoint and that of the API. Reads the metadata only when the form
 * needs it. Thread-safe.
 */
public final class RecordMapper {

    private final MappingContext shared;
    private final RecordFormat format;
    private final ObjectType type;
    private final MetadataSource source;
    private final OwnerNames.Lookup owners;
    private final FieldReporter reporter;

    RecordMapper(MappingContext shared, ObjectType type, MetadataSource source, OwnerNames.Lookup owners) {
        this.shared = shared;
        this.format = shared.format();
        this.type = type;
        this.source = source;
        this.owners = owners;
        this.reporter = new FieldReporter(type, shared, source);
    }

    /** The form of the endpoint. */
    public RecordFormat format() {
        return format;
    }

    /** Warns of fields that the API drops, and of those that it needs. */
    public FieldReporter reporter() {
        return reporter;
    }

    /**
     * The fields of a body with the API's keys, and values for the {@link ValueEncoder}.
     *
     * @return fails with {@code InvalidInputException} for a field that the account does not have, where the format looks
     *     them up, and for a value that a field cannot have
     */
    public CompletionStage<Map<String, Object>> write(Map<String, Object> fields) {
        if (!format.checksFields()) {
            return CompletableFuture.completedFuture(fields);
        }
        return source.use((metadata, columns) -> written(fields, names(metadata)))
                .thenCompose(this::onExecutor);
    }

    private CompletionStage<Map<String, Object>> written(Map<String, Object> fields, FieldNames names) {
        Map<String, Object> written = new RecordWriter(source.cache(), format, shared.writer(), names).write(fields);
        return format.isTyped()
                ? OwnerNames.resolved(written, names, owners)
                : CompletableFuture.completedFuture(written);
    }

    private <T> CompletionStage<T> onExecutor(CompletionStage<T> stage) {
        return Futures.continuedOn(source.executor(), stage);
    }

    /**
     * The fields of a body with keys in place of labels; all other names and the values stay. After that, replies can be
     * read without a request.
     */
    public CompletionStage<Map<String, Object>> writeNames(Map<String, Object> fields) {
        return format.isRaw()
                ? CompletableFuture.completedFuture(fields)
                : source.use((metadata, columns) ->
                        format.isLabelled() ? names(metadata).keyed(fields) : fields);
    }

    /**
     * Maps what conditions and lists name.
     *
     * @param use is called once more with newer metadata when something is unknown to it
     */
    public <T> CompletionStage<T> mapFields(Function<FieldMapper, T> use) {
        return source.use(
                (metadata, columns) -> use.apply(new FieldMapper(format, shared.operands(), names(metadata), columns)));
    }

    /** The field with this key; empty when the account does not list it. */
    public CompletionStage<Optional<FieldMetadata>> field(String key) {
        return onExecutor(source.get()).thenApply(metadata -> metadata.field(key));
    }

    /** The JSON Schema of typed records, whose properties have the names of the endpoint. Reads the metadata anew. */
    public CompletionStage<Map<String, Object>> schema() {
        return source.read()
                .get()
                .thenApply(metadata ->
                        RecordSchema.of(metadata, names(metadata), type.plural(), type.idField(), format.isLabelled()));
    }

    /** A record that was written, in the form of the endpoint. What was done does not fail for want of newer metadata. */
    public CompletionStage<Map<String, Object>> readReply(Map<String, Object> record) {
        return format.isRaw()
                ? CompletableFuture.completedFuture(record)
                : source.getForReply()
                        .thenCompose(metadata -> read(List.of(record), metadata))
                        .thenApply(records -> records.get(0));
    }

    /** The record in the form of the endpoint; itself when that is the API's. */
    public CompletionStage<Map<String, Object>> read(Map<String, Object> record) {
        return format.isRaw()
                ? CompletableFuture.completedFuture(record)
                : read(List.of(record)).thenApply(records -> records.get(0));
    }

    /** The records in the form of the endpoint, in their order. */
    public CompletionStage<List<Map<String, Object>>> read(List<Map<String, Object>> records) {
        return format.isRaw()
                ? CompletableFuture.completedFuture(records)
                : source.get().thenCompose(metadata -> read(records, metadata));
    }

    private CompletionStage<List<Map<String, Object>>> read(List<Map<String, Object>> records, TypeMetadata metadata) {
        RecordReader.Result first = reader(metadata).read(records);
        return reporter.hasNews(first.findings())
                ? source.newerOrSame(metadata)
                        .thenApply(newer ->
                                newer == metadata ? first : reader(newer).read(records))
                        .thenApply(this::reported)
                : CompletableFuture.completedFuture(reported(first));
    }

    private List<Map<String, Object>> reported(RecordReader.Result result) {
        reporter.report(result.findings());
        return result.records();
    }

    private RecordReader reader(TypeMetadata metadata) {
        return shared.reader(source.cache(), metadata, names(metadata));
    }

    private FieldNames names(TypeMetadata metadata) {
        return new FieldNames(metadata, type);
    }
}
