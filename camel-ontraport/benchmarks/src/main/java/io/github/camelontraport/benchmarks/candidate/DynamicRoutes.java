package io.github.camelontraport.benchmarks.candidate;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;

/** Routes that read one contact, and put its id into the URI of the endpoint. */
public final class DynamicRoutes implements AutoCloseable {

    private final String name;
    private final CamelContext camel;
    private final ProducerTemplate template;

    private DynamicRoutes(String name, CamelContext camel, RouteBuilder routes) {
        this.name = name;
        this.camel = camel;
        CamelCandidate.start(camel, routes);
        template = camel.createProducerTemplate();
    }

    public static DynamicRoutes component(Account account) {
        return new DynamicRoutes(
                OntraportComponentRoutes.NAME, OntraportComponentRoutes.context(account), new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:get").toD("ontraport:contacts?operation=get&recordId=${body}");
                    }
                });
    }

    public static DynamicRoutes byHand(Account account) {
        return new DynamicRoutes(HttpRoutes.NAME, new DefaultCamelContext(), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:get")
                        .setHeader("Api-Key", constant(account.apiKey()))
                        .setHeader("Api-Appid", constant(account.appId()))
                        .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                        .toD(account.baseUrl() + "/object?objectID=0&id=${body}")
                        .unmarshal()
                        .json(JsonLibrary.Jackson)
                        .setBody(simple("${body[data]}"))
                        .removeHeaders("*");
            }
        });
    }

    public String name() {
        return name;
    }

    public void get(long id) {
        template.requestBody("direct:get", id);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
