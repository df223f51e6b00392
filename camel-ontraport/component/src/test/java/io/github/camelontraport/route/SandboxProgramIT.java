package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a program of its own, {@code java -jar}, which a route uses. The system property {@code sandbox.jar} names it. */
class SandboxProgramIT {

    /** What Java ends with after SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void aRouteUsesItAndTheNextStartHasTheAccount() throws Exception {
        Path file = folder.resolve("account.json");
        String[] arguments = {"--port", "0", "--data", file.toString(), "--no-example-data", "--api-key", "a-key"};

        Process first = start(arguments);
        try (BufferedReader printed = first.inputReader()) {
            String baseUrl = baseUrl(printed);

            assertThat(upsert(baseUrl, Map.of("email", "nora@example.com", "firstname", "Nora")))
                    .containsEntry("email", "nora@example.com");
            assertThat(page(baseUrl)).contains("<title>Ontraport sandbox</title>");
            terminate(first);
            assertThat(printed.lines()).contains("The sandbox has stopped");
        } finally {
            first.destroyForcibly();
        }
        assertThat(new ObjectMapper().readTree(Files.readString(file)).findValuesAsText("email"))
                .contains("nora@example.com");

        Process second = start(arguments);
        try (BufferedReader printed = second.inputReader()) {
            assertThat(count(baseUrl(printed))).isEqualTo(1L);
            terminate(second);
        } finally {
            second.destroyForcibly();
        }
    }

    @Test
    void explainsItself() throws Exception {
        Process help = start("--help");
        assertThat(help.inputReader().lines()).anyMatch(line -> line.startsWith("  --port PORT"));
        assertThat(help.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(help.exitValue()).isZero();

        Process refused = start("--prot", "1");
        assertThat(refused.inputReader().lines()).anyMatch(line -> line.startsWith("Unknown option --prot"));
        assertThat(refused.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(2);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                System.getProperty("sandbox.jar")),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String baseUrl(BufferedReader printed) throws IOException {
        String line = printed.readLine();
        assertThat(line).startsWith("Base URL: http://localhost:");
        return line.substring("Base URL: ".length());
    }

    private static void terminate(Process process) throws InterruptedException {
        // SIGTERM, as by Ctrl-C and container engines. Process.destroy would close the output, too.
        process.toHandle().destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
    }

    private static String page(String baseUrl) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(baseUrl).resolve("/")).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> upsert(String baseUrl, Map<String, Object> contact) throws Exception {
        return (Map<String, Object>) request(baseUrl, "upsert", contact, Map.class);
    }

    private static Long count(String baseUrl) throws Exception {
        return request(baseUrl, "count", null, Long.class);
    }

    private static <T> T request(String baseUrl, String operation, Object body, Class<T> reply) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            OntraportConfiguration configuration =
                    context.getComponent("ontraport", OntraportComponent.class).getConfiguration();
            configuration.setBaseUrl(baseUrl);
            configuration.setApiKey("a-key");
            configuration.setAppId("2_4711_SandboxApp");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("ontraport:contacts?operation=" + operation);
                }
            });
            context.start();
            return context.createProducerTemplate().requestBody("direct:in", body, reply);
        }
    }
}
