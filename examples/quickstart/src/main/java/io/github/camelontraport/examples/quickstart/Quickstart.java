package io.github.camelontraport.examples.quickstart;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;

/**
 * Imports the contacts of a CSV file once, with the route in {@code routes/import.camel.yaml}: into a sandbox, or into
 * the account that the environment names, when the run says explicitly that it may write there.
 */
public final class Quickstart {

    static final int DONE = 0;
    static final int STOPPED = 1;
    static final int NOT_STARTED = 2;

    /** An account has 180, and more when its owner asks the vendor. */
    private static final int SANDBOX_REQUESTS_PER_MINUTE = 6_000;

    private final Map<String, String> environment;
    private final Properties options;
    private final PrintStream out;
    private final ImportReport report = new ImportReport();
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
        Path csv = Path.of(options.getProperty("quickstart.csv", "data/contacts.csv")).toAbsolutePath();
        if (!Files.isReadable(csv)) {
            out.println("There is no readable file " + csv + ".");
            return NOT_STARTED;
        }
        if (!isSet("ONTRAPORT_API_KEY") && !isSet("ONTRAPORT_APP_ID")) {
            return importIntoSandbox(csv);
        }
        if (!isSet("ONTRAPORT_API_KEY") || !isSet("ONTRAPORT_APP_ID")) {
            out.println("Nothing was sent: of ONTRAPORT_API_KEY and ONTRAPORT_APP_ID only one is set.");
            out.println("Set both to use your account, or neither to use the sandbox.");
            return NOT_STARTED;
        }
        if (!Boolean.parseBoolean(options.getProperty("ontraport.write"))) {
            out.println("Nothing was sent: ONTRAPORT_API_KEY and ONTRAPORT_APP_ID name a real account.");
            out.println("To write the contacts of " + csv + " into it, add -Dontraport.write=true to the command.");
            out.println("To use the sandbox, unset the two variables.");
            return NOT_STARTED;
        }
        return importIntoAccount(csv);
    }

    ImportReport report() {
        return report;
    }

    private int importIntoSandbox(Path csv) throws Exception {
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .requestsPerMinute(SANDBOX_REQUESTS_PER_MINUTE).start()) {
            out.println("Importing " + csv + " into a sandbox; no real account is touched.");
            component("apiKey", sandbox.apiKey());
            component("appId", sandbox.appId());
            component("baseUrl", sandbox.baseUrl());
            component("requestsPerMinute", Integer.toString(SANDBOX_REQUESTS_PER_MINUTE));
            return runRoute(csv);
        }
    }

    private int importIntoAccount(Path csv) throws Exception {
        out.println("Importing " + csv + " into your account.");
        component("apiKey", environment.get("ONTRAPORT_API_KEY"));
        component("appId", environment.get("ONTRAPORT_APP_ID"));
        if (isSet("ONTRAPORT_BASE_URL")) {
            component("baseUrl", environment.get("ONTRAPORT_BASE_URL"));
        }
        component("requestsPerMinute", options.getProperty("ontraport.requestsPerMinute", "180"));
        return runRoute(csv);
    }

    private int runRoute(Path csv) throws Exception {
        Path output = Path.of(options.getProperty("quickstart.output", "target/quickstart")).toAbsolutePath();
        main.addOverrideProperty("csv.directory", csv.getParent().toString());
        main.addOverrideProperty("csv.file", csv.getFileName().toString());
        main.addOverrideProperty("refused.directory", output.toString());
        main.bind("csv", new CsvDataFormat());
        main.bind("report", report);
        main.bind("main", main);
        main.run();
        Path refused = output.resolve("refused.csv");
        if (!report.refusals().isEmpty() && Files.exists(refused)) {
            out.println("The refused rows are in " + refused);
        }
        return report.isComplete() ? DONE : STOPPED;
    }

    private void component(String option, String value) {
        main.addOverrideProperty("camel.component.ontraport." + option, value);
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
