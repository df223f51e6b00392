package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on many records take their ids from a body of any form, and leave it as it was. */
class BodyIdsRouteTest extends SandboxTestSupport {

    static Stream<Arguments> operationsAndBodies() {
        return Stream.of(
                        "tag&tags=VIP",
                        "tag&tagIds=1",
                        "untag&tags=VIP",
                        "untag&tagIds=1",
                        "addToSequence&sequences=1",
                        "addToCampaign&campaigns=1",
                        "removeFromSequence&sequences=1",
                        "removeFromCampaign&campaigns=1")
                .flatMap(operation -> bodies().map(body -> Arguments.of(operation, body)));
    }

    /** All with the ids 1 and 3. */
    static Stream<Object> bodies() {
        return Stream.of(
                List.of(1, 3),
                List.of("1", "3"),
                "1,3",
                " 3 , 1 ",
                "[1,\"3\"]",
                List.of(Map.of("id", "1", "city", "x"), Map.of("id", 3)),
                new long[] {1, 3},
                List.of(1, 1, 3));
    }

    @ParameterizedTest
    @MethodSource("operationsAndBodies")
    void areTaken(String operation, Object body) {
        Exchange done = send("ontraport:contacts?operation=" + operation, body);

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isSameAs(body);
        assertThat(done.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, 2L);
        assertThat(sandbox().requests()).singleElement().satisfies(request -> assertThat(idsIn(request))
                .containsExactlyInAnyOrder("1", "3"));
    }
}
