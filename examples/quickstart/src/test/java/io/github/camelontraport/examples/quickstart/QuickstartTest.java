package io.github.camelontraport.examples.quickstart;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private static final String WRITE = "ontraport.write";

    @TempDir
    private Path output;

    private final Properties options = new Properties();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** Stands for the real account. */
    private OntraportSandbox account;

    @BeforeEach
    void start() {
        account = OntraportSandbox.builder().apiKey("key-of-the-account").appId("2_1_id-of-the-account")
                .requestsPerMinute(6_000).start();
        options.setProperty("quickstart.output", output.toString());
        options.setProperty("ontraport.requestsPerMinute", "6000");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void importsIntoSandboxWithoutCredentials() throws Exception {
        Quickstart quickstart = quickstart(Map.of());

        assertThat(quickstart.run()).isEqualTo(Quickstart.DONE);

        assertCounts(quickstart.report(), 487, 12);
        assertThat(printed()).contains("no real account is touched");
        assertThat(output.resolve("refused.csv")).hasContent("""
                firstname,lastname,email,company,title,city,country,sms_number,reason
                Katarzyna,Pająk,katarzyna.pajak(at)example.org,Studio Żaba,"Designer, freelance",Gdańsk,PL,,Invalid email address
                """);
    }

    @Test
    void secondRunMergesAll() throws Exception {
        options.setProperty(WRITE, "true");
        Quickstart first = quickstart(credentials());
        assertThat(first.run()).isEqualTo(Quickstart.DONE);
        assertCounts(first.report(), 487, 12);

        Quickstart second = quickstart(credentials());
        assertThat(second.run()).isEqualTo(Quickstart.DONE);

        assertCounts(second.report(), 0, 499);
        assertThat(account.records(0)).hasSize(487);
        assertThat(account.requestCount()).isEqualTo(1_000);
    }

    @Test
    void writesCellsAsTheyAre() throws Exception {
        options.setProperty(WRITE, "true");
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);

        Map<Object, Map<String, Object>> contacts =
                account.records(0).stream().collect(toMap(contact -> contact.get("email"), contact -> contact));
        assertThat(contacts.get("robert.garcia@example.com"))
                .containsEntry("firstname", "Robert \"Bob\"").containsEntry("company", "Acme, Inc.");
        assertThat(contacts.get("anke.mueller@example.org"))
                .containsEntry("lastname", "Müller").containsEntry("company", "Bäckerei \"Zum goldenen Löffel\"");
        assertThat(contacts.get("noel.lhopital@example.com"))
                .containsEntry("lastname", "L'Hôpital").containsEntry("company", "");
        assertThat(contacts.get("nikos.papadopoulos@example.net")).containsEntry("city", "Θεσσαλονίκη");
    }

    @Test
    void sendsNothingToAccountWithoutFlag() throws Exception {
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.NOT_STARTED);

        assertThat(account.requestCount()).isZero();
        assertThat(printed()).contains("Nothing was sent", "-Dontraport.write=true")
                .doesNotContain(account.apiKey(), account.appId());
    }

    /** Camel Main would take it from there, as well as from an environment variable. */
    @Test
    void sendsNothingToAccountSetForAnotherApplication() throws Exception {
        System.setProperty("camel.component.ontraport.baseUrl", account.baseUrl());
        try {
            assertThat(quickstart(Map.of()).run()).isEqualTo(Quickstart.DONE);
        } finally {
            System.clearProperty("camel.component.ontraport.baseUrl");
        }
        assertThat(account.requestCount()).isZero();
    }

    @Test
    void sendsNothingWithHalfOfTheCredentials() throws Exception {
        options.setProperty(WRITE, "true");
        Map<String, String> environment = credentials();
        environment.remove("ONTRAPORT_APP_ID");

        assertThat(quickstart(environment).run()).isEqualTo(Quickstart.NOT_STARTED);

        assertThat(account.requestCount()).isZero();
        assertThat(printed()).contains("Nothing was sent", "only one is set");
    }

    @Test
    void stopsAtTheFirstRowWhenCredentialsAreWrong() throws Exception {
        options.setProperty(WRITE, "true");
        Map<String, String> environment = credentials();
        environment.put("ONTRAPORT_API_KEY", "wrong-key");
        Quickstart quickstart = quickstart(environment);

        assertThat(quickstart.run()).isEqualTo(Quickstart.STOPPED);

        assertThat(quickstart.report().rows()).isEqualTo(1);
        assertThat(quickstart.report().requests()).isEqualTo(1);
        assertThat(account.requestCount()).isEqualTo(1);
        assertThat(output.resolve("refused.csv")).isEmptyFile();
    }

    /** As Excel writes it in countries whose numbers have a comma: all columns are one, and none of them is email. */
    @Test
    void sendsNoRowWithoutEmail() throws Exception {
        options.setProperty(WRITE, "true");
        Path csv = output.resolve("semicolons.csv");
        Files.writeString(csv, "firstname;email\nJürgen;juergen@example.com\n");
        options.setProperty("quickstart.csv", csv.toString());
        Quickstart quickstart = quickstart(credentials());

        assertThat(quickstart.run()).isEqualTo(Quickstart.DONE);

        assertThat(account.requestCount()).isZero();
        assertThat(quickstart.report().rows()).isEqualTo(1);
        assertThat(output.resolve("refused.csv")).hasContent("""
                firstname;email,reason
                Jürgen;juergen@example.com,The column email is empty or missing; columns are separated by commas
                """);
    }

    @Test
    void saysWhenThereIsNoFile() throws Exception {
        options.setProperty("quickstart.csv", output.resolve("none.csv").toString());

        assertThat(quickstart(Map.of()).run()).isEqualTo(Quickstart.NOT_STARTED);

        assertThat(printed()).contains("no readable file", "none.csv");
    }

    private static void assertCounts(ImportReport report, int created, int merged) {
        assertThat(report.rows()).isEqualTo(500);
        assertThat(report.created()).isEqualTo(created);
        assertThat(report.merged()).isEqualTo(merged);
        assertThat(report.refusals()).hasSize(1);
        assertThat(report.requests()).isEqualTo(500);
    }

    private Map<String, String> credentials() {
        return new HashMap<>(Map.of("ONTRAPORT_API_KEY", account.apiKey(), "ONTRAPORT_APP_ID", account.appId(),
                "ONTRAPORT_BASE_URL", account.baseUrl()));
    }

    private Quickstart quickstart(Map<String, String> environment) {
        return new Quickstart(environment, options, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
