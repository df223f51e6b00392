package io.github.camelontraport.examples.quickstart;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickstartTest extends QuickstartTestSupport {

    @Test
    void importsIntoSandboxWithoutCredentialsAndGoesOnThere() throws Exception {
        Quickstart quickstart = quickstart(Map.of());

        assertThat(quickstart.run()).isEqualTo(Quickstart.DONE);

        assertCounts(quickstart.report(), 487, 12);
        // 500 rows, 487 tags, 10 pages of contacts, and two requests to settle where to begin
        ReadmeTest.assertShows(printed(), output, state);
        assertThat(printed())
                .contains("no real account is touched", "Contacts tagged     487\n", "API requests used   999\n");
        assertThat(output.resolve("refused.csv"))
                .hasContent(
                        """
                firstname,lastname,email,company,title,city,country,sms_number,reason
                Katarzyna,Pająk,katarzyna.pajak(at)example.org,Studio Żaba,"Designer, freelance",Gdańsk,PL,,Invalid email address
                """);

        Quickstart second = quickstart(Map.of());
        assertThat(second.run()).isEqualTo(Quickstart.DONE);

        assertCounts(second.report(), 0, 499);
        ReadmeTest.assertShows(printed(), output, state);
        assertThat(printed()).contains("after contact 487", "API requests used   503\n");
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
        assertThat(account.requestCount()).isEqualTo(999 + 503);
    }

    @Test
    void writesCellsAsTheyAre() throws Exception {
        options.setProperty(WRITE, "true");
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);

        Map<Object, Map<String, Object>> contacts =
                account.records(0).stream().collect(toMap(contact -> contact.get("email"), contact -> contact));
        assertThat(contacts.get("robert.garcia@example.com"))
                .containsEntry("firstname", "Robert \"Bob\"")
                .containsEntry("company", "Acme, Inc.");
        assertThat(contacts.get("anke.mueller@example.org"))
                .containsEntry("lastname", "Müller")
                .containsEntry("company", "Bäckerei \"Zum goldenen Löffel\"");
        assertThat(contacts.get("noel.lhopital@example.com"))
                .containsEntry("lastname", "L'Hôpital")
                .containsEntry("company", "");
        assertThat(contacts.get("nikos.papadopoulos@example.net")).containsEntry("city", "Θεσσαλονίκη");
    }

    @Test
    void sendsNothingToAccountWithoutFlag() throws Exception {
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.NOT_STARTED);

        assertThat(account.requestCount()).isZero();
        assertThat(state).isEmptyDirectory();
        assertThat(printed())
                .contains("Nothing was sent", "to tag all contacts", "-Dontraport.write=true")
                .doesNotContain(account.apiKey(), account.appId());
    }

    /** Camel Main would take it from there, as well as from an environment variable. */
    @Test
    void sendsNothingToAccountSetForAnotherApplication() throws Exception {
        csv(1, 1);
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
    void stopsAtTheFirstRequestWhenCredentialsAreWrong() throws Exception {
        options.setProperty(WRITE, "true");
        Map<String, String> environment = credentials();
        environment.put("ONTRAPORT_API_KEY", "wrong-key");
        Quickstart quickstart = quickstart(environment);

        assertThat(quickstart.run()).isEqualTo(Quickstart.STOPPED);

        assertThat(quickstart.report().rows()).isZero();
        assertThat(account.requestCount()).isEqualTo(1);
        assertThat(printed()).contains("The watcher stopped: ");
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

        assertThat(account.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(quickstart.report().rows()).isEqualTo(1);
        assertThat(output.resolve("refused.csv"))
                .hasContent(
                        """
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

    private static void assertCounts(Report report, int created, int merged) {
        assertThat(report.rows()).isEqualTo(500);
        assertThat(report.created()).isEqualTo(created);
        assertThat(report.merged()).isEqualTo(merged);
        assertThat(report.refusals()).hasSize(1);
        assertThat(report.tagged()).isEqualTo(created);
        assertThat(report.requests()).isEqualTo(500 + created);
    }
}
