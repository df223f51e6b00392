package io.github.camelontraport.examples.sync;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * Brings the table of {@code sync.from} into a sandbox, or with credentials into a real account, by the routes of {@code
 * routes/sync.camel.yaml}.
 */
public final class Sync {

    private static final int REQUESTS_PER_MINUTE = 6_000;
    /** Of an account, unless its owner has asked the vendor for more. */
    private static final String LIMIT = "180";

    private Sync() {}

    public static void main(String[] arguments) throws Exception {
        run(System.getProperties(), System.out);
    }

    /** @return the report of the sync */
    static Map<String, Object> run(Properties settings, PrintStream out) throws Exception {
        Files.createDirectories(Path.of(settings.getProperty("sync.state")));
        String apiKey = settings.getProperty("sync.apiKey", "");
        if (!apiKey.isBlank()) {
            return run(
                    settings,
                    out,
                    settings.getProperty("sync.baseUrl", "https://api.ontraport.com/1"),
                    apiKey,
                    settings.getProperty("sync.appId"));
        }
        // The ledger is of one account: that at this port, as the base URL is part of what it is.
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .port(Integer.parseInt(settings.getProperty("sync.port")))
                .requestsPerMinute(REQUESTS_PER_MINUTE)
                .dataFile(Path.of(settings.getProperty("sync.state"), "account.json"))
                .start()) {
            settings.setProperty("sync.requestsPerMinute", Integer.toString(REQUESTS_PER_MINUTE));
            return run(settings, out, sandbox.baseUrl(), sandbox.apiKey(), sandbox.appId());
        }
    }

    private static Map<String, Object> run(
            Properties settings, PrintStream out, String baseUrl, String apiKey, String appId) throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.ontraport.baseUrl", baseUrl);
        main.addInitialProperty("camel.component.ontraport.apiKey", apiKey);
        main.addInitialProperty("camel.component.ontraport.appId", appId);
        main.addInitialProperty(
                "camel.component.ontraport.requestsPerMinute", settings.getProperty("sync.requestsPerMinute", LIMIT));
        for (String name : settings.stringPropertyNames()) {
            if (name.startsWith("sync.") && !name.equals("sync.apiKey")) {
                main.addInitialProperty(name, settings.getProperty(name));
            }
        }
        main.start();
        try (ProducerTemplate template = main.getCamelContext().createProducerTemplate();
                Source source = Source.open(settings.getProperty("sync.from"), settings.getProperty("sync.query"))) {
            Mapping mapping = Mapping.read(Path.of(settings.getProperty("sync.mapping")));
            Map<String, Object> report = sync(settings, out, template, mapped(source, mapping));
            report.forEach((name, count) -> out.println(name + ": " + count));
            return report;
        } finally {
            main.stop();
        }
    }

    /** With a bar in a terminal; without one, the log says every ten seconds how far the sync is. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> sync(
            Properties settings, PrintStream out, ProducerTemplate template, Iterator<Map<String, Object>> rows)
            throws Exception {
        boolean hasBar = Boolean.parseBoolean(settings.getProperty("sync.bar", Boolean.toString(isTerminal())));
        if (!hasBar) {
            return template.requestBody("direct:sync", rows, Map.class);
        }
        long count = Source.count(settings.getProperty("sync.from"), settings.getProperty("sync.query"));
        try (ProgressBar bar = new ProgressBar(template.getCamelContext(), out, count)) {
            return template.requestBody("direct:sync", rows, Map.class);
        }
    }

    /** From Java 22 on there is a console without a terminal, too; then TERM is not set. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    private static Iterator<Map<String, Object>> mapped(Source source, Mapping mapping) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public Map<String, Object> next() {
                return mapping.map(source.next());
            }
        };
    }
}
