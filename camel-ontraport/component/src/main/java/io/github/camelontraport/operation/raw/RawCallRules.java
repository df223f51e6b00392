package io.github.camelontraport.operation.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.RetryRule;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.UpsertRetryRule;
import io.github.camelontraport.operation.raw.RawCallRule.Guard;
import io.github.camelontraport.operation.raw.RawCallRule.Repeat;
import io.github.camelontraport.operation.raw.RawCallRule.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The calls that change something, with what keeps them from doing more than was meant. Paths are those of the
 * generic endpoints; the typed ones (/Contacts for /objects with objectID 0) are recognised as the same.
 */
final class RawCallRules {

    private static final Repeat ALWAYS = (task, parameters) -> RetryRule.ALWAYS;
    private static final Repeat NEVER = (task, parameters) -> RetryRule.NEVER;
    private static final Repeat UNTIL_GONE = (task, parameters) -> RetryRule.UNTIL_GONE;

    private static final RawCallRule READ = call("GET HEAD", ".*", RawGuards.NONE, ALWAYS);
    private static final RawCallRule UNKNOWN_REMOVAL =
            call("DELETE", ".*", RawGuards.ONE_OR_MANY, NEVER, Trait.IN_QUERY);
    private static final RawCallRule UNKNOWN = call("", ".*", RawGuards.UNKNOWN, NEVER);

    private static final List<RawCallRule> TABLE = List.of(
            READ,
            call("DELETE", "/object", RawGuards.ONE, UNTIL_GONE, Trait.IN_QUERY),
            call("DELETE", "/objects", RawGuards.MANY_OR_ALL, ALWAYS, Trait.IN_QUERY),
            call("PUT", "/objects", RawGuards.ONE_OR_UNIQUE, ALWAYS),
            call("PUT", "/message", RawGuards.ONE, ALWAYS),
            call("POST", "/objects/saveorupdate", RawGuards.NONE, RawCallRules::byMergeKey),
            call("PUT DELETE", "/objects/(tag|tagbyname)", RawGuards.MANY, ALWAYS),
            call("PUT", "/objects/(subscribe|sequence)", RawGuards.MANY, NEVER),
            call("DELETE", "/objects/(subscribe|sequence)", RawGuards.MANY, ALWAYS),
            call("POST", "/objects/(pause|unpause)", RawGuards.MANY, ALWAYS),
            call("DELETE", ".*/fieldeditor", RawGuards.FIELD_OR_SECTION, UNTIL_GONE),
            call("POST", "/task/(assign|complete)", RawGuards.MANY, NEVER),
            call("POST", "/task/(cancel|reopen)", RawGuards.MANY, ALWAYS),
            call("POST", "/task/reschedule", RawGuards.ONE, ALWAYS),
            call("POST", "/transaction/processmanual", RawGuards.NONE, NEVER, Trait.CHARGES),
            call("POST", "/transaction/payinvoice", RawGuards.INVOICE, NEVER, Trait.CHARGES),
            call("POST", "/transaction/requestpayment", RawGuards.UNKNOWN, NEVER),
            call(
                    "PUT POST",
                    "/transaction/(refund|void|writeoff|reruncommission|rerun|resendinvoice)",
                    RawGuards.MANY,
                    NEVER),
            call(
                    "PUT",
                    "/transaction/(converttocollections|converttodecline|markpaid|voidpurchase)",
                    RawGuards.ONE_OR_MANY,
                    NEVER),
            call("PUT", "/transaction/order", RawGuards.ORDER, NEVER),
            call("PUT", "/creditcard/default", RawGuards.ONE, ALWAYS),
            call("DELETE", "/webhook/unsubscribe", RawGuards.ONE, UNTIL_GONE));

    private RawCallRules() {}

    /**
     * @param parameters query and body together; of a typed path it gets the objectID that the path stands for
     */
    static RawCallRule of(String method, String path, ObjectNode parameters) {
        String lower = path.toLowerCase(Locale.ROOT);
        return find(method, lower)
                .or(() -> find(method, generic(lower, parameters)))
                .orElse(method.equals("DELETE") ? UNKNOWN_REMOVAL : UNKNOWN);
    }

    private static Optional<RawCallRule> find(String method, String path) {
        return TABLE.stream().filter(call -> call.is(method, path)).findFirst();
    }

    /** The generic path that a typed one stands for; any other path as it is. */
    private static String generic(String path, ObjectNode parameters) {
        String first = path.substring(1).split("/")[0];
        Optional<ObjectType> type = ObjectTypes.byPathSegment(first);
        if (type.isEmpty()) {
            return path;
        }
        parameters.put("objectID", Integer.toString(type.get().id()));
        boolean one = first.equalsIgnoreCase(type.get().singularPath())
                || first.equalsIgnoreCase(type.get().name());
        return (one ? "/object" : "/objects") + path.substring(1 + first.length());
    }

    private static RetryRule byMergeKey(OperationContext task, ObjectNode parameters) {
        String id = parameters.path("objectID").asText();
        return Optional.of(id)
                .filter(text -> text.matches("\\d+"))
                .flatMap(ObjectTypes::find)
                .map(known -> UpsertRetryRule.rule(known, parameters, task))
                .orElse(RetryRule.NEVER);
    }

    private static RawCallRule call(String methods, String path, Guard guard, Repeat repeat, Trait... traits) {
        return new RawCallRule(Set.of(methods.split(" ")), Pattern.compile(path), guard, repeat, Set.of(traits));
    }
}
