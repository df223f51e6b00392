package io.github.camelontraport.benchmarks.candidate;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.OntraportConstants;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** This component. */
public final class OntraportComponentRoutes extends CamelCandidate {

    /** Larger than any scenario needs, for those in which the limit is off. */
    private static final int NO_LIMIT = 1_000_000;

    public OntraportComponentRoutes(Account account) {
        super(context(account), new Routes());
    }

    @Override
    public String name() {
        return "ontraport:";
    }

    private static CamelContext context(Account account) {
        CamelContext camel = new DefaultCamelContext();
        OntraportConfiguration settings = camel.getComponent("ontraport", OntraportComponent.class).getConfiguration();
        settings.setBaseUrl(account.baseUrl().toString());
        settings.setApiKey(account.apiKey());
        settings.setAppId(account.appId());
        settings.setRequestsPerMinute(NO_LIMIT);
        return camel;
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
            from("direct:readAll").to("ontraport:contacts?operation=search&streaming=true")
                    .split(body()).streaming().stopOnException().process(CamelCandidate::handOver);
            from("direct:upsertAndTag")
                    .split(body(), AggregationStrategies.flexible(Object.class)
                            .pick(header(OntraportConstants.OBJECT_ID)).accumulateInCollection(ArrayList.class))
                        .to("ontraport:contacts?operation=upsert")
                    .end()
                    .to("ontraport:contacts?operation=tag&tags=Benchmark");
            from("direct:tagJoined").to("ontraport:contacts?operation=tag&tags=Benchmark&batchDelay=1000&batchSize=200");
            from("direct:getJoined").to("ontraport:contacts?operation=get&batchDelay=1000&batchSize=50");
        }
    }
}
