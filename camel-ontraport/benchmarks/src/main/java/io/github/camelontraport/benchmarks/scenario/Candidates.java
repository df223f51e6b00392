package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.ApacheClient;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.candidate.HttpRoutes;
import io.github.camelontraport.benchmarks.candidate.OntraportComponentRoutes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All candidates, each with an account to talk to. */
final class Candidates implements AutoCloseable {

    static final String COMPONENT = OntraportComponentRoutes.NAME;
    static final String BY_HAND = HttpRoutes.NAME;
    static final String LIBRARY = ApacheClient.NAME;

    private static final Map<String, Function<Account, Candidate>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(COMPONENT, OntraportComponentRoutes::new);
        ALL.put(BY_HAND, HttpRoutes::new);
        ALL.put(LIBRARY, ApacheClient::new);
    }

    private final List<Candidate> candidates = new ArrayList<>();

    Candidates(Account account) {
        ALL.values().forEach(candidate -> candidates.add(candidate.apply(account)));
    }

    List<Candidate> list() {
        return candidates;
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Candidate start(String name, Account account) {
        return ALL.get(name).apply(account);
    }

    @Override
    public void close() {
        candidates.forEach(Candidate::close);
    }
}
