package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import java.util.Map;

/** Reads records that were looked up. */
final class Records {

    private Records() {}

    static long id(Map<String, Object> record, ObjectType type) {
        return RecordParser.id(record, type)
                .orElseThrow(() -> RecordParser.unexpected(type.collectionPath(), "a record without an id"));
    }
}
