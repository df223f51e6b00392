package io.github.camelontraport.campaign.world;

import io.github.camelontraport.CampaignComponent;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.campaign.network.Network;
import io.github.camelontraport.sandbox.OntraportSandbox;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolFactory;

/** One life of a program: a Camel context with the component in it. */
public final class Program {

    /** In real time; nothing in a world takes so long. */
    private static final int SHUTDOWN_SECONDS = 20;

    private final CamelContext context = new DefaultCamelContext();
    private final Network.ProgramLink link;

    Program(Network network, OntraportSandbox account, int requestsPerMinute, ThreadPoolFactory pools) {
        link = network.link();
        context.setLoadTypeConverters(false);
        context.getExecutorServiceManager().setThreadPoolFactory(pools);
        context.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        OntraportComponent component = CampaignComponent.of(link);
        OntraportConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(account.baseUrl());
        configuration.setApiKey(account.apiKey());
        configuration.setAppId(account.appId());
        component.setRequestsPerMinute(requestsPerMinute);
        context.addComponent("ontraport", component);
    }

    public CamelContext context() {
        return context;
    }

    void start(RoutesBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
    }

    void stop() {
        context.stop();
    }

    /** From now on it has no influence on anything. */
    void kill() {
        link.cut();
    }

    public boolean isKilled() {
        return link.isCut();
    }
}
