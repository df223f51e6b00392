package io.github.camelontraport.benchmarks.candidate;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** A page of records with fields of all kinds, read by this component in both forms. */
public final class TypedPageRoutes implements AutoCloseable {

    private static final String PAGE = "ontraport:contacts?operation=search&limit=50&search=kinds";

    private final CamelContext camel;
    private final ProducerTemplate template;

    public TypedPageRoutes(Account account) {
        camel = OntraportComponentRoutes.context(account);
        CamelCandidate.start(camel, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:raw").to(PAGE);
                from("direct:typed").to(PAGE + "&fieldFormat=typed&fieldNames=label");
            }
        });
        template = camel.createProducerTemplate();
    }

    /** The records of the form {@code raw} or {@code typed}. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> page(String form) {
        return template.requestBody("direct:" + form, null, List.class);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
