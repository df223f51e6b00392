package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.RequestBody;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.type.ObjectType;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One call of the API, as a row of the table of operations makes it.
 *
 * @param method       HTTP method
 * @param path         relative to the base URL; for a call about any type, the path of the generic endpoint
 * @param typePath     the path that an object type has for the call; {@code null} when it is the same for all types
 * @param otherPath    matches further paths, in lower case, at which the API has the same call; {@code null} for none
 * @param encoding     how its parameters are written
 * @param guard        refuses parameters that would change more records than were named
 * @param retryRule    whether it may be sent again after a failure that leaves its outcome open
 * @param chargesCard  whether its reply may be a declined card
 */
public record ApiCall(
        String method,
        String path,
        Function<ObjectType, String> typePath,
        Pattern otherPath,
        Encoding encoding,
        RequestGuard guard,
        OperationRetryRule retryRule,
        boolean chargesCard) {

    private static final String GET = "GET";

    /** A read: its parameters stand in the query, and it may be repeated. */
    public static ApiCall get(String path) {
        return call(GET, path, Encoding.QUERY, RequestGuards.NONE, OperationRetryRule.ALWAYS);
    }

    /** A removal: its parameters stand in the query, as some HTTP servers and proxies drop the body of a DELETE. */
    public static ApiCall delete(String path, RequestGuard guard, OperationRetryRule retryRule) {
        return call("DELETE", path, Encoding.QUERY, guard, retryRule);
    }

    public static ApiCall call(
            String method, String path, Encoding encoding, RequestGuard guard, OperationRetryRule retryRule) {
        return new ApiCall(method, path, null, null, encoding, guard, retryRule, false);
    }

    /** The same call, at the path that the object type has for it. */
    public ApiCall at(Function<ObjectType, String> pathOfType) {
        return new ApiCall(method, path, pathOfType, otherPath, encoding, guard, retryRule, chargesCard);
    }

    /** The same call, which the API also has at the paths that the pattern matches in lower case. */
    public ApiCall alsoAt(String pattern) {
        return new ApiCall(method, path, typePath, Pattern.compile(pattern), encoding, guard, retryRule, chargesCard);
    }

    /** The same call, which charges a card. */
    public ApiCall chargingCard() {
        return new ApiCall(method, path, typePath, otherPath, encoding, guard, retryRule, true);
    }

    /** Whether it changes nothing. */
    public boolean reads() {
        return method.equals(GET);
    }

    /** Where it goes for a type; {@code null} for a call about no type. */
    public String pathFor(ObjectType type) {
        return typePath == null || type == null ? path : typePath.apply(type);
    }

    /** Whether this is a call to the path, in any case. */
    public boolean isAt(String other) {
        return path.equalsIgnoreCase(other)
                || (otherPath != null
                        && otherPath.matcher(other.toLowerCase(Locale.ROOT)).matches());
    }

    /**
     * The request with these parameters.
     *
     * @throws io.github.camelontraport.api.InvalidInputException when the guard refuses them
     */
    public ApiRequest request(ObjectType type, ObjectNode parameters, BooleanSupplier wholeType, RetryRule rule) {
        guard.check(parameters, wholeType);
        Map<String, String> query = encoding == Encoding.QUERY ? FormEncoding.of(parameters) : Map.of();
        return new ApiRequest(method, pathFor(type), query, Map.of(), body(parameters), rule);
    }

    private RequestBody body(ObjectNode parameters) {
        return switch (encoding) {
            case QUERY -> RequestBody.NONE;
            case JSON -> RequestBody.json(parameters);
            case FORM -> RequestBody.form(FormEncoding.of(parameters));
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
