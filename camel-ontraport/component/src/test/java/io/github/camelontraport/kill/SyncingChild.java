package io.github.camelontraport.kill;

import io.github.camelontraport.FileSyncLedger;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The JVM that syncs contacts with a ledger in a file, and prints a line for each row that it reads. */
final class SyncingChild {

    static final String UNCLEAR = "unclear ";
    static final String ENDED = "ended ";
    /** As many as a child that is to be killed may read. */
    private static final int APPENDED = 260;
    /** Of each life, more than of the one before. */
    private static final int MORE_APPENDED = 20;

    private static final int KEYS = 260;
    private static final int CHANGED = 3;
    private static final int REFRESHED = 120;
    private static final int ABSENT = 4;

    private SyncingChild() {}

    /** For {@link #main}. */
    static List<String> arguments(Path folder, OntraportSandbox account, String mode, int life) {
        return ChildAccount.arguments(account, folder.resolve("sync.ledger").toString(), mode, Integer.toString(life));
    }

    /** Starts such JVMs soon, as one of them ran before. */
    static ChildLauncher launcher(Path folder, String mode, int life, int rows) throws Exception {
        ChildLauncher launcher = new ChildLauncher(folder);
        try (OntraportSandbox account = OntraportSandbox.builder()
                        .requestsPerMinute(1_000_000_000)
                        .start();
                ChildProcess child = launcher.startPreparing(
                        folder, SyncingChild.class, line -> {}, arguments(folder, account, mode, life))) {
            child.awaitLines(rows + 1);
            child.end();
        }
        return launcher;
    }

    /** A third of the rows changes from life to life. */
    static List<Map<String, String>> rows(int life) {
        return IntStream.range(0, KEYS)
                .mapToObj(key -> row(key, (life + key) / CHANGED))
                .toList();
    }

    static List<Map<String, String>> appendedRows(int life) {
        return IntStream.range(0, APPENDED + MORE_APPENDED * life)
                .mapToObj(key -> row(key, 0))
                .toList();
    }

    private static Map<String, String> row(int key, int version) {
        return Map.of("email", "k" + key + "@example.com", "firstname", "v" + version);
    }

    /** Some of the rows of a round are not in the next, others come back. */
    static List<Map<String, String>> refreshedRows(int round) {
        return IntStream.range(0, REFRESHED)
                .filter(key -> (key + round) % ABSENT != 0)
                .mapToObj(key -> row(key, (round + key) / CHANGED))
                .toList();
    }

    public static void main(String[] args) throws Exception {
        Exchange done = sync(List.of(args), SyncingChild::print);
        boolean early = done.getException() != null;
        ChildProcess.print(
                ENDED + (early ? "early" : done.getMessage().getBody(Map.class).get("requests")));
        ChildProcess.untilTold();
    }

    /** @param lines are given one for each row that is read, and for each that is unclear */
    static Exchange sync(List<String> args, ChildProcess.Lines lines) throws Exception {
        return sync(args, new FileSyncLedger(Path.of(args.get(3))), lines);
    }

    static Exchange sync(List<String> args, Object ledger, ChildProcess.Lines lines) throws Exception {
        try (CamelContext context = new DefaultCamelContext();
                ProducerTemplate template = context.createProducerTemplate()) {
            context.getRegistry().bind("ledger", ledger);
            ChildAccount.connect(context, args);
            context.addRoutes(new RouteBuilder() {

                @Override
                public void configure() {
                    from("direct:rejected").process(exchange -> {
                        Map<?, ?> row = exchange.getMessage().getBody(Map.class);
                        lines.take(UNCLEAR + row.get("email"));
                    });
                }
            });
            context.start();
            Iterator<?> rows = input(args.get(4), Integer.parseInt(args.get(5)), lines);
            return template.request(
                    "ontraport:contacts?operation=sync&syncLedger=#ledger&rejected=direct:rejected&syncMode="
                            + args.get(4),
                    exchange -> exchange.getMessage().setBody(rows));
        }
    }

    private static Iterator<?> input(String mode, int life, ChildProcess.Lines lines) {
        if (mode.equals("append")) {
            return unended(appendedRows(life), lines);
        }
        return printing(mode.equals("dedup") ? rows(life) : refreshedRows(life), lines)
                .iterator();
    }

    private static Stream<Map<String, String>> printing(List<Map<String, String>> rows, ChildProcess.Lines lines) {
        return rows.stream().peek(row -> lines.take("read"));
    }

    /** An input that breaks off at its end, so that the run is not complete and the next goes on with it. */
    private static Iterator<?> unended(List<Map<String, String>> rows, ChildProcess.Lines lines) {
        return Stream.concat(printing(rows, lines), Stream.of(1).map(end -> {
                    throw new IllegalStateException("The input breaks off");
                }))
                .iterator();
    }

    static void print(String line) {
        try {
            ChildProcess.print(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
