package io.github.camelontraport.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.http.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {

    private static Reply reply(int status, String body) {
        return new Reply("/Contacts", new TransportResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "401,Unauthorized",
        "403,Forbidden",
        "429,Too many requests",
        "500,Internal error",
        "503,'{\"code\":0,\"data\":[]}'",
        "302,''",
        "404,<html>Not found</html>",
        "200,<html>Log in</html>",
        "200,''",
        "200,'{\"code\":0,\"data\":['"
    })
    void whatIsNotTheAnswerOfTheApiProvesNothing(int status, String body) {
        assertThatThrownBy(reply(status, body)::requireEvidence)
                .isInstanceOfSatisfying(
                        CheckEndedException.class,
                        end -> assertThat(end.finding().outcome()).isEqualTo(Outcome.NOT_TRIED))
                .hasMessageContaining("/Contacts")
                .hasMessageContaining("HTTP " + status);
    }

    @ParameterizedTest
    @CsvSource({"400,Object not found", "404,Invalid path", "404,''", "200,'{\"code\":7}'", "200,[]"})
    void theAnswersOfTheApiAreEvidence(int status, String body) {
        assertThatCode(reply(status, body)::requireEvidence).doesNotThrowAnyException();
    }
}
