package io.github.camelontraport.value.mapper;

import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.field.TypeMetadata;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the mappers of one endpoint share. Thread-safe. */
final class MappingContext {

    private final RecordFormat format;
    private final ValueReader reader;
    private final ValueWriter writer;
    private final ConditionOperands operands;
    /** The last one, as there is one for as long as the metadata stays the same. */
    private volatile RecordReader lastReader;

    private final AtomicBoolean warnedOfMergeKey = new AtomicBoolean();

    MappingContext(RecordFormat format) {
        this.format = format;
        this.reader = new ValueReader(format.zone());
        this.writer = new ValueWriter(format.zone());
        this.operands = new ConditionOperands(writer, new ValueEncoder(format.zone()));
    }

    RecordFormat format() {
        return format;
    }

    RecordReader reader(Object scope, TypeMetadata metadata, FieldNames names) {
        RecordReader last = lastReader;
        if (last == null || !last.isOf(scope, metadata)) {
            last = new RecordReader(scope, format, reader, names, metadata);
            lastReader = last;
        }
        return last;
    }

    ValueWriter writer() {
        return writer;
    }

    /** Whether the endpoint has not warned of a missing merge key yet. */
    boolean isFirstWarningOfMergeKey() {
        return warnedOfMergeKey.compareAndSet(false, true);
    }

    ConditionOperands operands() {
        return operands;
    }
}
