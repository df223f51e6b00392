package io.github.camelontraport.quarkus.it;

import static io.github.camelontraport.quarkus.it.Application.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SyncTest {

    private static final String SYNC = "ontraport:contacts?operation=sync&syncLedger=#contactsLedger&tags=Customer";

    private static final String ROWS =
            """
            [{"email": "sync-ada@example.org", "city": "Lagos"}, {"email": "sync-bea@example.org", "city": "Bend"}]""";

    /** Another run left it there, and it is of another account. */
    @BeforeAll
    static void forget() throws IOException {
        Files.deleteIfExists(Path.of("target", "sync.ledger"));
    }

    @Test
    void aSecondRunWritesOnlyWhatChanged() {
        JsonPath first = send(SYNC, ROWS);
        assertThat(first.getString("failure")).isNull();
        assertThat(first.getInt("body.created")).isEqualTo(2);
        assertThat(first.getInt("body.tagged")).isEqualTo(2);

        JsonPath second = send(SYNC, ROWS);
        assertThat(second.getString("failure")).isNull();
        assertThat(second.getInt("body.unchanged")).isEqualTo(2);
        assertThat(second.getInt("body.created")).isZero();
        assertThat(second.getInt("body.updated")).isZero();
        assertThat(second.getInt("body.requests")).isZero();

        JsonPath third = send(SYNC, ROWS.replace("Bend", "Salem"));
        assertThat(third.getInt("body.unchanged")).isEqualTo(1);
        assertThat(third.getInt("body.updated")).isEqualTo(1);
        assertThat(send("ontraport:contacts?operation=get&email=sync-bea@example.org")
                        .getString("body.city"))
                .isEqualTo("Salem");
    }
}
