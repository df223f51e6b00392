package io.github.camelontraport.examples.quickstart;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Imports the contacts of a CSV file and tags those that are new, with the routes in {@code routes}: in a sandbox, or in
 * the account that the environment names, when the run says explicitly that it may write there.
 */
public final class Quickstart {

    static final int DONE = 0;
    static final int STOPPED = 1;
    static final int NOT_STARTED = 2;

    /** How often the watcher looks, in milliseconds. A real account does not always show at once what was created. */
    private static final String SANDBOX_DELAY = "100";

    private static final String ACCOUNT_DELAY = "5000";

    private final Map<String, String> environment;
    private final Properties options;
    private final PrintStream out;
    private final Report report = new Report();
    private final Main main = new Main();

    Quickstart(Map<String, String> environment, Properties options, PrintStream out) {
        this.environment = environment;
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        int code = new Quickstart(System.getenv(), System.getProperties(), System.out).run();
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** @return the exit code */
    int run() throws Exception {
        Path csv = Path.of(options.getProperty("quickstart.csv", "data/contacts.csv"))
                .toAbsolutePath();
        if (!Files.isReadable(csv)) {
            out.println("There is no readable file " + csv + ".");
            return NOT_STARTED;
        }
        if (!isSet("ONTRAPORT_API_KEY") && !isSet("ONTRAPORT_APP_ID")) {
            return start(csv, true);
        }
        if (!isSet("ONTRAPORT_API_KEY") || !isSet("ONTRAPORT_APP_ID")) {
            out.println("Nothing was sent: of ONTRAPORT_API_KEY and ONTRAPORT_APP_ID only one is set.");
            out.println("Set both to use your account, or neither to use the sandbox.");
            return NOT_STARTED;
        }
        if (!Boolean.parseBoolean(options.getProperty("ontraport.write"))) {
            out.println("Nothing was sent: ONTRAPORT_API_KEY and ONTRAPORT_APP_ID name a real account.");
            out.println(
                    "To write the contacts of " + csv + " into it, and to tag all contacts that are created in it,");
            out.println("add -Dontraport.write=true to the command.");
            out.println("To use the sandbox, unset the two variables.");
            return NOT_STARTED;
        }
        return start(csv, false);
    }

    /** Ends the program as Ctrl-C does: a contact that is being tagged is done with, no further one is begun. */
    void stop() {
        main.completed();
    }

    Report report() {
        return report;
    }

    private int start(Path csv, boolean inSandbox) {
        Path folder = Path.of(options.getProperty("quickstart.state", "state"), inSandbox ? "sandbox" : "account")
                .toAbsolutePath();
        try (AtomicFileStateRepository watched = new AtomicFileStateRepository(folder.resolve("watched"))) {
            // Now already, as this keeps a second start out of the folder for as long as the first one lasts.
            watched.start();
            return inSandbox ? useSandbox(csv, folder, watched) : useAccount(csv, folder, watched);
        } catch (Exception e) {
            out.println("It cannot start: " + reason(e));
            out.println("What earlier starts left is in " + folder + "; without that folder, it begins anew.");
            return NOT_STARTED;
        }
    }

    /** Camel wraps it. */
    private static String reason(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : reason(failure.getCause());
    }

    private int useSandbox(Path csv, Path folder, AtomicFileStateRepository watched) throws Exception {
        try (OntraportSandbox sandbox = KeptSandbox.start(folder.resolve("account.json"), watched, out)) {
            out.println("Importing " + csv + " into a sandbox; no real account is touched.");
            component("apiKey", sandbox.apiKey());
            component("appId", sandbox.appId());
            component("baseUrl", sandbox.baseUrl());
            component("requestsPerMinute", Integer.toString(KeptSandbox.REQUESTS_PER_MINUTE));
            main.addOverrideProperty("watch.delay", SANDBOX_DELAY);
            closeWithCamel(sandbox);
            return runRoutes(csv, folder, watched, () -> OptionalInt.of(sandbox.requestCount()));
        }
    }

    /** After Ctrl-C, nobody waits for what comes after Camel. */
    private void closeWithCamel(OntraportSandbox sandbox) {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport configured) {
                configured.getCamelContext().addLifecycleStrategy(new LifecycleStrategySupport() {
                    @Override
                    public void onContextStopped(CamelContext context) {
                        sandbox.close();
                    }
                });
            }
        });
    }

    private int useAccount(Path csv, Path folder, AtomicFileStateRepository watched) throws Exception {
        out.println("Importing " + csv + " into your account.");
        component("apiKey", environment.get("ONTRAPORT_API_KEY"));
        component("appId", environment.get("ONTRAPORT_APP_ID"));
        if (isSet("ONTRAPORT_BASE_URL")) {
            component("baseUrl", environment.get("ONTRAPORT_BASE_URL"));
        }
        component("requestsPerMinute", options.getProperty("ontraport.requestsPerMinute", "180"));
        main.addOverrideProperty("watch.delay", options.getProperty("quickstart.delay", ACCOUNT_DELAY));
        return runRoutes(csv, folder, watched, OptionalInt::empty);
    }

    /** @param requests how many there were in all, if that can be known */
    private int runRoutes(Path csv, Path folder, AtomicFileStateRepository watched, Supplier<OptionalInt> requests)
            throws Exception {
        Path output = Path.of(options.getProperty("quickstart.output", "target/quickstart"))
                .toAbsolutePath();
        main.addOverrideProperty("csv.directory", csv.getParent().toString());
        main.addOverrideProperty("csv.file", csv.getFileName().toString());
        main.addOverrideProperty("refused.directory", output.toString());
        main.bind("csv", new CsvDataFormat());
        main.bind("report", report);
        main.bind("watched", watched);
        main.bind("turns", new Turns(main, report, watched, out));
        main.run();
        out.println(report.summary(requests.get()));
        Path refused = output.resolve("refused.csv");
        if (!report.refusals().isEmpty() && Files.exists(refused)) {
            out.println("The refused rows are in " + refused);
        }
        out.println("The next start goes on from " + folder + "; delete that folder to begin anew.");
        return report.isComplete() ? DONE : STOPPED;
    }

    private void component(String option, String value) {
        main.addOverrideProperty("camel.component.ontraport." + option, value);
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
