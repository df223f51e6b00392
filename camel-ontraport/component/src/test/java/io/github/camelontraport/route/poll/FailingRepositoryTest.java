package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConsumer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A state repository that fails, or during whose use the consumer stops: every record comes, and none twice. */
class FailingRepositoryTest extends PollingTestSupport {

    private static final String STATE = "&stateRepository=#state&stateKey=";

    /** Its {@code action} runs when it gets the text that is counted. */
    private static final class Repository extends ServiceSupport implements StateRepository<String, String> {

        private final Map<String, String> texts = new HashMap<>();
        private int countdown = -1;
        private Runnable action;

        private void at(int number, Runnable run) {
            countdown = number;
            action = run;
        }

        @Override
        public void setState(String key, String text) {
            if (countdown-- == 0) {
                action.run();
            }
            texts.put(key, text);
        }

        @Override
        public String getState(String key) {
            return texts.get(key);
        }
    }

    private final Repository repository = new Repository();

    private OntraportConsumer watchWithState(String event, int number) throws Exception {
        context.getRegistry().bind("state", repository);
        return watch("r" + number, "contacts?settleTime=0&event=" + event + STATE + "k" + number, route -> {});
    }

    private List<String> change(String event, List<String> ids) {
        for (String id : ids) {
            switch (event) {
                case "updated" -> sandbox().update(CONTACTS, Long.parseLong(id), Map.of("lastname", "changed"));
                case "deleted" -> sandbox().delete(CONTACTS, Long.parseLong(id));
                default -> sandbox().addTag(CONTACTS, Long.parseLong(id), "VIP");
            }
        }
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"updated,false", "deleted,false", "deleted,true", "tagged&tag=VIP,false", "tagged&tag=VIP,true"})
    void failsOnce(String event, boolean isError) throws Exception {
        change("tagged", contacts(1));
        for (int number = 0; number < 8; number++) {
            List<String> ids = contacts(4);
            OntraportConsumer consumer = watchWithState(event, number);
            poll(consumer);
            later(10);
            change(event, ids);
            repository.at(number, () -> {
                if (isError) {
                    throw new StackOverflowError("of a test");
                }
                throw new IllegalStateException("full");
            });

            assertThat(threePolls(consumer)).as("text %d fails", number).isEqualTo(ids);
            context.getRouteController().stopRoute("r" + number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"updated", "deleted"})
    void theConsumerStopsMeanwhile(String event) throws Exception {
        for (int number = 0; number < 6; number++) {
            List<String> ids = contacts(4);
            OntraportConsumer consumer = watchWithState(event, number);
            poll(consumer);
            later(10);
            change(event, ids);
            repository.at(number, consumer::stop);

            List<String> all = new ArrayList<>(polledIds(consumer));
            consumer.start();
            all.addAll(threePolls(consumer));
            assertThat(all).as("stops at text %d", number).isEqualTo(ids);
            context.getRouteController().stopRoute("r" + number);
        }
    }

    private List<String> threePolls(OntraportConsumer consumer) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.addAll(polledIds(consumer));
        }
        return all;
    }

    @Test
    void aStateThatDisappearsIsWrittenAgain() throws Exception {
        OntraportConsumer consumer = watchWithState("created&startFrom=beginning", 0);
        List<String> ids = contacts(2);
        assertThat(polledIds(consumer)).isEqualTo(ids);
        repository.texts.clear();
        List<String> later = contacts(1);

        assertThat(polledIds(consumer)).isEqualTo(later);
        assertThat(repository.texts.get("k0")).contains("\"watermark\":");
    }
}
