package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.support.DeveloperConsole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The developer console shows how far a consumer is, and why it delivers nothing. */
class PollConsoleTest extends PollingTestSupport {

    private Map<String, Object> shown() {
        List<Map<String, Object>> polls = DeveloperConsole.section(context, "polls");
        assertThat(polls).hasSize(1);
        return polls.get(0);
    }

    private String text() {
        return DeveloperConsole.text(context);
    }

    @Test
    void aConsumerThatHasNotPolledHasNoPosition() throws Exception {
        watch("contacts");

        assertThat(shown())
                .containsEntry("route", ROUTE)
                .containsEntry("stateKey", "watch/contacts/created")
                .containsEntry("status", "starting")
                .doesNotContainKeys("position", "lastPoll", "problem");
        assertThat(text())
                .contains(
                        "Route watch, ontraport://contacts?startScheduler=false: starting, 0 delivered since the start\n");
    }

    @Test
    void aPollThatSucceedsShowsItsPositionAndTime() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning");
        List<String> ids = contacts(2);

        poll(consumer);

        assertThat(shown())
                .containsEntry("status", "ok")
                .containsEntry("delivered", 2L)
                .containsEntry("position", "id " + ids.get(1))
                .doesNotContainKey("problem");
        assertThat(Instant.parse((String) shown().get("lastPoll")))
                .isBetween(Instant.now().minusSeconds(3600), Instant.now());
        assertThat(text()).contains(": ok, position id " + ids.get(1) + ", 2 delivered since the start, last poll at ");
    }

    @Test
    void theConditionIsReadable() throws Exception {
        watch("contacts?condition=city = 'Bend'");

        assertThat(text()).contains("condition=city = 'Bend'");
        assertThat((String) shown().get("endpoint")).contains("condition=city = 'Bend'");
    }

    @Test
    void nothingDeliveredYetIsTheBeginning() throws Exception {
        poll(watch("contacts?startFrom=beginning"));

        assertThat(shown()).containsEntry("position", "the beginning");
    }

    @Test
    void thePositionOfChangesIsATime() throws Exception {
        OntraportConsumer consumer = watch("contacts?event=updated&startFrom=beginning");
        contacts(1);

        poll(consumer);

        assertThat(Instant.parse((String) shown().get("position")))
                .isBetween(Instant.now().minusSeconds(3600), Instant.now());
    }

    @Test
    void thePositionOfDeletionsIsTheNumberOfKnownIds() throws Exception {
        contacts(3);

        poll(watch("contacts?event=deleted"));

        assertThat(shown()).containsEntry("position", "3 known ids");
    }

    @Test
    void aRecordThatHoldsUpTheOthersIsNamedAndNothingThatTheRouteSays() throws Exception {
        OntraportConsumer consumer = watch(
                ROUTE,
                "contacts?startFrom=beginning",
                route -> route.throwException(new IllegalStateException("password of a user")));
        List<String> ids = contacts(2);

        poll(consumer);

        assertThat(shown())
                .containsEntry("status", "record fails")
                .containsEntry(
                        "problem",
                        "Record " + ids.get(0) + " fails with java.lang.IllegalStateException; the log has more")
                .containsEntry("position", "the beginning");
        assertThat(text()).contains("record fails").doesNotContain("password");
    }

    @Test
    void aRecordThatFailsWithAnErrorIsNamed() throws Exception {
        OntraportConsumer consumer = watch(
                ROUTE,
                "contacts?startFrom=beginning",
                route -> route.process(exchange -> {
                    throw new AssertionError("no");
                }));
        List<String> ids = contacts(1);

        poll(consumer);

        assertThat(shown())
                .containsEntry(
                        "problem",
                        "Record " + ids.get(0)
                                + " fails with org.apache.camel.CamelExecutionException, caused by java.lang.AssertionError; the log has more");
    }

    @Test
    void aPollThatCannotReadSaysWhyUntilOneCan() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&maxRetries=0");
        sandbox().faults().status(403, "Not Authorized");

        poll(consumer);

        assertThat(shown()).containsEntry("status", "failed");
        assertThat(shown().get("problem").toString())
                .contains("Not Authorized")
                .doesNotContain(sandbox().apiKey(), sandbox().appId());

        poll(consumer);

        assertThat(shown()).containsEntry("status", "ok").doesNotContainKey("problem");
    }

    @Test
    void aPollThatEndsInTheMiddleHasDeliveredWhatWasBeforeIt() throws Exception {
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&maxRetries=0");
        List<String> ids = contacts(60);
        sandbox().faults().on("GET", "/objects").skip(1).status(500, "Sorry");

        poll(consumer);

        assertThat(shown())
                .containsEntry("status", "failed")
                .containsEntry("delivered", 50L)
                .containsEntry("position", "id " + ids.get(49));
    }

    @Test
    void anErrorOfTheRepositoryIsShown() throws Exception {
        context.getRegistry().bind("repository", new MemoryStateRepository() {

            @Override
            public void setState(String key, String value) {
                throw new NoClassDefFoundError("of a test");
            }
        });

        poll(watch("contacts?stateRepository=#repository"));

        assertThat(shown())
                .containsEntry("status", "failed")
                .containsEntry("problem", "java.lang.NoClassDefFoundError; the log has more");
    }

    @Test
    void aStateThatCannotBeUsedIsShownWithTheWayOut() throws Exception {
        MemoryStateRepository repository = new MemoryStateRepository();
        context.getRegistry().bind("repository", repository);
        sandbox().defineCustomObject("Projects", Map.of());
        OntraportConsumer consumer = watch("Projects?stateKey=key&stateRepository=#repository");
        repository.setState("key", "{}");

        poll(consumer);

        assertThat(shown().get("problem").toString()).contains("cannot be read");
    }

    @Test
    void theProblemStaysWhileTheRecordIsTriedAgain() throws Exception {
        List<Map<String, Object>> seen = new ArrayList<>();
        OntraportConsumer consumer = watch(
                ROUTE,
                "contacts?startFrom=beginning",
                route -> route.process(exchange -> {
                    seen.add(shown());
                    throw new IllegalStateException("no");
                }));
        contacts(1);

        poll(consumer);
        poll(consumer);

        assertThat(seen).extracting(shown -> shown.get("status")).containsExactly("polling", "polling");
        assertThat(seen.get(0)).doesNotContainKey("problem");
        assertThat(seen.get(1).get("problem").toString()).startsWith("Record ");
    }

    @Test
    void aSuspendedRouteIsNotTakenForOneThatPolls() throws Exception {
        poll(watch("contacts"));

        context.getRouteController().suspendRoute(ROUTE);

        assertThat(shown()).containsEntry("status", "suspended");
    }

    @Test
    void credentialsInTheUriAreNotShown() throws Exception {
        watch("contacts?apiKey=RAW(k3y+of&a)&appId=2_secret_app&condition=RAW(city = 'a+b')");

        assertThat(text() + DeveloperConsole.json(context).toJson())
                .contains("RAW(city = 'a+b')")
                .doesNotContain("k3y", "secret");
    }

    @Test
    void aConsumerWhoseStateAnotherOneMovesWaits() throws Exception {
        MemoryStateRepository repository = new MemoryStateRepository();
        context.getRegistry().bind("repository", repository);
        OntraportConsumer consumer = watch("contacts?startFrom=beginning&stateRepository=#repository");
        contacts(1);
        poll(consumer);
        repository.setState(
                "watch/contacts/created",
                repository.getState("watch/contacts/created").replace("\"at\":\"2", "\"at\":\"3"));

        poll(consumer);

        assertThat(shown())
                .containsEntry("status", "waiting")
                .containsEntry("problem", "Another consumer has the state");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConsumerThatIsStoppedIsNotShown(boolean again) throws Exception {
        poll(watch("contacts"));

        context.getRouteController().stopRoute(ROUTE);
        assertThat(DeveloperConsole.section(context, "polls")).isEmpty();
        if (again) {
            context.getRouteController().startRoute(ROUTE);
            assertThat(shown()).containsEntry("route", ROUTE);
        }
    }
}
