package io.github.camelontraport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fact is noticed when it does not hold. */
class FactsTest {

    private static OntraportSandbox sandbox;
    private static FalsifyingProxy proxy;

    @BeforeAll
    static void startAccount() {
        sandbox = ExampleAccount.full();
        proxy = new FalsifyingProxy(sandbox);
    }

    @AfterAll
    static void stopAccount() {
        proxy.close();
        sandbox.close();
    }

    static Stream<String> names() {
        return Facts.ALL.stream().map(Fact::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isNoticedWhenItDoesNotHold(String name) {
        List<Falsification> falsifications = Falsifications.BY_FACT.getOrDefault(name, List.of());
        assertThat(falsifications).as("falsifications of the fact").isNotEmpty();

        for (Falsification falsification : falsifications) {
            proxy.falsify(falsification);
            try (AccountClient client =
                    new AccountClient(VerifySettings.of(ExampleAccount.environment(sandbox, proxy.baseUrl())))) {
                Finding finding = fact(name).verify(client.account());

                assertThat(finding.outcome())
                        .as("falsification %d: %s", falsifications.indexOf(falsification), finding.seen())
                        .isEqualTo(Outcome.DOES_NOT_HOLD);
            }
        }
    }

    @Test
    void noFactHasTwoRowsAndNoFalsificationIsForgotten() {
        assertThat(names())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Falsifications.BY_FACT.keySet());
    }

    private static Fact fact(String name) {
        return Facts.ALL.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
