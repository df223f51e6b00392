package io.github.camelontraport.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.junit.jupiter.api.Test;

class ExchangeContextTest {

    private final ExchangeContext context = new ExchangeContext(RequestConfig.DEFAULT);

    @Test
    void aTunnelIsNotTheRequest() {
        context.setExchangeId("1");
        assertThat(context.isUnsent()).isTrue();
        context.setRequest(new BasicHttpRequest("CONNECT", "api.example:443"));
        assertThat(context.isUnsent()).isTrue();
        context.setRequest(new BasicHttpRequest("POST", "/1/objects"));
        assertThat(context.isUnsent()).isFalse();
    }

    @Test
    void aRequestThatIsGivenUpIsNotWrittenAfterwards() {
        context.setExchangeId("1");
        context.giveUp();
        assertThatThrownBy(() -> context.setRequest(new BasicHttpRequest("POST", "/1/objects")))
                .isInstanceOf(CancellationException.class);
        assertThat(context.isUnsent()).isTrue();
    }

    @Test
    void aRequestThatWasWrittenIsNotGivenUp() {
        context.setExchangeId("1");
        context.setRequest(new BasicHttpRequest("POST", "/1/objects"));
        context.giveUp();
        // Once when the library prepares the request, and once when it writes it.
        context.setRequest(new BasicHttpRequest("POST", "/1/objects"));
        assertThat(context.isUnsent()).isFalse();
    }

    @Test
    void aClientThatDoesNotUseTheContextProvesNothing() {
        assertThat(context.isUnsent()).isFalse();
    }
}
