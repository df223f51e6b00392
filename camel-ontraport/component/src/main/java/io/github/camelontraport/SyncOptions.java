package io.github.camelontraport;

import io.github.camelontraport.account.AccountSettings;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Sha256;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.sync.OnMissing;
import io.github.camelontraport.operation.sync.SyncMode;
import io.github.camelontraport.operation.sync.SyncSettings;
import io.github.camelontraport.option.OptionRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads the options of a sync, and refuses contradictory ones. */
final class SyncOptions {

    private static final int MAX_CONCURRENCY = 50;
    private static final int FINGERPRINT_BYTES = 8;
    private static final List<String> NO_KEYS = List.of("id", "unique_id");

    private final EndpointContext endpoint;
    private final OntraportSyncConfiguration configuration;

    SyncOptions(EndpointContext endpoint) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getSyncConfiguration();
    }

    /** Refuses options of a sync beside another operation, and values out of range. */
    void check(Optional<Operation> row, Set<String> changed, ParameterValues values) {
        OptionRange.between(1, MAX_CONCURRENCY, "concurrency", configuration.getConcurrency());
        OptionRange.atLeast(-1, "maxRejected", configuration.getMaxRejected());
        if (row.isPresent() && row.get().reply() != ReplyShape.REPORT) {
            Set<String> given = new TreeSet<>(changed);
            if (endpoint.getCommonConfiguration().getMaxDeleted() != null && given.isEmpty()) {
                given.add("maxDeleted");
            }
            if (!given.isEmpty()) {
                throw new InvalidInputException("Options " + given + " are for operation sync, not for "
                        + row.get().name());
            }
        } else if (row.isPresent()) {
            checkSync(values);
        }
    }

    /** Refuses what would fail with every message. */
    void checkSync(ParameterValues values) {
        SyncMode mode = configuration.getSyncMode();
        if (mode == SyncMode.refresh && configuration.getSyncLedger() == null) {
            throw new InvalidInputException(
                    "syncMode=refresh needs a syncLedger, as only that knows what was there before:"
                            + " a FileSyncLedger or MapSyncLedger");
        }
        Long maxDeleted = endpoint.getCommonConfiguration().getMaxDeleted();
        if (mode != SyncMode.refresh && (configuration.getOnMissing() != OnMissing.keep || maxDeleted != null)) {
            throw new InvalidInputException("Options onMissing and maxDeleted of a sync go with syncMode=refresh only");
        }
        if (maxDeleted != null) {
            OptionRange.atLeast(0, "maxDeleted", maxDeleted);
        }
        boolean tags = values.has(Parameter.TAGS) || values.has(Parameter.TAG_IDS);
        if (configuration.getOnMissing() == OnMissing.untag && !tags) {
            throw new InvalidInputException("onMissing=untag needs tags or tagIds, the tags to take off");
        }
        checkKey();
    }

    private void checkKey() {
        Optional<String> key = key();
        boolean selects = key.filter(field -> NO_KEYS.contains(field)
                        || endpoint.knownType()
                                .map(ObjectType::idField)
                                .filter(field::equals)
                                .isPresent())
                .isPresent();
        if (selects) {
            throw new InvalidInputException("Option syncKey: the account itself gives out " + key.get()
                    + ". The key of a sync is a field that rows bring, such as email or a custom field");
        }
    }

    private Optional<String> key() {
        return Optional.ofNullable(configuration.getSyncKey())
                .map(String::strip)
                .filter(field -> !field.isEmpty());
    }

    SyncSettings settings() {
        AccountSettings account = endpoint.getConfiguration().accountSettings();
        Long maxDeleted = endpoint.getCommonConfiguration().getMaxDeleted();
        return new SyncSettings(
                configuration.getSyncMode(),
                key(),
                configuration.getSyncLedger(),
                Sha256.hex(account.baseUrl() + "\n" + account.credentials().appId(), FINGERPRINT_BYTES),
                configuration.getOnMissing(),
                maxDeleted == null ? OptionalLong.empty() : OptionalLong.of(maxDeleted),
                configuration.isDryRun(),
                configuration.getConcurrency(),
                configuration.getMaxRejected());
    }
}
