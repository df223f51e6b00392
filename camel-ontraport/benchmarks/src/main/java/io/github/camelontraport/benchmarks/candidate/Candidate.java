package io.github.camelontraport.benchmarks.candidate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One way to talk to an account from a Java program. */
public interface Candidate extends AutoCloseable {

    String name();

    Map<String, Object> get(long id);

    CompletableFuture<?> getLater(long id);

    Map<String, Object> upsert(Map<String, Object> contact);

    /** The first page of all contacts. */
    List<Map<String, Object>> page();

    /** All contacts, one by one, not held. */
    void readAll(Consumer<Map<String, Object>> each);

    /** Upserts the contacts and tags all of them. */
    void upsertAndTag(List<Map<String, Object>> contacts);

    /** Tags contacts that arrive one by one, without waiting for the one before. */
    void tagEach(List<Long> ids);

    /** Reads contacts that are asked for one by one, without waiting for the one before. */
    void getEach(List<Long> ids);

    @Override
    void close();
}
