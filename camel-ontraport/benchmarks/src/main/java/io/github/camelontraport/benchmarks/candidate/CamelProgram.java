package io.github.camelontraport.benchmarks.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** A program of one route. It prints its resident memory in KiB when the route has started, and ends. */
public final class CamelProgram {

    /** What the route uses. */
    public enum Kind {
        NOTHING("direct:end"),
        HTTP("http://localhost:9/1/object"),
        ONTRAPORT("ontraport:contacts?operation=get");

        private final String endpoint;

        Kind(String endpoint) {
            this.endpoint = endpoint;
        }
    }

    private static final String RESIDENT = "VmRSS:";
    private static final long UNKNOWN = -1;

    private CamelProgram() {}

    /** Takes the kind. */
    public static void main(String[] arguments) throws Exception {
        Kind kind = Kind.valueOf(arguments[0]);
        // Not with a class: Camel would look for routes in the packages beside it.
        Main main = new Main();
        main.addInitialProperty("camel.main.name", kind.name().toLowerCase(Locale.ROOT));
        if (kind == Kind.ONTRAPORT) {
            main.addInitialProperty("camel.component.ontraport.api-key", "key");
            main.addInitialProperty("camel.component.ontraport.app-id", "app");
        }
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to(kind.endpoint);
            }
        });
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                System.out.println(residentKiB());
                started.shutdown();
            }
        });
        main.run();
    }

    /** Only Linux says it in a file. */
    private static long residentKiB() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(
                            line.substring(RESIDENT.length()).replace("kB", "").strip()))
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
