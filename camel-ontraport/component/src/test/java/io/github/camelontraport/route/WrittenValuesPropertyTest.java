package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.OntraportPollConfiguration;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.support.VirtualAccount;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.Builder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * A text arrives at the account as it is written in an option, or is refused: in YAML and Java, with slashes and in RAW, by
 * toD, recipient list, routing slip and enricher, and from a property; in from as well as in to.
 * Excluded are texts with a meaning in Camel (RAW, placeholders), and blanks around texts, which no option keeps.
 */
class WrittenValuesPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A routing slip splits its text at this one, which no generated text holds. */
    private static final String NO_DELIMITER = "|no delimiter|";

    /** An option, and how the value is found in a request. */
    enum Target {
        SEARCH("operation=search", "search", text -> text, "search=([^&]*)"),
        CONDITION("operation=count", "condition", text -> "company = '" + text + "'", "condition=([^&]*)"),
        TAG("operation=tag&recordId=1", "tags", text -> text, null),
        EMAIL("operation=get", "email", text -> text, "condition=([^&]*)"),
        UNIQUE_ID("operation=get", "uniqueId", text -> text, "condition=([^&]*)"),
        QUERY("method=GET&path=/objects/meta", "query.x", text -> text, "(?:^|&)x=([^&]*)");

        private final String others;
        private final String option;
        private final UnaryOperator<String> value;
        private final Pattern parameter;

        Target(String others, String option, UnaryOperator<String> value, String parameter) {
            this.others = others;
            this.option = option;
            this.value = value;
            this.parameter = parameter == null ? null : Pattern.compile(parameter);
        }

        private String path() {
            return this == QUERY ? "ontraport:raw" : "ontraport:contacts";
        }

        private String uri(String text) {
            return uriWith(value.apply(text));
        }

        private String uriWith(String written) {
            return path() + "?" + others + "&" + option + "=" + written;
        }

        /** The text as the account gets it. */
        private String found(TransportRequest request) throws Exception {
            if (this == TAG) {
                return JSON.readTree(request.body()).path("add_names").path(0).asText();
            }
            Matcher matcher = parameter.matcher(request.uri().getRawQuery());
            assertThat(matcher.find()).as("%s in %s", option, request.uri()).isTrue();
            String sent = URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
            return option.matches("condition|email|uniqueId")
                    ? JSON.readTree(sent).path(0).path("value").path("value").asText()
                    : sent;
        }
    }

    enum Way {
        JAVA,
        SLASHES,
        RAW,
        RAW_YAML,
        YAML,
        DYNAMIC,
        PROPERTY,
        DYNAMIC_URI,
        RECIPIENT_LIST,
        ROUTING_SLIP,
        ENRICH;

        private boolean isDecodedBefore() {
            return compareTo(DYNAMIC_URI) >= 0;
        }
    }

    private VirtualAccount account;

    @BeforeProperty
    void start() {
        account = new VirtualAccount(Duration.ZERO);
    }

    @AfterProperty
    void stop() {
        account.close();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> tokens = Arbitraries.of(
                "%",
                "%25",
                "%41",
                "%Ba",
                "%2B",
                "+",
                "&",
                " ",
                "#",
                "=",
                "?",
                "a",
                "B",
                "1",
                "é",
                "ß",
                "名",
                "\uD83D\uDE00",
                "\uD800",
                "(",
                ")",
                "{",
                "}",
                "[",
                "\"",
                "\\",
                "/",
                ":",
                ";",
                "@",
                "|",
                "~",
                "<",
                "\n",
                "\t",
                "\u0000",
                "\u00A0",
                "\u2028",
                "$",
                ")&",
                "}&",
                "=&");
        return Arbitraries.oneOf(
                        tokens.list().ofMinSize(1).ofMaxSize(8).map(parts -> String.join("", parts)),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(12))
                .filter(text -> text.equals(text.strip()) && text.equals(text.trim()) && !text.isEmpty())
                // Camel takes a line break in a URI for layout and removes it before the component sees the URI.
                .filter(text -> !text.contains("\n") && !text.contains("\r"))
                .filter(text -> !text.matches("(?s).*(RAW[({]|\\{\\{|\\$\\{).*"));
    }

    @Property(tries = 600)
    void aTextArrivesAsItIsWrittenOrIsRefused(@ForAll("texts") String text, @ForAll Target target, @ForAll Way way)
            throws Exception {
        String written = target == Target.CONDITION ? text.replaceAll("['\\\\]", "") : text;
        if (target == Target.TAG) {
            // What is left without them may have blanks at its ends, which names of tags lose.
            written = written.replaceAll("[,\\[]", "").strip();
        }
        if (way == Way.PROPERTY) {
            // By which Camel escapes placeholders; it removes it before any endpoint is asked for.
            written = written.replace("\\", "");
        }
        if (way == Way.YAML || way == Way.RAW_YAML) {
            // A file of UTF-8 cannot hold half of a surrogate pair.
            written = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        Assume.that(way != Way.RAW || !inBraces(target.value.apply(written)).contains("{{"));
        // Camel decodes the URI before the component sees it, and nothing is left that could be refused.
        // The @ of an e-mail address shows that it is encoded, wherever the rest could be meant as it is written.
        Assume.that(!way.isDecodedBefore()
                || !isEncodedName(target == Target.EMAIL ? written.replaceFirst("@", "") : written));
        String header = written;
        List<TransportRequest> requests = new ArrayList<>();
        account.network((request, server) -> {
            requests.add(request);
            return null;
        });
        try (CamelContext context = account.context()) {
            List<Exchange> done = new ArrayList<>();
            try {
                context.getPropertiesComponent().addInitialProperty("text", written);
                route(context, target, way, written);
                Map<String, Object> headers = Map.of("text", written, "to", target.uri(written));
                VirtualAccount.send(context.getEndpoint("direct:start"), null, headers, done::add);
                account.clock().advance(Duration.ofSeconds(1));
            } catch (Exception e) {
                assertThat(requests).as("%s", e).isEmpty();
                return;
            }
            if (requests.isEmpty()) {
                assertThat(done).singleElement().satisfies(exchange -> assertThat(exchange.getException())
                        .as("refusal")
                        .isNotNull());
            } else {
                assertThat(target.found(requests.get(requests.size() - 1)))
                        .as(() -> JSON.valueToTree(header).toString()
                                + header.codePoints().boxed().toList())
                        .isEqualTo(way == Way.RAW ? inRaw(written) : written);
            }
        }
    }

    /** Whether a text such as %41 becomes letters, digits and the like when it is decoded. */
    private static boolean isEncodedName(String text) {
        return text.contains("%")
                && text.matches("([\\w.*-]|%(2[aADdEe]|3\\d|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aA]))*");
    }

    private static void route(CamelContext context, Target target, Way way, String text) throws Exception {
        switch (way) {
            case JAVA -> context.addRoutes(to(target.uri(text)));
            case SLASHES -> context.addRoutes(to(target.uri(text).replaceFirst(":", "://")));
            case RAW -> context.addRoutes(to(target.uriWith(inBraces(target.value.apply(text)))));
            case DYNAMIC_URI -> context.addRoutes(route(start -> start.toD("${header.to}")));
            case RECIPIENT_LIST ->
                context.addRoutes(route(start -> start.recipientList(Builder.header("to"))
                        .delimiter("false")
                        .end()));
            case ROUTING_SLIP ->
                context.addRoutes(route(start -> start.routingSlip(Builder.header("to"))
                        .uriDelimiter(NO_DELIMITER)
                        .end()));
            case ENRICH -> context.addRoutes(route(start -> start.enrich().header("to")));
            case PROPERTY -> context.addRoutes(to(target.uri("{{text}}")));
            case DYNAMIC -> context.addRoutes(toD(target.uri("${header.text}")));
            case YAML -> load(context, yaml(target, target.value.apply(text)));
            case RAW_YAML -> load(context, yaml(target, "RAW(" + target.value.apply(text) + ")"));
        }
    }

    private static String inBraces(String value) {
        return "RAW{" + value + "}";
    }

    /** YAML writes % in RAW as %25, so a text in which each % is %25 means % in Java as well. */
    private static String inRaw(String text) {
        return text.replace("%25", "").contains("%") ? text : text.replace("%25", "%");
    }

    private static void load(CamelContext context, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.camel.yaml", yaml));
    }

    private static RoutesBuilder to(String uri) {
        return route(start -> start.to(uri));
    }

    private static RoutesBuilder toD(String uri) {
        return route(start -> start.toD(uri));
    }

    private static RoutesBuilder route(Consumer<RouteDefinition> steps) {
        return new RouteBuilder() {

            @Override
            public void configure() {
                steps.accept(from("direct:start"));
            }
        };
    }

    enum ConsumerOption {
        TAG("event=tagged&tag", OntraportPollConfiguration::getTag),
        STATE_KEY("event=created&stateKey", OntraportPollConfiguration::getStateKey);

        private final String query;
        private final Function<OntraportPollConfiguration, String> value;

        ConsumerOption(String query, Function<OntraportPollConfiguration, String> value) {
            this.query = query;
            this.value = value;
        }
    }

    @Property(tries = 200)
    void anOptionOfAConsumerArrivesAsItIsWrittenOrIsRefused(
            @ForAll("texts") String text,
            @ForAll ConsumerOption option,
            @ForAll boolean slashes,
            @ForAll boolean raw,
            @ForAll boolean polling)
            throws Exception {
        String uri = (slashes ? "ontraport://" : "ontraport:") + "contacts?" + option.query + "="
                + (raw ? inBraces(text) : text);
        Assume.that(!uri.contains("{{"));
        try (CamelContext context = account.context()) {
            OntraportEndpoint endpoint;
            try {
                endpoint = context.getEndpoint(uri, OntraportEndpoint.class);
                if (polling) {
                    endpoint.createPollingConsumer();
                } else {
                    endpoint.createConsumer(exchange -> {});
                }
            } catch (ResolveEndpointFailedException | IllegalArgumentException e) {
                return;
            }
            assertThat(option.value.apply(endpoint.getPollConfiguration())).isEqualTo(raw ? inRaw(text) : text);
        }
    }

    private static String yaml(Target target, String value) throws Exception {
        StringBuilder route =
                new StringBuilder("- route:\n    from:\n      uri: direct:start\n      steps:\n        - to:\n"
                        + "            uri: " + target.path() + "\n            parameters:\n");
        for (String other : target.others.split("&")) {
            route.append("              ").append(other.replace("=", ": ")).append('\n');
        }
        return route.append("              ")
                .append(target.option)
                .append(": ")
                .append(JSON.writeValueAsString(value))
                .append('\n')
                .toString();
    }
}
