package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.RootPackage;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One budget for each account and Camel context, over components and restarts. */
class AccountBudgetTest {

    private static final int LIMIT = 20;
    private static final String COUNT = "contacts?operation=count";

    private final VirtualAccount account = new VirtualAccount(Duration.ZERO);
    private final List<Exchange> done = new ArrayList<>();
    private CamelContext context;

    @BeforeEach
    void start() throws Exception {
        context = account.context();
        component("ontraport").setRequestsPerMinute(LIMIT);
        OntraportComponent second = RootPackage.component(account);
        second.setConfiguration(component("ontraport").getConfiguration().copy());
        context.addComponent("second", second);
    }

    @AfterEach
    void stop() {
        context.stop();
        account.close();
    }

    private OntraportComponent component(String name) {
        return context.getComponent(name, OntraportComponent.class);
    }

    private void send(String uri, int times) throws Exception {
        Endpoint endpoint = context.getEndpoint(uri);
        for (int i = 0; i < times; i++) {
            VirtualAccount.send(endpoint, null, Map.of(), done::add);
        }
        account.clock().advance(Duration.ofSeconds(1));
    }

    @Test
    void twoComponentsShareIt() throws Exception {
        send("ontraport:" + COUNT, LIMIT);
        send("second:" + COUNT, LIMIT);

        assertThat(account.sandbox().requestCount()).isEqualTo(LIMIT);
        account.clock().advance(Duration.ofMinutes(2));
        assertThat(done).hasSize(2 * LIMIT).allSatisfy(exchange -> assertThat(exchange.getException())
                .isNull());
    }

    /** Others have used all of it. What starts before the first reply is refused, so only a few start. */
    @Test
    void aClientThatStartsOnAFullAccountSendsFewRequestsThatAreRefused() throws Exception {
        component("ontraport").setRequestsPerMinute(180);
        List<TransportRequest> refused = new ArrayList<>();
        Instant free = account.clock().now().plusSeconds(45);
        account.network((call, same) -> {
            if (account.clock().now().isAfter(free)) {
                return null;
            }
            refused.add(call);
            return account.clock()
                    .after(Duration.ofMillis(200))
                    .thenApply(replied -> new TransportResponse(429, Map.of("x-rate-limit-reset", "20"), new byte[0]));
        });

        send("ontraport:" + COUNT, 150);
        account.clock().advance(Duration.ofMinutes(4));

        assertThat(refused).hasSizeLessThanOrEqualTo(15);
        assertThat(done).hasSize(150).allSatisfy(exchange -> assertThat(exchange.getException())
                .isNull());
    }

    @Test
    void aRestartOfTheComponentKeepsIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            send("ontraport:" + COUNT, LIMIT);
            ServiceHelper.stopService(component("ontraport"), context.getEndpoint("ontraport:" + COUNT));
            ServiceHelper.startService(component("ontraport"), context.getEndpoint("ontraport:" + COUNT));
        }

        assertThat(account.sandbox().requestCount()).isEqualTo(LIMIT);
        assertThat(done).as("those that waited are answered by the stop").hasSize(3 * LIMIT);
    }

    @Test
    void aStopOfOneComponentDoesNotEndTheWaitsOfAnother() throws Exception {
        send("ontraport:" + COUNT, LIMIT);
        send("second:" + COUNT, 1);

        ServiceHelper.stopService(component("ontraport"));
        account.clock().advance(Duration.ofMinutes(2));

        assertThat(done).hasSize(LIMIT + 1).allSatisfy(exchange -> assertThat(exchange.getException())
                .isNull());
    }

    @Test
    void accountsThatNobodyUsesAreDropped() throws Exception {
        for (int i = 0; i < 5; i++) {
            Endpoint endpoint = context.getEndpoint("ontraport:" + COUNT + "&appId=2_" + i + "_tenant");
            VirtualAccount.send(endpoint, null, Map.of(), done::add);
            account.clock().advance(Duration.ofSeconds(1));
            ServiceHelper.stopService(endpoint);
        }
        assertThat(RootPackage.accounts(component("ontraport"))).hasSize(5);

        account.clock().advance(Duration.ofMinutes(11));

        assertThat(RootPackage.accounts(component("ontraport"))).isEmpty();
    }

    /** Camel caches producers of toD apart from their endpoints. */
    @Test
    void anEndpointThatIsUsedAfterItsStopDoesNotKeepItsAccount() throws Exception {
        Endpoint endpoint = context.getEndpoint("ontraport:" + COUNT);
        AsyncProducer producer = endpoint.createAsyncProducer();
        ServiceHelper.startService(producer);
        ServiceHelper.stopService(endpoint);
        for (int i = 0; i < 2; i++) {
            VirtualAccount.send(producer, null, Map.of(), done::add);
            account.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(done).hasSize(2).allSatisfy(exchange -> assertThat(exchange.getException())
                .isNull());

        account.clock().advance(Duration.ofMinutes(11));

        assertThat(RootPackage.accounts(component("ontraport"))).isEmpty();
        VirtualAccount.send(producer, null, Map.of(), done::add);
        account.clock().advance(Duration.ofMinutes(1));
        assertThat(done.get(2).getException()).isNull();
    }
}
