package io.github.camelontraport.benchmarks.scenario;

import io.github.camelontraport.benchmarks.candidate.Account;
import io.github.camelontraport.benchmarks.candidate.Candidate;
import io.github.camelontraport.benchmarks.candidate.SyncRoutes;
import io.github.camelontraport.benchmarks.measure.Report;
import io.github.camelontraport.benchmarks.measure.Results;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What it costs to bring a table into an account, by operation sync and by a hand-written route of upserts. */
final class Syncs implements Scenario {

    private static final int CONTACTS = 0;
    private static final int NO_LIMIT = 1_000_000;

    private static final String NAME = "syncs";
    private static final String EMPTY = "sync, into an empty account";
    private static final String NINE_TENTHS = "sync, into an account that has nine tenths of the rows";
    private static final String AGAIN = "sync, once more, nothing changed";
    private static final String BY_HAND = Candidates.BY_HAND + ", upsert of each row, each time";
    private static final List<String> WORKS = List.of(EMPTY, NINE_TENTHS, AGAIN, BY_HAND);
    private static final String REQUESTS = "requests";
    private static final String MINUTES = "minutes";

    @Override
    public void measure(Environment environment, Results results) {
        List<Map<String, Object>> rows = rows(environment.size().rows());
        try (OntraportSandbox sandbox = sandbox();
                SyncRoutes routes = new SyncRoutes(account(sandbox))) {
            routes.sync(rows);
            add(results, EMPTY, sandbox);
            sandbox.forgetRequests();
            routes.sync(rows);
            add(results, AGAIN, sandbox);
        }
        try (OntraportSandbox sandbox = sandbox();
                SyncRoutes routes = new SyncRoutes(account(sandbox))) {
            rows.subList(0, rows.size() * 9 / 10).forEach(row -> sandbox.create(CONTACTS, row));
            routes.sync(rows);
            add(results, NINE_TENTHS, sandbox);
        }
        try (OntraportSandbox sandbox = sandbox();
                Candidate byHand = Candidates.start(Candidates.BY_HAND, account(sandbox))) {
            rows.forEach(byHand::upsert);
            add(results, BY_HAND, sandbox);
        }
    }

    private static OntraportSandbox sandbox() {
        return OntraportSandbox.builder().requestsPerMinute(NO_LIMIT).start();
    }

    private static Account account(OntraportSandbox sandbox) {
        return new Account(URI.create(sandbox.baseUrl()), sandbox.apiKey(), sandbox.appId());
    }

    private static List<Map<String, Object>> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Map.<String, Object>of("email", "contact" + i + "@example.com", "firstname", "Contact"))
                .toList();
    }

    private static void add(Results results, String work, OntraportSandbox sandbox) {
        int requests = sandbox.requestCount();
        results.add(requests, NAME, work, REQUESTS);
        results.add(new VirtualLimit().timeOf(requests).toMillis() / 60_000.0, NAME, work, MINUTES);
    }

    @Override
    public void report(Report report, Results results, Size size) {
        report.title("Bringing " + Size.number(size.rows()) + " rows into an account");
        report.text(
                "The sandbox counts the requests of a [sync](sync.md). Its limit is off. The minutes are the virtual time that as many "
                        + "requests take, eight at a time, alone on an account of " + Quota.LIMIT
                        + " requests a minute whose replies take " + Quota.LATENCY.toMillis() + " ms.");
        report.head("", "requests", "minutes");
        for (String work : WORKS) {
            report.row(
                    work,
                    Size.number((int) results.samples(NAME, work, REQUESTS).median()),
                    Report.number(results.samples(NAME, work, MINUTES).median()));
        }
    }
}
