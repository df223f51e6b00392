package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;

/** What a component leaves behind when it fails to start, is removed, or is one of several. */
class ComponentLifecycleTest {

    private static OntraportComponent component() {
        OntraportComponent component = new OntraportComponent();
        component.getConfiguration().setApiKey("k3y-of-a-test");
        component.getConfiguration().setAppId("2_9999_test");
        return component;
    }

    @Test
    void failedStartsLeaveNoThreadPools() throws Exception {
        RecordedPools pools = new RecordedPools();
        try (CamelContext context = new DefaultCamelContext()) {
            context.getExecutorServiceManager().setThreadPoolFactory(pools);
            KeyStoreParameters missing = new KeyStoreParameters();
            missing.setResource("file:no-such-store.p12");
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setKeyStore(missing);
            SSLContextParameters tls = new SSLContextParameters();
            tls.setTrustManagers(trust);
            OntraportComponent component = component();
            component.setSslContextParameters(tls);
            context.addComponent("ontraport", component);
            context.start();

            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> context.getEndpoint("ontraport:contacts?operation=get")
                                .createProducer()
                                .start())
                        .hasStackTraceContaining("no-such-store.p12");
            }

            assertThat(pools.ontraport).isNotEmpty().allMatch(ExecutorService::isShutdown);
        }
    }

    @Test
    void aRemovedComponentIsNotKeptByTheContext() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            List<LifecycleStrategy> before = List.copyOf(context.getLifecycleStrategies());

            for (int i = 0; i < 5; i++) {
                context.addComponent("ontraport", component());
                context.getComponent("ontraport");
                context.removeComponent("ontraport");
            }

            assertThat(context.getLifecycleStrategies()).isEqualTo(before);
        }
    }

    @Test
    void sensitiveKeywordsOfTheContextAreKept() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getCamelContextExtension().setAdditionalSensitiveKeywords("customerNumber");
            context.addComponent("ontraport", component());
            context.start();

            assertThat(URISupport.sanitizeUri("any:x?customerNumber=17")).isEqualTo("any:x?customerNumber=xxxxxx");
            assertThat(URISupport.sanitizeUri("any:x?appId=2_9")).isEqualTo("any:x?appId=xxxxxx");
            assertThat(context.getCamelContextExtension().getAdditionalSensitiveKeywords())
                    .isEqualTo("customerNumber,appId");
        }
    }

    @Test
    void sensitiveKeywordsThatTheContextGetsLaterAreKeptToo() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("ontraport", component());
            context.getCamelContextExtension().setAdditionalSensitiveKeywords("customerNumber");
            context.start();

            assertThat(URISupport.sanitizeUri("any:x?customerNumber=17")).isEqualTo("any:x?customerNumber=xxxxxx");
            assertThat(URISupport.sanitizeUri("any:x?appId=2_9")).isEqualTo("any:x?appId=xxxxxx");
        }
    }

    /** Camel keeps one pattern for the JVM, and each context with keywords replaces those of the one before. */
    @Test
    void theAppIdStaysMaskedWhenAnotherContextHasKeywords() throws Exception {
        try (CamelContext one = new DefaultCamelContext();
                CamelContext other = new DefaultCamelContext()) {
            one.getCamelContextExtension().setAdditionalSensitiveKeywords("customerNumber");
            one.addComponent("ontraport", component());
            one.start();
            other.getCamelContextExtension().setAdditionalSensitiveKeywords("passportNumber");
            other.addComponent("ontraport", component());
            other.start();

            assertThat(URISupport.sanitizeUri("any:x?passportNumber=17")).isEqualTo("any:x?passportNumber=xxxxxx");
            assertThat(URISupport.sanitizeUri("any:x?appId=2_9")).isEqualTo("any:x?appId=xxxxxx");
            assertThat(other.getCamelContextExtension().getAdditionalSensitiveKeywords())
                    .isEqualTo("passportNumber,appId");
        }
    }

    private static final class RecordedPools extends DefaultThreadPoolFactory {

        private final List<ExecutorService> ontraport = new ArrayList<>();

        @Override
        public ExecutorService newCachedThreadPool(ThreadFactory threads) {
            ExecutorService pool = super.newCachedThreadPool(threads);
            ontraport.add(pool);
            return pool;
        }

        @Override
        public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
            ScheduledExecutorService pool = super.newScheduledThreadPool(profile, threads);
            ontraport.add(pool);
            return pool;
        }
    }
}
