package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.RootPackage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that does not do what it was asked fails the poll instead of losing or repeating records. */
class MisbehavingServerTest extends PollingTestSupport {

    @Test
    void oneThatIgnoresTheBoundFailsThePoll() throws Exception {
        for (String event : List.of("created", "updated")) {
            OntraportConsumer consumer = watch(event, "contacts?startFrom=beginning&event=" + event, route -> {});
            contacts(3);
            poll(consumer);
            // What was updated is above its bound until it has settled.
            contacts(60);
            sandbox().faults().ignoreSort(true);

            assertThatThrownBy(() -> RootPackage.poll(consumer))
                    .isInstanceOf(OntraportException.class)
                    .hasMessageContaining("it ignored");
            assertThat(got).hasSize(3);
            sandbox().faults().ignoreSort(false);
            assertThat(poll(consumer)).hasSize(60);
            sandbox().reset();
            sandbox().requestsPerMinute(1_000_000);
        }
    }

    @Test
    void oneThatIgnoresTheConditionOfTheUserFailsThePoll() throws Exception {
        OntraportConsumer consumer =
                watch("contacts?startFrom=beginning&listFields=firstname&condition=RAW(city = 'Bend')");
        sandbox().create(CONTACTS, Map.of("city", "Salem"));
        sandbox().faults().ignoreCondition(true);

        assertThatThrownBy(() -> RootPackage.poll(consumer))
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("does not meet the condition");
        assertThat(got).isEmpty();
    }

    @Test
    void oneThatIgnoresTheConditionOnTheIdFailsThePoll() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning");
        contacts(3);
        poll(consumer);
        sandbox().faults().ignoreCondition(true);

        assertThatThrownBy(() -> RootPackage.poll(consumer))
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("it ignored");
        assertThat(got).hasSize(3);
    }
}
