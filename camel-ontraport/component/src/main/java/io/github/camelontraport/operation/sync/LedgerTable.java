package io.github.camelontraport.operation.sync;

/** The part of a ledger that one run works with: an entry for each key, and some facts. For one thread at a time. */
public interface LedgerTable extends AutoCloseable {

    /** {@code null} when there is none. */
    String entry(String key);

    void putEntry(String key, String entry);

    /** Removes all entries; facts stay. */
    void clearEntries();

    /** {@code null} when there is none. */
    String fact(String name);

    void putFact(String name, String value);

    /** Returns when what was put survives the end of the process, and has been forced to the disk where it is a file. */
    void commit();

    @Override
    void close();
}
