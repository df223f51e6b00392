package io.github.camelontraport.operation.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.api.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ledger as one run sees it. For one thread at a time. */
final class RunLedger implements AutoCloseable {

    private static final JsonMapper MAPPER = Json.strict().build();
    private static final String RUN = "run";
    private static final String KNOWN = "known";
    private static final String GONE = "gone";
    private static final String TAGS = "tags";
    private static final String TAGGED = "tagged";
    private static final String UNDER_WAY = "underWay";
    private static final String KEY_IS_ADDRESS = "keyIsAddress";

    private final LedgerTable table;
    private final long run;
    private final String tags;
    private final IdBitmap known;
    private final IdBitmap gone;
    private final IdBitmap tagged;
    private boolean dirty;

    /** @param tags a text that is equal for equal tags */
    RunLedger(LedgerTable table, String tags) {
        this.table = table;
        this.tags = tags;
        String last = table.fact(RUN);
        run = last == null ? 1 : Long.parseLong(last) + 1;
        known = IdBitmap.of(table.fact(KNOWN));
        gone = IdBitmap.of(table.fact(GONE));
        tagged = IdBitmap.of(tags.equals(table.fact(TAGS)) ? table.fact(TAGGED) : null);
        put(RUN, Long.toString(run));
        commit();
    }

    long run() {
        return run;
    }

    /** Empty also for a record that is known to be deleted. */
    Optional<LedgerEntry> find(String key) {
        return Optional.ofNullable(table.entry(RowReader.fingerprint(key)))
                .map(LedgerEntry::of)
                .filter(entry -> !gone.contains(entry.id()));
    }

    void put(String key, LedgerEntry entry) {
        table.putEntry(RowReader.fingerprint(key), entry.text());
        dirty = true;
    }

    /** Of the rows with this hash that are appended. */
    AppendEntry appended(String hash) {
        return AppendEntry.of(table.entry(hash));
    }

    void putAppended(String hash, AppendEntry entry) {
        table.putEntry(hash, entry.text());
        dirty = true;
    }

    /** Begins anew: equal rows of later runs are others. */
    void forgetAppended() {
        table.clearEntries();
        table.commit();
    }

    /** The keys of records that may have been created by a write whose result is not known. */
    List<String> underWay() {
        String text = table.fact(UNDER_WAY);
        List<String> keys = new ArrayList<>();
        if (text != null) {
            try {
                MAPPER.readTree(text).forEach(key -> keys.add(key.asText()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The sync ledger is damaged: its keys under way cannot be read");
            }
        }
        return keys;
    }

    void underWay(Collection<String> keys) {
        put(UNDER_WAY, MAPPER.valueToTree(keys).toString());
    }

    /** Whether keys are e-mail addresses; empty until a run has found out. */
    Optional<Boolean> keyIsAddress() {
        return Optional.ofNullable(table.fact(KEY_IS_ADDRESS)).map(Boolean::valueOf);
    }

    void keyIsAddress(boolean value) {
        put(KEY_IS_ADDRESS, Boolean.toString(value));
    }

    /** The records of the last complete run. */
    IdBitmap known() {
        return known;
    }

    /** The records that refreshes have deleted, or that were found to be deleted. */
    IdBitmap gone() {
        return gone;
    }

    /** The record does not exist any more. */
    void gone(long id) {
        gone.add(id);
        saveGone();
    }

    /** The records that have the tags of this run. */
    IdBitmap tagged() {
        return tagged;
    }

    void saveTagged() {
        put(TAGS, tags);
        put(TAGGED, tagged.text());
    }

    void saveGone() {
        put(GONE, gone.text());
    }

    void saveKnown(IdBitmap records) {
        put(KNOWN, records.text());
    }

    private void put(String name, String value) {
        table.putFact(name, value);
        dirty = true;
    }

    void commit() {
        if (dirty) {
            table.commit();
            dirty = false;
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
