package io.github.camelontraport.benchmarks.candidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * What a competent user of Camel writes without this component: the http: component, Jackson and the patterns. Tags are
 * collected by an aggregator, so that the exchange ends before its tag is there, and knows nothing of a failure.
 */
public final class HttpRoutes extends CamelCandidate {

    public static final String NAME = "http: by hand";

    private static final int TAGS_A_CALL = 100;

    public HttpRoutes(Account account) {
        super(new DefaultCamelContext(), new Routes(account));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompletableFuture<?> getLater(long id) {
        // The http: component waits for the reply in its thread, so that many at once need as many threads.
        return template.asyncRequestBody("direct:getInPool", id);
    }

    @Override
    public void tagEach(List<Long> contacts) {
        contacts.forEach(id -> template.sendBody("direct:tagLater", id));
    }

    @Override
    public void getEach(List<Long> contacts) {
        concurrently(contacts, "direct:getInPool");
    }

    private static final class Routes extends RouteBuilder {

        private final Account account;

        Routes(Account account) {
            this.account = account;
        }

        @Override
        public void configure() {
            onException(HttpOperationFailedException.class)
                    .onWhen(simple("${exception.statusCode} == 429"))
                    .maximumRedeliveries(5)
                    .redeliveryDelay(10_000)
                    .retryAttemptedLogLevel(LoggingLevel.WARN);

            from("direct:call")
                    .setHeader("Api-Key", constant(account.apiKey()))
                    .setHeader("Api-Appid", constant(account.appId()))
                    .toD(account.baseUrl() + "${exchangeProperty.path}?connectionsPerRoute=64")
                    .unmarshal()
                    .json(JsonLibrary.Jackson)
                    .setBody(simple("${body[data]}"))
                    .removeHeaders("*");

            from("direct:get")
                    .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                    .setHeader(Exchange.HTTP_QUERY, simple("objectID=0&id=${body}"))
                    .setProperty("path", constant("/object"))
                    .to("direct:call");
            from("direct:getInPool").threads(64, 64).to("direct:get");

            from("direct:upsert")
                    .setBody(exchange -> typed(exchange.getMessage().getBody(Map.class)))
                    .marshal()
                    .json(JsonLibrary.Jackson)
                    .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                    .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                    .setProperty("path", constant("/objects/saveorupdate"))
                    .to("direct:call")
                    .setProperty("id")
                    .exchange(exchange -> idOf(exchange.getMessage().getBody(Map.class)));

            from("direct:page").setProperty("start", constant(0)).to("direct:pageFrom");
            from("direct:pageFrom")
                    .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                    .setHeader(
                            Exchange.HTTP_QUERY,
                            simple("objectID=0&sort=id&sortDir=asc&range=50&start=${exchangeProperty.start}"))
                    .setProperty("path", constant("/objects"))
                    .to("direct:call");

            from("direct:readAll")
                    .setProperty("start", constant(0))
                    .setProperty("size", constant(50))
                    .loopDoWhile(simple("${exchangeProperty.size} == 50"))
                    .to("direct:pageFrom")
                    .setProperty("size", simple("${body.size}", Integer.class))
                    .setProperty("start")
                    .exchange(exchange -> exchange.getProperty("start", 0, Integer.class) + 50)
                    .split(body())
                    .stopOnException()
                    .process(CamelCandidate::handOver)
                    .end()
                    .end();

            from("direct:upsertAndTag")
                    .split(
                            body(),
                            AggregationStrategies.flexible(Object.class)
                                    .pick(exchangeProperty("id"))
                                    .accumulateInCollection(ArrayList.class))
                    .to("direct:upsert")
                    .end()
                    .to("direct:tagAll");

            from("direct:tagLater")
                    .aggregate(constant(true), AggregationStrategies.groupedBody())
                    .completionSize(TAGS_A_CALL)
                    .completionTimeout(1000)
                    .to("direct:tagAll");
            from("direct:tagAll")
                    .setBody(exchange -> Map.of(
                            "objectID", 0, "ids", exchange.getMessage().getBody(), "add_names", List.of("Benchmark")))
                    .marshal()
                    .json(JsonLibrary.Jackson)
                    .setHeader(Exchange.HTTP_METHOD, constant("PUT"))
                    .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                    .setProperty("path", constant("/objects/tagByName"))
                    .to("direct:call");
        }

        private static Map<Object, Object> typed(Map<?, ?> contact) {
            Map<Object, Object> typed = new HashMap<>(contact);
            typed.put("objectID", 0);
            return typed;
        }

        /** An update answers with other nesting than a create. */
        private static Object idOf(Map<?, ?> reply) {
            return reply.get("attrs") instanceof Map<?, ?> attributes ? attributes.get("id") : reply.get("id");
        }
    }
}
