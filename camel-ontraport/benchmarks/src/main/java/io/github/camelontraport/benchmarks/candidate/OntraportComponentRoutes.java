package io.github.camelontraport.benchmarks.candidate;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.OntraportConstants;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** This component. */
public final class OntraportComponentRoutes extends CamelCandidate {

    public static final String NAME = "ontraport:";

    /** Larger than any scenario needs, for those in which the limit is off. */
    private static final int NO_LIMIT = 1_000_000;

    private static final String STREAM = "stream";

    public OntraportComponentRoutes(Account account) {
        super(context(account), new Routes());
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A context, not started, whose component talks to the account without a limit. */
    static CamelContext context(Account account) {
        CamelContext camel = new DefaultCamelContext();
        OntraportConfiguration settings =
                camel.getComponent("ontraport", OntraportComponent.class).getConfiguration();
        settings.setBaseUrl(account.baseUrl().toString());
        settings.setApiKey(account.apiKey());
        settings.setAppId(account.appId());
        settings.setRequestsPerMinute(NO_LIMIT);
        return camel;
    }

    private static void end(Exchange exchange) throws Exception {
        exchange.getProperty(STREAM, Closeable.class).close();
        throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    @Override
    public void tagEach(List<Long> ids) {
        concurrently(ids, "direct:tagJoined");
    }

    @Override
    public void getEach(List<Long> ids) {
        concurrently(ids, "direct:getJoined");
    }

    private static final class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:get").to("ontraport:contacts?operation=get");
            from("direct:upsert").to("ontraport:contacts?operation=upsert");
            from("direct:page").to("ontraport:contacts?operation=search&limit=50");
            // Closed by a reader who has enough: Camel itself would read on to the end.
            from("direct:readAll")
                    .to("ontraport:contacts?operation=search&streaming=true")
                    .setProperty(STREAM, body())
                    .split(body())
                    .streaming()
                    .stopOnException()
                    .doTry()
                    .process(CamelCandidate::handOver)
                    .doCatch(RuntimeException.class)
                    .process(OntraportComponentRoutes::end);
            from("direct:upsertAndTag")
                    .split(
                            body(),
                            AggregationStrategies.flexible(Object.class)
                                    .pick(header(OntraportConstants.OBJECT_ID))
                                    .accumulateInCollection(ArrayList.class))
                    .to("ontraport:contacts?operation=upsert")
                    .end()
                    .to("ontraport:contacts?operation=tag&tags=Benchmark");
            from("direct:tagJoined")
                    .to("ontraport:contacts?operation=tag&tags=Benchmark&batchDelay=1000&batchSize=200");
            from("direct:getJoined").to("ontraport:contacts?operation=get&batchDelay=1000&batchSize=50");
        }
    }
}
