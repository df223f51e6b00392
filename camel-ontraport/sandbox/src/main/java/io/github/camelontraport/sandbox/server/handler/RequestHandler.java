package io.github.camelontraport.sandbox.server.handler;

import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.ApiErrorException;
import io.github.camelontraport.sandbox.protocol.RequestParameters;

/** Executes the requests of one endpoint. The caller holds the account's lock. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * @param type the object type of the request, null where it is optional and absent
     * @throws ApiErrorException for every reply that is not a success
     */
    public AccountReply handle(TypeDefinition type, RequestParameters parameters);
}
