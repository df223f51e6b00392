package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.record.RecordStore;
import io.github.camelontraport.sandbox.account.record.StoredRecord;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;
import java.util.Optional;

/** The one record that a request names in its parameter {@code id}. */
final class NamedRecord {

    private NamedRecord() {}

    /** @throws ApiErrorException when there is no parameter {@code id} */
    static Optional<StoredRecord> find(RecordStore records, TypeDefinition type, RequestParameters parameters) {
        return find(records, type, parameters, "id");
    }

    /** @throws ApiErrorException when there is no parameter {@code id}, or no record of that id */
    static StoredRecord require(RecordStore records, TypeDefinition type, RequestParameters parameters) {
        return require(records, type, parameters, "id");
    }

    /** As {@link #require(RecordStore, TypeDefinition, RequestParameters)}, for a parameter of another name. */
    static StoredRecord require(
            RecordStore records, TypeDefinition type, RequestParameters parameters, String parameter) {
        return find(records, type, parameters, parameter).orElseThrow(ApiErrorException::notFound);
    }

    private static Optional<StoredRecord> find(
            RecordStore records, TypeDefinition type, RequestParameters parameters, String parameter) {
        parameters.require(parameter);
        return records.table(type).find(parameters.number(parameter));
    }
}
