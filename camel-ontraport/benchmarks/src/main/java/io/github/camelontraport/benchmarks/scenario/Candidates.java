package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.candidate.HttpRoutes;
import io.github.camelontraport.benchmarks.candidate.OntraportComponentRoutes;
import io.github.camelontraport.benchmarks.candidate.PlainClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All candidates, each with an account to talk to. The last one is the floor. */
final class Candidates implements AutoCloseable {

    private static final List<Function<Account, Candidate>> ALL =
            List.of(OntraportComponentRoutes::new, HttpRoutes::new, PlainClient::new);

    private final List<Candidate> candidates = new ArrayList<>();

    Candidates(Account account) {
        ALL.forEach(candidate -> candidates.add(candidate.apply(account)));
    }

    List<Candidate> list() {
        return candidates;
    }

    static String floor() {
        return PlainClient.NAME;
    }

    static List<Function<Account, Candidate>> all() {
        return ALL;
    }

    @Override
    public void close() {
        candidates.forEach(Candidate::close);
    }
}
