package io.github.camelontraport.examples.sync;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.support.PluginHelper;

/** Shows in a terminal how far the sync is, from what the component's developer console says. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final List<String> DONE =
            List.of("created", "updated", "unchanged", "superseded", "rejected", "unclear");

    private final CamelContext context;
    private final PrintStream out;
    private final long rows;
    private final ScheduledExecutorService timer;

    /** @param rows how many there are; 0 when that is not known */
    ProgressBar(CamelContext context, PrintStream out, long rows) {
        this.context = context;
        this.out = out;
        this.rows = rows;
        this.timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "progress");
        var unused = timer.scheduleAtFixedRate(this::show, 1, 1, TimeUnit.SECONDS);
    }

    private void show() {
        String line = line(state(context), rows);
        if (!line.isEmpty()) {
            out.print("\r" + line);
            out.flush();
        }
    }

    /** What the component's developer console says; empty when there is none. */
    static Map<?, ?> state(CamelContext context) {
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("ontraport");
        return console != null && console.call(MediaType.JSON) instanceof Map<?, ?> state ? state : Map.of();
    }

    /** One line: bar, rows, rate, requests left in the minute, time left. */
    static String line(Map<?, ?> state, long rows) {
        if (!(state.get("syncs") instanceof List<?> syncs)
                || syncs.isEmpty()
                || !(syncs.get(0) instanceof Map<?, ?> sync)) {
            return "";
        }
        long done = DONE.stream().mapToLong(count -> number(sync.get(count))).sum();
        double rate = sync.get("rowsPerSecond") instanceof Number number ? number.doubleValue() : 0;
        StringBuilder line = new StringBuilder();
        if (rows > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / rows);
            line.append('[')
                    .append("#".repeat(filled))
                    .append("-".repeat(WIDTH - filled))
                    .append("] ");
        }
        line.append(String.format(Locale.ROOT, "%,d", done));
        line.append(rows > 0 ? String.format(Locale.ROOT, " of %,d", rows) : "");
        line.append(String.format(Locale.ROOT, " rows, %.0f a second", rate));
        if (state.get("accounts") instanceof List<?> accounts
                && !accounts.isEmpty()
                && accounts.get(0) instanceof Map<?, ?> account
                && account.get("remaining") instanceof Number remaining) {
            line.append(", ").append(remaining).append(" requests left in the minute");
        }
        if (rows > 0 && rate > 0) {
            line.append(String.format(Locale.ROOT, ", %.0f s to go", Math.max(0, rows - done) / rate));
        }
        return line.toString();
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        show();
        out.println();
    }
}
