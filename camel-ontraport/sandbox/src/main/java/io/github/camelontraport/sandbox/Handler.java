package io.github.camelontraport.sandbox;

/** Carries out one kind of call. Runs under the account's lock. */
@FunctionalInterface
interface Handler {

    /**
     * @param type the type the call is about, null where the call may leave it out and did
     * @throws ApiException for every answer that is not a success
     */
    Reply handle(ObjectType type, Parameters parameters);
}
