package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportNotFoundException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The operation check. */
class CheckTest extends SandboxTestSupport {

    private static final String CHECK = "ontraport:contacts?operation=check";

    @Test
    void leavesTheBodyAndReportsInHeaders() {
        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));

        Exchange checked = send(CHECK, "anything");

        assertThat(checked.getException()).isNull();
        assertThat(checked.getMessage().getBody()).isEqualTo("anything");
        assertThat(checked.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, 1L)
                .containsEntry(OntraportConstants.REQUESTS, 1)
                .containsEntry(OntraportConstants.HTTP_STATUS, 200)
                .containsEntry(OntraportConstants.RATE_LIMIT_REMAINING, 179);
    }

    @Test
    void failsWithTheExceptionOfItsKind() {
        assertThat(send(CHECK + "&apiKey=wrong").getException()).isInstanceOf(OntraportAuthenticationException.class);
        sandbox().faults().status(403, "no");
        assertThat(send(CHECK).getException()).isInstanceOf(OntraportAuthenticationException.class);
        sandbox().faults().status(404, "no");
        assertThat(send(CHECK).getException()).isInstanceOf(OntraportNotFoundException.class);
    }
}
