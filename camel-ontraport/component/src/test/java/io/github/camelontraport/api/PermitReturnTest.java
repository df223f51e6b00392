package io.github.camelontraport.api;

import static io.github.camelontraport.api.ClientFixture.failure;
import static io.github.camelontraport.api.ClientFixture.post;
import static io.github.camelontraport.api.http.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.api.http.ScriptedTransport;
import io.github.camelontraport.api.http.ScriptedTransport.Line;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every permit is released: one lost for ever would slow the account down until a restart. */
class PermitReturnTest {

    @ParameterizedTest
    @EnumSource
    void anyFaultGivesThePermitBack(ScriptedFault fault) {
        checkGivenBack(fault.line);
    }

    @Test
    void aTransportThatThrowsOrReturnsNullGivesThePermitBack() {
        checkGivenBack(call -> null);
        checkGivenBack(call -> {
            throw new NoClassDefFoundError("odd");
        });
    }

    private static void checkGivenBack(Line line) {
        AtomicReference<Line> network = new AtomicReference<>(line);
        ScriptedTransport transport =
                new ScriptedTransport(call -> network.get().apply(call));
        ClientFixture fixture =
                new ClientFixture(transport, 1, ClientFixture.settings(ClientFixture.RATE_LIMIT_TIMEOUT));
        CompletableFuture<ApiReply> first = fixture.call(post(RetryRule.ALWAYS));
        fixture.timeSource.advance(Duration.ofMinutes(10));
        failure(first);
        network.set(ok("1"));
        CompletableFuture<ApiReply> last = fixture.call(post(RetryRule.NEVER));
        fixture.timeSource.advance(Duration.ofMinutes(1));
        assertThat(last.join().data().asInt()).isEqualTo(1);
    }
}
