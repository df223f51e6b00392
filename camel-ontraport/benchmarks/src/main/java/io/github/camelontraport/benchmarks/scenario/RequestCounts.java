package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How many requests the same work takes, counted by a sandbox. */
final class RequestCounts implements Scenario {

    private static final int CONTACTS = 0;
    private static final int TAG_SUBSCRIBERS = 138;
    private static final int MANY = 1_000;
    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

    private record Work(String name, boolean onExisting, boolean tags, BiConsumer<Candidate, List<Long>> work) {}

    private static final List<Work> WORKS = List.of(
            new Work("read 1,000", true, false, (candidate, ids) -> candidate.readAll(contact -> {})),
            new Work("upsert and tag 1,000", false, true, (candidate, ids) -> candidate.upsertAndTag(contacts())),
            new Work("tag 1,000, one by one, at once", true, true, Candidate::tagEach),
            new Work("get 1,000 by id, one by one, at once", true, false, Candidate::getEach));

    private static final String NAME = "requests";

    @Override
    public void measure(Environment environment, Results results) {
        for (String candidate : Candidates.names()) {
            WORKS.forEach(work -> results.add(requests(candidate, work), NAME, candidate, work.name()));
        }
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("API requests");
        report.text("The sandbox counts the requests. Its limit is off.");
        List<String> head = new ArrayList<>(List.of(""));
        WORKS.forEach(work -> head.add(work.name()));
        report.head(head.toArray(String[]::new));
        for (String candidate : Candidates.names()) {
            List<String> row = new ArrayList<>(List.of(candidate));
            WORKS.forEach(work -> row.add(Integer.toString(
                    (int) results.samples(NAME, candidate, work.name()).median())));
            report.row(row.toArray(String[]::new));
        }
    }

    private static int requests(String name, Work work) {
        try (OntraportSandbox sandbox =
                        OntraportSandbox.builder().requestsPerMinute(1_000_000).start();
                Candidate candidate = Candidates.start(
                        name, new Account(URI.create(sandbox.baseUrl()), sandbox.apiKey(), sandbox.appId()))) {
            if (work.onExisting()) {
                contacts().forEach(contact -> sandbox.create(CONTACTS, contact));
            }
            work.work()
                    .accept(candidate, LongStream.rangeClosed(1, MANY).boxed().toList());
            if (work.tags()) {
                awaitTags(sandbox);
            }
            return sandbox.requestCount();
        }
    }

    /** A candidate may come back before the last tag is sent. */
    private static void awaitTags(OntraportSandbox sandbox) {
        long deadline = System.nanoTime() + PATIENCE;
        while (sandbox.records(TAG_SUBSCRIBERS).size() < MANY) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        sandbox.records(TAG_SUBSCRIBERS).size() + " of " + MANY + " are tagged");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static List<Map<String, Object>> contacts() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> Map.<String, Object>of("email", "contact" + i + "@example.com", "firstname", "Contact"))
                .toList();
    }
}
