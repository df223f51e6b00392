package io.github.camelontraport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyMainTest {

    private static final int CONTACT = 0;

    @Test
    void allFactsHoldInTheSandboxAndFewRequestsAreSent() {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            Run run = Run.of(sandbox);

            assertThat(run.lines(Outcome.DOES_NOT_HOLD)).isEmpty();
            assertThat(run.lines(Outcome.NOT_TRIED)).isEmpty();
            assertThat(run.lines(Outcome.HOLDS)).hasSize(Facts.ALL.size());
            assertThat(run.out()).endsWith("0 could not be tried\n39 requests\n");
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(sandbox.requests())
                    .hasSize(39)
                    .extracting(SandboxRequest::method)
                    .containsOnly("GET");
        }
    }

    @Test
    void printsNoPersonalDataAndNoCredentials() {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            String out = Run.of(sandbox).out();

            assertThat(out).doesNotContain(sandbox.apiKey(), sandbox.appId(), "@", "example.com", "http");
            sandbox.records(CONTACT)
                    .forEach(contact -> List.of("firstname", "lastname", "email", "city", "unique_id").stream()
                            .map(contact::get)
                            .filter(value -> value instanceof String text && !text.isEmpty())
                            .forEach(value -> assertThat(out).doesNotContain((String) value)));
        }
    }

    @Test
    void saysWhatCannotBeTriedInAnEmptyAccount() {
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            Run run = Run.of(sandbox);

            assertThat(run.lines(Outcome.DOES_NOT_HOLD)).isEmpty();
            assertThat(run.lines(Outcome.NOT_TRIED))
                    .hasSizeGreaterThan(30)
                    .anyMatch(line -> line.endsWith("sort=id sorts ids as numbers: the account has no contacts"));
            assertThat(run.lines(Outcome.HOLDS))
                    .anyMatch(line -> line.contains("The meta of a type holds its fields by key"));
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void endsWithOneAndNamesTheFeaturesWhenAFactDoesNotHold() {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            sandbox.faults().omitRateHeaders(true);
            Run run = Run.of(sandbox);

            assertThat(run.lines(Outcome.DOES_NOT_HOLD)).hasSize(2);
            assertThat(run.out()).contains("used by the pause after HTTP 429 (");
            assertThat(run.exitCode()).isEqualTo(VerifyMain.SOME_DO_NOT_HOLD);
        }
    }

    @Test
    void stopsAtTheLimitOfRequestsWhenTheAccountFails() {
        try (OntraportSandbox sandbox = ExampleAccount.full();
                FalsifyingProxy proxy = new FalsifyingProxy(sandbox)) {
            proxy.falsify(Falsification.answer("/Contacts", 503, "Busy"));
            Run run = Run.of(ExampleAccount.environment(sandbox, proxy.baseUrl()));

            assertThat(sandbox.requestCount()).isLessThanOrEqualTo(AccountClient.MAX_REQUESTS);
            assertThat(run.lines(Outcome.DOES_NOT_HOLD)).isEmpty();
            assertThat(run.lines(Outcome.NOT_TRIED))
                    .anyMatch(line -> line.endsWith("/Contacts answered HTTP 503 without JSON"));
            assertThat(run.exitCode()).isEqualTo(VerifyMain.ALL_HOLD);
        }
    }

    @ParameterizedTest
    @CsvSource({"503,Busy", "502,<html>Bad gateway</html>", "404,<html>Not found</html>", "200,<html>Log in</html>"})
    void endsWithTwoWhenNoFactCouldBeTried(int status, String body) {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            sandbox.faults().always().status(status, body);
            Run run = Run.of(sandbox);

            assertThat(run.lines(Outcome.DOES_NOT_HOLD)).isEmpty();
            assertThat(run.lines(Outcome.HOLDS)).isEmpty();
            assertThat(run.lines(Outcome.NOT_TRIED)).hasSize(Facts.ALL.size());
            assertThat(run.exitCode()).isEqualTo(VerifyMain.COULD_NOT_RUN);
        }
    }

    @Test
    void aReplyThatIsCutIsNoEvidence() {
        try (OntraportSandbox sandbox = ExampleAccount.full()) {
            sandbox.faults().on("GET", "/Webhooks").always().truncateBody();
            Run run = Run.of(sandbox);

            assertThat(run.lines(Outcome.DOES_NOT_HOLD)).isEmpty();
            assertThat(run.lines(Outcome.NOT_TRIED))
                    .anyMatch(line -> line.endsWith(
                            "The list of webhooks can be read: /Webhooks answered HTTP 200 without" + " JSON"));
        }
    }

    @Test
    void namesTheVariablesThatAreMissing() {
        assertThat(Run.of(Map.of()))
                .isEqualTo(new Run(
                        VerifyMain.COULD_NOT_RUN,
                        "",
                        "Set the environment variables ONTRAPORT_API_KEY and ONTRAPORT_APP_ID, from the account's API"
                                + " settings\n"));
        assertThat(Run.of(Map.of("ONTRAPORT_API_KEY", "key")).err())
                .isEqualTo("Set the environment variable ONTRAPORT_APP_ID, from the account's API settings\n");
    }

    @Test
    void endsWithTwoWhenTheCredentialsAreRefused() {
        try (OntraportSandbox sandbox = OntraportSandbox.start()) {
            Map<String, String> environment = new HashMap<>(ExampleAccount.environment(sandbox, sandbox.baseUrl()));
            environment.put("ONTRAPORT_API_KEY", "another-key");
            Run run = Run.of(environment);

            assertThat(run.exitCode()).isEqualTo(VerifyMain.COULD_NOT_RUN);
            assertThat(run.err())
                    .startsWith("The account refuses the credentials")
                    .doesNotContain("another-key");
            assertThat(run.out()).isEmpty();
            assertThat(sandbox.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void endsWithTwoWhenTheAccountCannotBeReached() {
        OntraportSandbox sandbox = OntraportSandbox.start();
        Map<String, String> environment = ExampleAccount.environment(sandbox, sandbox.baseUrl());
        sandbox.close();
        Run run = Run.of(environment);

        assertThat(run.exitCode()).isEqualTo(VerifyMain.COULD_NOT_RUN);
        assertThat(run.err()).startsWith("The account cannot be reached: ");
    }

    @Test
    void refusesAUrlThatWouldSendTheKeyInTheClear() {
        Run run = Run.of(Map.of(
                "ONTRAPORT_API_KEY", "a-key",
                "ONTRAPORT_APP_ID", "an-id",
                "ONTRAPORT_BASE_URL", "http://api.example.com/1"));

        assertThat(run.exitCode()).isEqualTo(VerifyMain.COULD_NOT_RUN);
        assertThat(run.err()).contains("would send the API key in the clear").doesNotContain("a-key");
    }

    @Test
    void explainsItself() {
        assertThat(Run.of(Map.of(), "--help")).isEqualTo(new Run(VerifyMain.ALL_HOLD, VerifyMain.USAGE, ""));
        assertThat(Run.of(Map.of(), "--verbose").err()).isEqualTo("Unknown option --verbose: there is only --help\n");
        assertThat(Run.of(Map.of(), "--verbose").exitCode()).isEqualTo(VerifyMain.COULD_NOT_RUN);
    }
}
