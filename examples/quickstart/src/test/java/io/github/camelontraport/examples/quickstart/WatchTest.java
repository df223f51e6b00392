package io.github.camelontraport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watcher tags, from one start to the next. */
class WatchTest extends QuickstartTestSupport {

    private static final Pattern TAGGED = Pattern.compile("\"add_names\":\\[\"Quickstart\"],\"ids\":\\[(\\d+)]");
    /** The first look asks for the highest contact, and then for those above; every other look that finds nothing is one. */
    private static final int FIRST_LOOK = 2;

    private static final int LOOK = 1;

    @BeforeEach
    void mayWrite() {
        options.setProperty(WRITE, "true");
    }

    @Test
    void sandboxGoesOnWhereItStopped() throws Exception {
        csv(1, 120);
        Quickstart first = quickstart(Map.of());
        assertThat(first.run()).isEqualTo(Quickstart.DONE);
        assertThat(first.report().tagged()).isEqualTo(120);
        // 120 rows, 120 tags, and three pages of contacts
        assertThat(printed())
                .contains(
                        "Watching for contacts created from now on.",
                        "Contacts tagged     120\n",
                        "API requests used   245\n",
                        "goes on from " + state.resolve("sandbox"));

        Quickstart second = quickstart(Map.of());
        assertThat(second.run()).isEqualTo(Quickstart.DONE);
        assertThat(second.report().created()).isZero();
        assertThat(second.report().tagged()).isZero();
        assertThat(printed())
                .contains(
                        "Watching for contacts created after contact 120, the last one tagged before.",
                        "API requests used   123\n");

        csv(120, 121);
        Quickstart third = quickstart(Map.of());
        assertThat(third.run()).isEqualTo(Quickstart.DONE);
        assertThat(third.report().merged()).isEqualTo(1);
        assertThat(third.report().tagged()).isEqualTo(1);
        assertThat(printed()).contains("created after contact 120", "API requests used     6\n");

        assertThat(quickstart(Map.of()).run()).isEqualTo(Quickstart.DONE);
        assertThat(printed()).contains("created after contact 121");
    }

    @Test
    void tagsNothingThatWasThereBefore() throws Exception {
        csv(1, 3);
        account.create(0, Map.of("email", email(2)));

        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);

        assertThat(tagged()).containsExactly(2L, 3L);
        assertThat(account.requestCount()).isEqualTo(FIRST_LOOK + 3 + LOOK + 2);
        // What looked for contacts in a real account is not known: no message tells it.
        assertThat(printed()).contains("API requests used     5, and those that looked for new contacts\n");
    }

    @Test
    void tagsInTheSecondStartWhatWasCreatedBetween() throws Exception {
        csv(1, 3);
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);
        long between = account.create(0, Map.of("email", "between@example.com"));
        account.forgetRequests();

        Quickstart second = quickstart(credentials());
        assertThat(second.run()).isEqualTo(Quickstart.DONE);

        assertThat(tagged()).containsExactly(between);
        assertThat(second.report().tagged()).isEqualTo(1);
        // One more before the first look: the restored position is compared with the account.
        assertThat(account.requestCount()).isEqualTo(1 + LOOK + 1 + 3 + LOOK);
    }

    @Test
    void losesNothingWhenStoppedWhileTagging() throws Exception {
        csv(1, 30);
        Quickstart first = quickstart(credentials());
        account.faults().on("PUT", "/objects/tagByName").skip(9).thenRun(first::stop);

        assertThat(first.run()).isEqualTo(Quickstart.STOPPED);

        assertThat(first.report().tagged()).isBetween(10, 29);
        assertThat(tagged()).hasSize(first.report().tagged());
        Quickstart second = quickstart(credentials());
        assertThat(second.run()).isEqualTo(Quickstart.DONE);
        assertThat(printed()).contains("Watching for contacts created since an earlier start.");
        assertThat(second.report().tagged()).isEqualTo(30 - first.report().tagged());
        assertThat(tagged()).as("each once").containsExactlyElementsOf(ids(1, 30));
    }

    @Test
    void losesNothingWhenStoppedWhileImporting() throws Exception {
        csv(1, 30);
        Quickstart first = quickstart(credentials());
        account.faults().on("POST", "/objects/saveorupdate").skip(9).thenRun(first::stop);

        assertThat(first.run()).isEqualTo(Quickstart.STOPPED);

        assertThat(account.records(0)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(tagged()).isEmpty();
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);
        assertThat(tagged()).as("each once").containsExactlyElementsOf(ids(1, 30));
    }

    @Test
    void tagsInTheSecondStartWhatCouldNotBeTagged() throws Exception {
        csv(1, 5);
        account.faults().on("PUT", "/objects/tagByName").skip(2).status(403, "No permission");

        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.STOPPED);

        assertThat(printed()).contains("The watcher stopped: ", "No permission", "Contacts tagged       2\n");
        assertThat(tagged()).containsExactly(1L, 2L, 3L);
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);
        assertThat(tagged()).containsExactly(1L, 2L, 3L, 3L, 4L, 5L);
    }

    @Test
    void tagsWhatWasCreatedBeforeTheImportStopped() throws Exception {
        csv(1, 5);
        account.faults().on("POST", "/objects/saveorupdate").skip(2).status(403, "No permission");

        Quickstart quickstart = quickstart(credentials());
        assertThat(quickstart.run()).isEqualTo(Quickstart.STOPPED);

        assertThat(quickstart.report().rows()).isEqualTo(3);
        assertThat(tagged()).containsExactly(1L, 2L);
    }

    @Test
    void waitsUntilTheAccountShowsWhatWasCreated() throws Exception {
        csv(1, 3);
        account.faults().visibilityDelay(Duration.ofSeconds(1));

        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);

        assertThat(tagged()).containsExactly(1L, 2L, 3L);
        assertThat(account.requestCount()).as("looked in vain, too").isGreaterThan(FIRST_LOOK + 3 + LOOK + 3);
    }

    /** Then the sandbox has not written its account, and the watcher would take new contacts for ones that it knows. */
    @Test
    void sandboxBeginsAnewAfterItWasKilled() throws Exception {
        csv(1, 5);
        assertThat(quickstart(Map.of()).run()).isEqualTo(Quickstart.DONE);
        Files.delete(state.resolve("sandbox/account.json"));

        Quickstart second = quickstart(Map.of());
        assertThat(second.run()).isEqualTo(Quickstart.DONE);

        assertThat(printed()).contains("beginning anew", "created from now on");
        assertThat(second.report().tagged()).isEqualTo(5);
    }

    @Test
    void doesNotStartTwiceAtATime() throws Exception {
        csv(1, 1);
        AtomicFileStateRepository other = new AtomicFileStateRepository(state.resolve("account/watched"));
        other.start();
        try (other) {
            assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.NOT_STARTED);
        }

        assertThat(account.requestCount()).isZero();
        assertThat(printed()).contains("in use");
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);
    }

    @Test
    void doesNotTakeTheStateOfAnotherAccount() throws Exception {
        csv(1, 1);
        assertThat(quickstart(credentials()).run()).isEqualTo(Quickstart.DONE);

        try (OntraportSandbox other = account("2_2_id-of-another")) {
            assertThat(quickstart(credentials(other)).run()).isEqualTo(Quickstart.NOT_STARTED);

            assertThat(other.requestCount()).isZero();
        }
        assertThat(printed())
                .contains("belongs to another account", state.resolve("account").toString());
    }

    @Test
    void saysWhenItsPortIsTaken() throws Exception {
        csv(1, 1);
        assertThat(quickstart(Map.of()).run()).isEqualTo(Quickstart.DONE);
        Path watched = state.resolve("sandbox/watched");
        Matcher port = Pattern.compile("\"quickstart/sandbox-port\",\"value\":\"(\\d+)\"")
                .matcher(Files.readString(watched));
        assertThat(port.find()).isTrue();

        try (ServerSocket other =
                new ServerSocket(Integer.parseInt(port.group(1)), 1, InetAddress.getByName("localhost"))) {
            assertThat(other.isBound()).isTrue();
            assertThat(quickstart(Map.of()).run()).isEqualTo(Quickstart.NOT_STARTED);
        }

        assertThat(printed()).contains(port.group(1), state.resolve("sandbox").toString());
        assertThat(quickstart(Map.of()).run()).isEqualTo(Quickstart.DONE);
        assertThat(printed()).contains("created after contact 1,");
    }

    /** The contacts of the requests that tag, in their order. */
    private List<Long> tagged() {
        return account.requests().stream()
                .filter(request -> request.path().equals("/objects/tagByName"))
                .map(SandboxRequest::body)
                .map(body -> {
                    Matcher id = TAGGED.matcher(body);
                    assertThat(id.find()).as(body).isTrue();
                    return Long.valueOf(id.group(1));
                })
                .toList();
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
