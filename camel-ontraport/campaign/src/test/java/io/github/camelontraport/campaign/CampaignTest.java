package io.github.camelontraport.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTest {

    /** For longer, {@code -Dcampaign.minutes=60}. */
    private static final String MINUTES = System.getProperty("campaign.minutes", "0.4");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private boolean run(List<String> words) {
        return new Campaign(Options.parse(words), new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
    }

    @Test
    void nothingIsLostInRandomWorlds() {
        boolean isClean = run(List.of("--minutes", MINUTES));

        assertThat(isClean).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }

    @Test
    void aWorldRunsAgainByItsSeed() {
        boolean isClean = run(List.of("--world", "4711", "--side", "poll", "--fault", "HTTP 500"));

        assertThat(isClean).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("| HTTP 500 | 1 |");
    }

    /** Found by the campaign: it looked as if the server's clock had been set back, and changes came again. */
    @Test
    void slowRepliesRepeatNothing() {
        boolean isClean = run(List.of("--world", "26076442616826123", "--side", "poll", "--fault", "slow reply"));

        assertThat(isClean).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
