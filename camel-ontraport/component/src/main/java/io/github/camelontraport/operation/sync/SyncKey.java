package io.github.camelontraport.operation.sync;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.OperationContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds the field that identifies records, and how its values are compared. */
final class SyncKey {

    private static final String EMAIL = "email";

    private final OperationContext context;
    private final SyncSettings settings;

    SyncKey(OperationContext context, SyncSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** The field of the option, else that of the type; empty for an append without a key. */
    CompletionStage<Optional<String>> field() {
        Optional<String> named = settings.key();
        if (named.isPresent()) {
            return context.mapper().format().isLabelled()
                    ? context.mapper().mapFields(fields -> Optional.of(fields.key(named.get())))
                    : CompletableFuture.completedFuture(named);
        }
        return settings.mode() == SyncMode.append ? CompletableFuture.completedFuture(Optional.empty()) : fieldOfType();
    }

    /** The merge key of the type, else its only unique field, which the account knows. */
    private CompletionStage<Optional<String>> fieldOfType() {
        ObjectType type = context.type();
        if (type.mergeKey() != null) {
            return CompletableFuture.completedFuture(Optional.of(type.mergeKey()));
        }
        return context.uniqueFields(type).thenApply(unique -> {
            if (unique.size() != 1) {
                throw new InvalidInputException("Option syncKey is needed: " + type.plural() + " have "
                        + (unique.isEmpty() ? "no unique field" : "several unique fields, " + unique)
                        + ". Nothing was sent");
            }
            return Optional.of(unique.get(0));
        });
    }

    /** The rule for the field. Only the account knows which fields hold addresses: a ledger remembers it. */
    CompletionStage<Optional<KeyRule>> rule(Optional<String> field, RunLedger ledger) {
        if (field.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        String name = field.get();
        Optional<Boolean> known =
                name.equals(EMAIL) || name.equals(context.type().mergeKey())
                        ? Optional.of(name.equals(EMAIL))
                        : ledger.keyIsAddress();
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.map(addresses -> new KeyRule(name, addresses)));
        }
        return context.mapper().field(name).thenApply(found -> {
            boolean addresses = found.filter(it -> it.type().equals(EMAIL)).isPresent();
            ledger.keyIsAddress(addresses);
            return Optional.of(new KeyRule(name, addresses));
        });
    }
}
