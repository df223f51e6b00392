package io.github.camelontraport.operation.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.call.ApiCall;
import io.github.camelontraport.operation.call.Encoding;
import io.github.camelontraport.operation.call.OperationRetryRule;
import io.github.camelontraport.operation.call.RequestGuards;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the row of the table of operations that a raw call equals, by method and path. Paths are those of the generic
 * endpoints; typed paths (/Contacts for /objects with objectID 0) are recognised as the same.
 */
final class RawCallRules {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private static final RawCallRule READ =
            new RawCallRule(Encoding.QUERY, RequestGuards.NONE, OperationRetryRule.ALWAYS, false, false);
    private static final RawCallRule UNKNOWN_REMOVAL =
            new RawCallRule(Encoding.QUERY, RequestGuards.ONE_OR_MANY, OperationRetryRule.NEVER, false, false);
    private static final RawCallRule UNKNOWN =
            new RawCallRule(null, RequestGuards.NO_SELECTION, OperationRetryRule.NEVER, false, false);

    private final List<Operation> rows;

    RawCallRules(List<Operation> rows) {
        this.rows = rows;
    }

    /** @param parameters query and body together; of a typed path they get the objectID that the path stands for */
    RawCallRule of(String method, String path, ObjectNode parameters) {
        if (READS.contains(method)) {
            return READ;
        }
        Predicate<ApiCall> sameMethod = call -> call.method().equals(method);
        Optional<RawCallRule> known = find(path, sameMethod).or(() -> find(generic(path, parameters), sameMethod));
        if (known.isPresent() || method.equals("DELETE")) {
            return known.orElse(UNKNOWN_REMOVAL);
        }
        Predicate<ApiCall> otherMethod = call -> !call.reads();
        return find(path, otherMethod)
                .or(() -> find(generic(path, parameters), otherMethod))
                .map(RawCallRules::guardOnly)
                .orElse(UNKNOWN);
    }

    private Optional<RawCallRule> find(String path, Predicate<ApiCall> wanted) {
        for (Operation row : rows) {
            for (ApiCall call : row.calls()) {
                if (wanted.test(call) && call.isAt(path)) {
                    return Optional.of(new RawCallRule(
                            call.encoding(),
                            call.guard(),
                            call.retryRule(),
                            call.chargesCard(),
                            row.reply() == ReplyShape.MAP));
                }
            }
        }
        return Optional.empty();
    }

    /** Of the path of a row with another method: sources differ on methods, so its guard holds too. */
    private static RawCallRule guardOnly(RawCallRule rule) {
        return new RawCallRule(null, rule.guard(), OperationRetryRule.NEVER, rule.chargesCard(), rule.repliesWithMap());
    }

    /** The generic path that a typed path stands for; any other path unchanged. */
    private static String generic(String path, ObjectNode parameters) {
        String first = path.substring(1).split("/")[0];
        Optional<ObjectType> type = ObjectTypes.byPathSegment(first);
        if (type.isEmpty()) {
            return path;
        }
        parameters.put("objectID", Integer.toString(type.get().id()));
        boolean one = first.equalsIgnoreCase(type.get().singularPath())
                || first.equalsIgnoreCase(type.get().name());
        return ((one ? "/object" : "/objects") + path.substring(1 + first.length())).toLowerCase(Locale.ROOT);
    }
}
