package io.github.camelontraport.examples.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final Map<String, Object> STATE = Map.of(
            "accounts", List.of(Map.of("remaining", 87)),
            "syncs", List.of(Map.of("created", 200L, "updated", 40L, "unchanged", 10L, "rowsPerSecond", 5.0)));

    @Test
    void aLineHasBarRowsRateRequestsAndTime() {
        assertThat(ProgressBar.line(STATE, 1_000))
                .isEqualTo("[#######-----------------------] 250 of 1,000 rows, 5 a second,"
                        + " 87 requests left in the minute, 150 s to go");
    }

    @Test
    void withoutANumberOfRowsThereIsNoBar() {
        assertThat(ProgressBar.line(STATE, 0)).isEqualTo("250 rows, 5 a second, 87 requests left in the minute");
        assertThat(ProgressBar.line(Map.of("syncs", List.of()), 10)).isEmpty();
    }

    @Test
    void theDeveloperConsoleSaysWhatIsShown() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("ontraport", new OntraportComponent());
            context.start();

            assertThat(ProgressBar.state(context).keySet().stream().map(Object::toString))
                    .contains("accounts", "syncs");
        }
    }
}
