package io.github.camelontraport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class DateHeaderTest extends AccountTestBase {

    @Test
    void showsTheClockOfTheAccount() {
        assertThat(api.get("/Contacts").response().headers().allValues("Date"))
                .containsExactly("Fri, 07 Nov 2025 08:10:00 GMT");

        sandbox.clock().advance(Duration.ofDays(3));
        String date = api.get("/Contacts").header("Date");

        assertThat(date).isEqualTo("Mon, 10 Nov 2025 08:10:00 GMT");
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(sandbox.clock().instant());
    }

    @Test
    void errorRepliesHaveADateHeader() {
        sandbox.faults().status(500, "x");

        assertThat(api.get("/Contacts").header("Date")).isNotNull();
        assertThat(api.get("/nowhere").header("Date")).isNotNull();
        assertThat(new ApiClient(sandbox.baseUrl(), "wrong", "wrong")
                        .get("/Contacts")
                        .header("Date"))
                .isNotNull();
    }

    @Test
    void dateHeaderCanBeOmitted() {
        sandbox.faults().omitDateHeader(true);
        assertThat(api.get("/Contacts").header("Date")).isNull();

        sandbox.faults().clear();
        assertThat(api.get("/Contacts").header("Date")).isNotNull();
    }
}
