package io.github.camelontraport.route.kamelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each Kamelet passes credentials with special characters on as they are, to an account that takes no others. That of webhooks
 * is in {@link KameletWebhookTest}.
 */
class KameletCredentialsTest extends KameletTestSupport {

    private static final String ROW = "{\"email\": \"ada@example.com\"}";

    private OntraportSandbox account;

    @BeforeEach
    void startAccount() {
        account = startAccountWithSpecialCharacters();
    }

    @AfterEach
    void stopAccount() {
        account.close();
    }

    @Test
    void ofTheSource() throws Exception {
        account.create(CONTACTS, Map.of("firstname", "Ada"));
        source("ontraport-source", credentials(account, "startFrom: beginning", "delay: 50"));

        assertThat(await(1).get(0)).contains("\"firstname\":\"Ada\"");
    }

    @Test
    void ofTheSink() throws Exception {
        sink("ontraport-sink", credentials(account));

        assertThat(send("direct:in", ROW).getException()).isNull();
        assertThat(account.records(CONTACTS)).hasSize(1);
    }

    @Test
    void ofTheAction() throws Exception {
        sink("ontraport-action", credentials(account, "operation: create"));

        assertThat(send("direct:in", ROW).getException()).isNull();
        assertThat(account.records(CONTACTS)).hasSize(1);
    }

    @Test
    void ofTheSyncSink() throws Exception {
        sink("ontraport-sync-sink", credentials(account));

        assertThat(record(send("direct:in", ROW))).containsEntry("created", 1L);
        assertThat(account.records(CONTACTS)).hasSize(1);
    }
}
