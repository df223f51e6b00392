package io.github.camelontraport.value.mapper;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.OntraportClient;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ObjectMetadataCache;
import io.github.camelontraport.value.field.TypeMetadata;
import java.util.concurrent.Executor;

/** Makes the mappers of one endpoint, which share what does not depend on a message. Thread-safe. */
public final class RecordMapperFactory {

    private final MappingContext shared;

    public RecordMapperFactory(RecordFormat format) {
        shared = new MappingContext(format);
    }

    /**
     * A mapper for one exchange or consumer.
     *
     * @param usage    counts the requests for metadata
     * @param executor runs what may call code of the application, after metadata was waited for
     */
    public RecordMapper mapper(
            ObjectType type,
            ObjectMetadataCache metadata,
            OntraportClient client,
            CallContext usage,
            Executor executor) {
        MetadataSource source = new MetadataSource(
                metadata.fieldCache(type),
                () -> metadata.fields(type, client, usage).thenApply(TypeMetadata::parse),
                executor);
        return new RecordMapper(
                shared, type, source, (name, from) -> metadata.names().owner(name, from, client, usage));
    }
}
