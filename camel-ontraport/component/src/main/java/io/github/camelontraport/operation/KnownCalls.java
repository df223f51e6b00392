package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.RepeatRule;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.KnownCall.Guard;
import io.github.camelontraport.operation.KnownCall.Repeat;
import io.github.camelontraport.operation.KnownCall.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The calls that change something, with what keeps them from doing more than was meant. Paths are those of the
 * generic endpoints; the typed ones (/Contacts for /objects with objectID 0) are recognised as the same.
 */
final class KnownCalls {

    private static final Repeat ALWAYS = (task, parameters) -> RepeatRule.ALWAYS;
    private static final Repeat NEVER = (task, parameters) -> RepeatRule.NEVER;
    private static final Repeat UNTIL_GONE = (task, parameters) -> RepeatRule.UNTIL_GONE;

    private static final KnownCall READ = call("GET HEAD", ".*", RawGuards.NONE, ALWAYS);
    private static final KnownCall UNKNOWN_REMOVAL =
            call("DELETE", ".*", RawGuards.ONE_OR_MANY, NEVER, Trait.IN_QUERY);
    private static final KnownCall UNKNOWN = call("", ".*", RawGuards.UNKNOWN, NEVER);

    private static final List<KnownCall> TABLE = List.of(
            READ,
            call("DELETE", "/object", RawGuards.ONE, UNTIL_GONE, Trait.IN_QUERY),
            call("DELETE", "/objects", RawGuards.MANY_OR_ALL, ALWAYS, Trait.IN_QUERY),
            call("PUT", "/objects", RawGuards.ONE_OR_UNIQUE, ALWAYS),
            call("PUT", "/message", RawGuards.ONE, ALWAYS),
            call("POST", "/objects/saveorupdate", RawGuards.NONE, KnownCalls::byMergeKey),
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
            call("PUT POST", "/transaction/(refund|void|writeoff|reruncommission|rerun|resendinvoice)",
                    RawGuards.MANY, NEVER),
            call("PUT", "/transaction/(converttocollections|converttodecline|markpaid|voidpurchase)",
                    RawGuards.ONE_OR_MANY, NEVER),
            call("PUT", "/transaction/order", RawGuards.ORDER, NEVER),
            call("PUT", "/creditcard/default", RawGuards.ONE, ALWAYS),
            call("DELETE", "/webhook/unsubscribe", RawGuards.ONE, UNTIL_GONE));

    private KnownCalls() {
    }

    /**
     * @param parameters query and body together; of a typed path it gets the objectID that the path stands for
     */
    static KnownCall of(String method, String path, ObjectNode parameters) {
        String lower = path.toLowerCase(Locale.ROOT);
        return find(method, lower).or(() -> find(method, generic(lower, parameters)))
                .orElse(method.equals("DELETE") ? UNKNOWN_REMOVAL : UNKNOWN);
    }

    private static Optional<KnownCall> find(String method, String path) {
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
        boolean one = first.equalsIgnoreCase(type.get().singularPath()) || first.equalsIgnoreCase(type.get().name());
        return (one ? "/object" : "/objects") + path.substring(1 + first.length());
    }

    private static RepeatRule byMergeKey(Task task, ObjectNode parameters) {
        String id = parameters.path("objectID").asText();
        return Optional.of(id).filter(text -> text.matches("\\d+")).flatMap(ObjectTypes::find)
                .map(known -> MergeKeys.rule(known, parameters, task)).orElse(RepeatRule.NEVER);
    }

    private static KnownCall call(String methods, String path, Guard guard, Repeat repeat, Trait... traits) {
        return new KnownCall(Set.of(methods.split(" ")), Pattern.compile(path), guard, repeat, Set.of(traits));
    }
}
