package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxFaultScopeTest extends AccountTestBase {

    @Test
    void skipLetsMatchingRequestsPass() {
        sandbox.faults().on("GET", "/Contacts").skip(2).times(2).status(503, "busy");

        assertThat(statuses(2)).containsExactly(200, 200);
        assertThat(api.get("/object", "objectID", "2", "id", "1").status()).isEqualTo(200);
        assertThat(statuses(3)).containsExactly(503, 503, 200);
    }

    @Test
    void skipTimesAndAlwaysCombineInAnyOrder() {
        sandbox.faults().times(1).skip(1).on("GET", null).status(500, "once");
        sandbox.faults().skip(3).always().status(501, "on and on");

        assertThat(statuses(5)).containsExactly(200, 500, 200, 501, 501);
        assertThatThrownBy(() -> sandbox.faults().skip(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void skipCountsRequestsThatMeetAnotherFault() {
        sandbox.faults().status(500, "first");
        sandbox.faults().skip(1).status(501, "second");
        sandbox.faults().skip(2).status(502, "third");

        assertThat(statuses(4)).containsExactly(500, 501, 502, 200);
    }

    @Test
    void thenRunRunsOnceAfterTheReplyIsComputed() {
        sandbox.create(0, Map.of("city", "Bend"));
        sandbox.faults().on("GET", "/Contacts").skip(1).thenRun(() -> sandbox.update(0, 1, Map.of("city", "Salem")));

        assertThat(IntStream.range(0, 4).mapToObj(i -> city()).toList())
                .containsExactly("Bend", "Bend", "Salem", "Salem");
    }

    @Test
    void thenRunRunsSeveralTimes() {
        sandbox.faults().on("GET", "/Contacts").times(2).thenRun(() -> sandbox.create(0, Map.of()));

        assertThat(IntStream.range(0, 4)
                        .mapToObj(i -> api.get("/Contacts").data().size())
                        .toList())
                .containsExactly(0, 1, 2, 2);
    }

    @Test
    void thenRunSeesTheChangesOfTheRequest() {
        sandbox.faults().on("POST", null).thenRun(() -> sandbox.delete(0, 1));

        assertThat(api.form("POST", "/Contacts").data().get("id").textValue()).isEqualTo("1");
        assertThat(sandbox.records(0)).isEmpty();
    }

    @Test
    void thenRunMayWaitForThreadsThatUseTheAccount() {
        sandbox.faults().thenRun(() -> {
            CompletableFuture.runAsync(() -> sandbox.create(0, Map.of())).join();
            assertThat(api.get("/Contacts").ids()).isEqualTo("1");
            sandbox.faults().status(500, "from the code");
        });

        assertThat(statuses(3)).containsExactly(200, 500, 200);
    }

    @Test
    void anExceptionInThenRunFailsTheRequest() {
        sandbox.faults().times(2).thenRun(() -> {
            throw new IllegalStateException("thrown by the test");
        });

        assertThat(api.get("/Contacts").status()).isEqualTo(500);
        assertThatThrownBy(() -> sandbox.answer("GET", "/1/Contacts", Map.of(), ""))
                .hasMessage("thrown by the test");
        assertThatThrownBy(() -> sandbox.faults().thenRun(null)).isInstanceOf(NullPointerException.class);
    }

    private List<Integer> statuses(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> api.get("/Contacts").status())
                .toList();
    }

    private String city() {
        return api.get("/Contacts").data().get(0).get("city").textValue();
    }
}
