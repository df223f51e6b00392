package io.github.camelontraport.sandbox.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import io.github.camelontraport.sandbox.server.WireOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers requests for the page, which no endpoint of the API has the paths of. They meet no fault, need no credentials, and are
 * neither counted nor logged. Everything comes from the class path, so that the page works without a network.
 */
public final class SandboxPage {

    /** The state that the page shows, as JSON. */
    static final String STATE_PATH = "/_sandbox/state";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What comes from elsewhere would not be loaded, and text that slipped into the page as a script would not run. */
    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
                            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private final Map<String, AccountReply> files = Map.of(
            "/", file("page.html", "text/html;charset=UTF-8"),
            "/_sandbox/page.css", file("page.css", "text/css;charset=UTF-8"),
            "/_sandbox/page.js", file("page.js", "text/javascript;charset=UTF-8"));

    private final PageState state;

    public SandboxPage(PageState state) {
        this.state = state;
    }

    /** @return empty for a request that is not for the page */
    public Optional<WireOutcome> answer(AccountRequest request) {
        if (!request.isRead()) {
            return Optional.empty();
        }
        AccountReply reply = request.path().equals(STATE_PATH) ? stateAsJson() : files.get(request.path());
        return Optional.ofNullable(reply)
                .map(found -> request.isHead() ? found.withoutBody() : found)
                .map(SandboxPage::outcome);
    }

    private AccountReply stateAsJson() {
        try {
            return AccountReply.json(200, MAPPER.writeValueAsString(state.now()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WireOutcome outcome(AccountReply reply) {
        Map<String, String> headers = new LinkedHashMap<>(SECURITY_HEADERS);
        headers.put("Content-Type", reply.contentType());
        return new WireOutcome(reply, headers, Duration.ZERO, RequestFault.NOTHING);
    }

    private static AccountReply file(String name, String contentType) {
        try (InputStream content = SandboxPage.class.getResourceAsStream(name)) {
            return new AccountReply(200, contentType, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
