package io.github.camelontraport.sandbox.server;

import io.github.camelontraport.sandbox.account.TypeDefinition;

/** Carries out one kind of call. Runs under the account's lock. */
@FunctionalInterface
interface CallHandler {

    /**
     * @param type the type the call is about, null where the call may leave it out and did
     * @throws ErrorReply for every answer that is not a success
     */
    ApiReplyText handle(TypeDefinition type, CallParameters parameters);
}
