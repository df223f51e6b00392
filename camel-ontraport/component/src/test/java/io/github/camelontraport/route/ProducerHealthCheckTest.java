package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.support.HealthChecks;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.junit.jupiter.api.Test;

class ProducerHealthCheckTest extends SandboxTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        HealthChecks.enable(context, new ProducersHealthCheckRepository());
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:count").to("ontraport:contacts?operation=count").to("ontraport:deals?operation=count");
            }
        };
    }

    @Test
    void costsOneRequestAtTheMostHoweverOftenAndBySoManyEndpointsItIsAsked() {
        for (int i = 0; i < 5; i++) {
            assertThat(invoke()).hasSize(2).allSatisfy(result -> assertThat(result.getState())
                    .isEqualTo(State.UP));
        }
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    @Test
    void costsOneRequestWhenTheApiIsIll() {
        sandbox().faults().always().status(500, "Oops");

        for (int i = 0; i < 3; i++) {
            assertThat(invoke())
                    .allSatisfy(result -> assertThat(result.getState()).isEqualTo(State.DOWN));
        }
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    @Test
    void costsNothingWhereThereIsTraffic() {
        send("direct:count");
        sandbox().forgetRequests();

        assertThat(invoke()).allSatisfy(result -> assertThat(result.getState()).isEqualTo(State.UP));
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void turnsRedWithTheStatusAndGreenAgain() {
        sandbox().faults().status(401, "Your App ID and API Key do not authenticate.");
        send("direct:count");

        assertThat(invoke()).allSatisfy(result -> {
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getDetails()).containsEntry("http.response.code", 401);
            assertThat(result.getDetails().toString()
                            + result.getMessage().orElse("")
                            + result.getError().orElse(null))
                    .doesNotContain(sandbox().apiKey());
        });

        send("direct:count");
        assertThat(invoke()).allSatisfy(result -> assertThat(result.getState()).isEqualTo(State.UP));
    }

    /** An exception would fail the checks of the whole application. */
    @Test
    void isRedWhileTheComponentIsStopped() {
        context.getComponent("ontraport").stop();

        assertThat(invoke()).hasSize(2).allSatisfy(result -> {
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getMessage())
                    .hasValueSatisfying(message -> assertThat(message).contains("The ontraport component is stopped"));
        });

        context.getComponent("ontraport").start();
        assertThat(invoke()).allSatisfy(result -> assertThat(result.getState()).isEqualTo(State.UP));
    }

    @Test
    void aRecordThatIsMissingOrRefusedIsNoIllness() {
        send("ontraport:contacts?operation=delete", 4711);

        assertThat(invoke()).allSatisfy(result -> assertThat(result.getState()).isEqualTo(State.UP));
    }

    private List<Result> invoke() {
        return HealthChecks.readiness(context, "producer:ontraport");
    }
}
