package io.github.camelontraport.examples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.main.Main;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.StateRepository;

/**
 * Lets the routes take turns, so that a run is the same each time, and ends the program. The watcher looks first: where
 * it begins must be settled before the import creates anything, and what an earlier start left is tagged. Then the file
 * is imported, then the watcher looks until it has seen what was created.
 */
public final class Turns implements PollingConsumerPollStrategy, ExceptionHandler {

    /** Where the watcher's route keeps how far it has come. */
    private static final String WATCHER = "new-contacts";
    /** A repository takes further keys beside those of its routes. */
    private static final String LAST_TAGGED = "quickstart/last-tagged";
    /** A contact that the account does not show for so long after the import is left to the next start, or was deleted. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private enum Turn {
        FIRST_LOOK,
        IMPORT,
        LAST_LOOK,
        OVER
    }

    private final Main main;
    private final Report report;
    private final StateRepository<String, String> watched;
    private final PrintStream out;
    private Turn turn = Turn.FIRST_LOOK;
    private long imported;
    private String earlier;

    Turns(Main main, Report report, StateRepository<String, String> watched, PrintStream out) {
        this.main = main;
        this.report = report;
        this.watched = watched;
        this.out = out;
    }

    @Override
    public synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
        if (turn == Turn.FIRST_LOOK) {
            sayWhereItBegins();
        }
        return turn == Turn.FIRST_LOOK || turn == Turn.LAST_LOOK;
    }

    private void sayWhereItBegins() {
        earlier = watched.getState(LAST_TAGGED);
        // Written anew at the end: in between it would not be true.
        watched.setState(LAST_TAGGED, null);
        if (watched.getState(WATCHER) == null) {
            out.println("Watching for contacts created from now on.");
        } else if (earlier == null) {
            out.println("Watching for contacts created since an earlier start.");
        } else {
            out.println("Watching for contacts created after contact " + earlier + ", the last one tagged before.");
        }
    }

    @Override
    public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        CamelContext context = endpoint.getCamelContext();
        if (turn == Turn.FIRST_LOOK && !context.isStopping()) {
            turn = Turn.IMPORT;
            startImport(context);
        } else if (turn == Turn.LAST_LOOK && (report.untagged() == 0 || isPatienceOver())) {
            String last = report.lastTagged() == null ? earlier : report.lastTagged();
            watched.setState(LAST_TAGGED, last);
            report.watched();
            end();
        }
    }

    private static void startImport(CamelContext context) {
        try {
            context.getRouteController().startRoute("import");
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private boolean isPatienceOver() {
        return System.nanoTime() - imported > PATIENCE.toNanos();
    }

    /** The import's last word, whatever became of it: what it created is to be tagged. */
    public synchronized void importOver() {
        imported = System.nanoTime();
        turn = Turn.LAST_LOOK;
    }

    /** @return not to try again; what failed is told to {@link #handleException} */
    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        return false;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    /** A poll failed, or the tagging of a contact; that contact is not done with, and comes again with the next start. */
    @Override
    public synchronized void handleException(String message, Exchange exchange, Throwable exception) {
        if (turn != Turn.OVER) {
            report.stopped();
            out.println("The watcher stopped: " + exception.getMessage());
            end();
        }
    }

    private void end() {
        turn = Turn.OVER;
        main.completed();
    }
}
