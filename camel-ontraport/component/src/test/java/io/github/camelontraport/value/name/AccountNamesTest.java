package io.github.camelontraport.value.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.poll.SandboxTransport;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners, for whom no option takes a name. What options take is tried through the endpoint. */
class AccountNamesTest {

    private static final int USERS = 2;

    private final OntraportSandbox sandbox = OntraportSandbox.builder()
            .http(false)
            .apiKey(ClientFixture.KEY)
            .appId(ClientFixture.APP)
            .start();
    private final ClientFixture fixture = new ClientFixture(new SandboxTransport(sandbox));
    private final AccountNames names = new AccountNames(fixture.timeSource);

    @BeforeEach
    void addUsers() {
        sandbox.create(USERS, Map.of("firstname", "Ada", "lastname", "Okafor", "email", "ada@example.com"));
        sandbox.create(USERS, Map.of("firstname", "Ada", "lastname", "Okafor", "email", "ada.two@example.com"));
        sandbox.create(USERS, Map.of("firstname", "Cher", "email", "cher@example.com"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private long owner(String text) {
        return names.owner(text, "Field owner", fixture.client, CallContext.of("test"))
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sandy Owner", "sandy owner", " owner@example.com ", "1"})
    void anOwnerIsNamedByFullNameAddressOrId(String text) {
        assertThat(owner(text)).isEqualTo(1);
        assertThat(owner(text)).isEqualTo(1);

        assertThat(sandbox.requestCount()).isEqualTo(text.equals("1") ? 0 : 1);
    }

    @Test
    void aSingleNameIsEnoughForAUserWithoutAnother() {
        assertThat(owner("Cher")).isEqualTo(4);
    }

    @Test
    void theAddressTellsUsersOfOneNameApart() {
        assertThatThrownBy(() -> owner("Ada Okafor"))
                .hasCauseInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "Field owner: 2 users have the name 'Ada Okafor'; give the id of the one that is meant: 2, 3");
        assertThat(owner("ada.two@example.com")).isEqualTo(3);
    }

    @Test
    void anUnknownOwnerIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> owner("Sandy Owen"))
                .hasCauseInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the account has no user 'Sandy Owen'. Did you mean 'Sandy Owner'?");
    }
}
