package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.RootPackage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.CatalogCamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused when an endpoint is made or started, and that the message says what to do. No network is needed. */
class StartRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            contacts?opperation=get                               | Unknown option 'opperation'. Did you mean 'operation'?
            contacts?operation=serach                             | Did you mean 'search'?
            contacts?operation=get&pagesise=3                     | Did you mean 'pageSize'?
            contacts?operation=search&limit=1&limit=2             | Option limit is given twice; give it once
            contacts?operation=tag&tags=a&tags=RAW(b)             | Option tags is given twice
            raw?path=/objects&query.objectID=0&query.objectID=14  | Option query.objectID is given twice
            contacts?operation=search&condition=id != 3           | <>
            contacts?operation=search&condition=city = Bend       | quote
            contacts?operation=search&sortDir=up                  | Option sortDir: 'up' is not one of [asc, desc]
            contacts?operation=search&pageSize=51                 | Option pageSize: 51 is not between 1 and 50
            contacts?operation=search&pageSize=0                  | Option pageSize: 0 is not between 1 and 50
            contacts?operation=search&limit=-1                    | Option limit: '-1' is not a whole number
            contacts?operation=search&groupId=1.5                 | Option groupId: '1.5' is not an id
            contacts?operation=get&recordId=0                     | Option recordId: '0' is not an id
            contacts?operation=get&recordId=1&email=a@b.c         | Give only one of [recordId, email]
            contacts?operation=listByTag&tags=a&tagIds=1          | Give only one of [tags, tagIds]
            contacts?operation=deleteAll&ids=1&condition=id > 1   | either ids, recordId or a condition
            contacts?operation=deleteAll&ids=1&allowAll=true      | allowAll
            contacts?operation=tag&tags=a&ids=1&search=x          | either ids, recordId or a condition
            contacts?operation=untag&tagIds=4,0                   | Option tagIds: '0' is not an id
            contacts?operation=tag&tags=RAW(, )                   | Option tags is empty
            contacts?operation=tag&tags=a&allowAll=true           | allowAll
            contacts?operation=tag&tags=a&sort=id                 | Operation tag does not read sort. It reads recordId, ids
            logs?operation=tag&tags=a                             | Operation tag is not possible with logs
            contacts?operation=addToSequence&sequences=A,0        | Option sequences: '0' is not an id
            contacts?operation=addToSequence&campaigns=1          | Operation addToSequence does not read campaigns
            contacts?operation=removeFromCampaign&tagIds=1        | Operation removeFromCampaign does not read tagIds
            contacts?operation=addToCampaign&campaigns=1&ids=1&search=x | either ids, recordId or a condition
            logs?operation=addToSequence&sequences=1              | Operation addToSequence is not possible with logs
            contacts?operation=pause                              | Operation pause is for ontraport:sequences, ontraport:rules
            myObject?operation=unpause                            | Operation unpause is for ontraport:sequences
            rules?operation=pause&sort=id                         | Operation pause does not read sort
            contacts?operation=subscribeWebhook                   | Operation subscribeWebhook is for ontraport:webhooks, not for contacts
            webhooks?operation=unsubscribeWebhook&recordId=x      | Option recordId: 'x' is not an id
            webhooks?operation=unsubscribeWebhook&ids=1           | Operation unsubscribeWebhook does not read ids
            transactions?operation=setDefaultCard                 | Operation setDefaultCard is for ontraport:creditCards, not for transactions
            forms?operation=hostedUrl                             | Operation hostedUrl is for ontraport:landingPages, not for forms
            contacts?operation=formHtml                           | Operation formHtml is for ontraport:legacyForms, ontraport:forms, not for contacts
            legacyForms?operation=formBlocks                      | Operation formBlocks is for ontraport:forms, not for legacyForms
            contacts?operation=deleteField&recordId=1             | Operation deleteField does not read recordId. It reads no such option
            contacts?operation=refund                             | Operation refund is for ontraport:transactions or invoices, not for contacts
            orders?operation=charge                               | Operation charge is for ontraport:transactions or invoices, not for orders
            transactions?operation=voidPurchase                   | Operation voidPurchase is for ontraport:purchases, not for transactions
            openOrders?operation=getOrder                         | Operation getOrder is for ontraport:orders, not for openOrders
            Pets?operation=updateOrder                            | Operation updateOrder is for ontraport:orders, not for custom objects
            10004?operation=completeTask                          | Operation completeTask is for ontraport:tasks, not for 10004
            tasks?operation=assignTask                            | Operation assignTask is for ontraport:contacts, ontraport:deals, ontraport:companies, custom objects, not for tasks
            transactions?operation=refund&condition=id > 0        | Operation refund does not read condition. It reads recordId, ids
            tasks?operation=cancelTask&search=x                   | Operation cancelTask does not read search
            transactions?operation=markPaid&ids=1&recordId=2      | Give only one of [ids, recordId]
            transactions?operation=refund&ids=0                   | '0'
            transactions?operation=rerun&allowAll=true            | allowAll
            transactions?operation=charge&ids=1                   | Operation charge does not read ids
            contacts?operation=search&allowAll=true               | allowAll
            contacts?operation=get&streaming=true                 | streaming
            contacts?operation=create&condition=id > 1            | Operation create does not read condition
            contacts?operation=update&tags=a                      | Operation update does not read tags. It reads recordId, uniqueId
            contacts?operation=search&search=RAW( )               | Option search is empty
            contacts?operation=get&timeZone=Mars                  | Option timeZone: 'Mars' is no time zone
            contacts?operation=get&describeAs=schema             | Option describeAs is for operation describe, not get
            contacts?operation=search&limit=ten                   | Option limit: 'ten' is not a whole number
            contacts?operation=search&start=x                     | Option start: 'x' is not a whole number
            contacts?operation=search&searchNotes=perhaps         | Option searchNotes: 'perhaps' is neither true nor false
            contacts?operation=upsert&ignoreBlanks=sometimes      | Option ignoreBlanks: 'sometimes' is neither true nor false
            contacts?operation=search&condition=city = 'A & B'    | Write the value as RAW(value)
            contacts?operation=get&email=a+b@example.com          | Option email: Camel reads + in a URI as a blank and % before two digits as an encoded character, so the value would not arrive as it is written. Write it as RAW(a+b@example.com)
            contacts?operation=tag&recordId=1&tags=C++            | Write it as RAW(C++)
            contacts?operation=tag&recordId=1&tags=R&D            | Unknown option 'D'. Is it part of a value with & in it? Write the value as RAW(value)
            contacts?operation=search&condition=company LIKE '%25%' | Write it as RAW(company LIKE '%25%')
            contacts?operation=search&search=RAW(a                | Option search begins with RAW( but has no closing bracket
            contacts?operation=search&apiKey=a%2Bb-secret           | Write it as RAW(...)
            contacts?operation=search&limit=99999999999           | Option limit: '99999999999' is not a whole number
            contacts?operation=get&maxRetries=many                | Option maxRetries: 'many' is not a whole number
            contacts?operation=search&ids=1,x                     | 'x'
            contacts?operation=search&ids=1,2&start=5             | With ids, start is not possible
            contacts?operation=listByTag&tags=a,b                 | takes one tag
            contacts?operation=listByTag&tags=RAW(, )             | Option tags is empty
            contacts?operation=listByTag&tagIds=x                 | tagIds: 'x' is not an id
            raw?path=../x                                         | not a path below baseUrl
            contacts?operation=get&maxRetries=-1                  | Option maxRetries: -1 is less than 0
            contacts?operation=tag&tags=a&batchDelay=-1           | Option batchDelay: -1 is less than 0
            contacts?operation=tag&tags=a&batchSize=1001          | Option batchSize: 1001 is not between 1 and 1000
            contacts?operation=tag&tags=a&batchSize=0             | Option batchSize: 0 is not between 1 and 1000
            contacts?operation=create&batchDelay=100              | Option batchDelay is for operations [get, tag, untag], not create
            raw?path=/objects&batchDelay=100                      | Option batchDelay is for operations [get, tag, untag], not raw
            contacts?operation=tag&tags=a&batchDelay=abc          | Option batchDelay: 'abc' is not a duration such as 500 (milliseconds), 5s or 1m30s
            contacts?operation=get&retryDelay=5x                  | Option retryDelay: '5x' is not a duration
            contacts?operation=get&retryDelay=10 minutes          | Option retryDelay: '10 minutes' is not a duration
            contacts?operation=get&maxRetryDelay=0.5s             | Option maxRetryDelay: '0.5s' is not a duration
            contacts?operation=get&requestTimeout=1 s             | Option requestTimeout: '1 s' is not a duration
            contacts?operation=get&requestTimeout=5s 500ms        | Option requestTimeout: '5s 500ms' is not a duration
            contacts?operation=get&requestTimeout=1s1m            | Option requestTimeout: '1s1m' is not a duration
            contacts?operation=get&requestTimeout=PT              | Option requestTimeout: 'PT' is not a duration
            contacts?operation=get&requestTimeout=99999999999999999999 | is not a duration
            contacts?event=deleted&sweepInterval=daily            | Option sweepInterval: 'daily' is not a duration
            contacts?event=created&settleTime=1min                | Option settleTime: '1min' is not a duration
            contacts?event=created&delay=1 m                      | Option delay: '1 m' is not a duration
            contacts?operation=get&requestsPerMinute=60           | set it on the component, as camel.component.ontraport.requestsPerMinute
            contacts?operation=get&rateLimitTimeout=1m            | set it on the component, as camel.component.ontraport.rateLimitTimeout
            contacts?operation=get&requestTimeout=0               | Option requestTimeout: 0 is less than 1
            contacts?operation=get&requestTimeout=9999999999999   | Option requestTimeout: 9999999999999 milliseconds are more than 365 days
            contacts?operation=get&requestTimeout=366d            | Option requestTimeout: 31622400000 milliseconds are more than 365 days
            contacts?operation=get&retryDelay=9999999999999       | Option retryDelay: 9999999999999 milliseconds
            contacts?operation=get&maxRetryDelay=31536000001      | Option maxRetryDelay: 31536000001 milliseconds
            contacts?operation=tag&tags=a&batchDelay=9999999999999 | Option batchDelay: 9999999999999 milliseconds
            landingPages?operation=create                         | Operation create is not possible with landingPages; possible are [get, search
            -4?operation=get                                      | -4
            raw?operation=get                                     | ontraport:raw makes raw calls only
            raw?method=PATCH&path=/objects                        | Option method: 'PATCH' is not one of
            raw?path=/objects&recordId=1                          | Operation raw does not read recordId
            raw?path=/objects&query=objectID=0                    | Option query: 'objectID=0' is not a map; write each parameter as a separate option, such as query.objectID=0
            contacts?operation=addToCampaign&automations=1        | Unknown option 'automations'. Did you mean 'campaigns'?
            contacts?operation=addToAutomation&campaigns=1        | Did you mean 'addToCampaign'?
            contacts?operation=unpause                            | ontraport:campaignBuilderItems or automations, not for contacts
            """)
    void refusesWhatCanNeverWork(String uri, String words) throws Exception {
        try (CamelContext context = context(settings -> {})) {
            assertThatThrownBy(() -> context.getEndpoint("ontraport:" + uri).createProducer())
                    .hasStackTraceContaining(words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            http://api.ontraport.com/1        | in the clear
            ftp://api.ontraport.com           | neither https nor http
            api.ontraport.com/1               | not an absolute URL
            https://me:secret@host/1          | must not have a user
            https://api.ontraport.com/1?a=b   | must not have a user, query or fragment
            """)
    void refusesABaseUrlThatWouldLeakOrCannotBe(String baseUrl, String words) throws Exception {
        try (CamelContext context = context(settings -> settings.setBaseUrl(baseUrl))) {
            assertThatThrownBy(() -> start(context))
                    .hasStackTraceContaining(words)
                    .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret"));
        }
    }

    @Test
    void showsNeitherCredentialInTheUriThatItRefuses() throws Exception {
        try (CamelContext context = context(settings -> {})) {
            assertThatThrownBy(() ->
                            context.getEndpoint("ontraport:contacts?appId=2_9_hidden&apiKey=k3y-of-a-test&nope=1"))
                    .hasMessageContaining("nope")
                    .satisfies(failure -> assertThat(failure.toString())
                            .doesNotContain("2_9_hidden")
                            .doesNotContain("k3y-of-a-test"));
        }
    }

    @Test
    void refusesToStartWithoutCredentials() throws Exception {
        try (CamelContext context = context(settings -> settings.setApiKey(null))) {
            assertThatThrownBy(() -> start(context))
                    .hasStackTraceContaining("No apiKey is given")
                    .hasStackTraceContaining("camel.component.ontraport.apiKey")
                    .satisfies(failure -> assertThat(failure.toString()).doesNotContain("Spring"));
        }
        try (CamelContext context = context(settings -> settings.setAppId(" "))) {
            assertThatThrownBy(() -> start(context)).hasStackTraceContaining("No appId is given");
        }
    }

    @Test
    void refusesAKeyThatNoHeaderCanCarryWithoutShowingIt() throws Exception {
        try (CamelContext context = context(settings -> settings.setApiKey("k3y\nwith break"))) {
            assertThatThrownBy(() -> start(context))
                    .hasStackTraceContaining("apiKey holds something other than visible ASCII")
                    .satisfies(failure -> assertThat(failure.toString()).doesNotContain("k3y"));
        }
    }

    @Test
    void refusesConnectionOptionsBesideAClientOfOnesOwn() throws Exception {
        try (CamelContext context = context(settings -> {
            settings.setHttpClient(HttpAsyncClients.createDefault());
            settings.setProxyHost("proxy.example");
            settings.setProxyPort(3128);
        })) {
            assertThatThrownBy(() -> start(context)).hasStackTraceContaining("Option httpClient excludes");
        }
        try (CamelContext context = context(settings -> settings.setProxyHost("proxy.example"))) {
            assertThatThrownBy(() -> start(context)).hasStackTraceContaining("proxyHost and proxyPort go together");
        }
        try (CamelContext context = context(settings -> settings.setProxyUsername("nora"))) {
            assertThatThrownBy(() -> start(context))
                    .hasStackTraceContaining("proxyUsername and proxyPassword go together");
        }
        try (CamelContext context = context(settings -> settings.setConnectionIdleTimeout(0))) {
            assertThatThrownBy(() -> start(context))
                    .hasStackTraceContaining("Option connectionIdleTimeout: 0 is less than 1");
        }
        try (CamelContext context = context(settings -> settings.setRequestsPerMinute(0))) {
            assertThatThrownBy(() -> start(context))
                    .hasStackTraceContaining("Option requestsPerMinute: 0 is less than 1");
        }
    }

    @Test
    void aMessageWithoutAnyOperationFails() throws Exception {
        try (CamelContext context = context(settings -> {})) {
            context.start();
            Exchange exchange = context.createProducerTemplate().request("ontraport:contacts", message -> {});
            assertThat(exchange.getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("No operation is given")
                    .hasMessageContaining("CamelOntraportOperation");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            operation=count&event=created            | Options [event] have no meaning in to
            operation=count&startFrom=now&delay=5000 | Options [delay, startFrom] have no meaning in to
            operation=tag&tag=VIP                    | Options tag and tagId are for from, where one tag is watched; in to set tags or tagIds
            operation=tag&tagId=4                    | in to set tags or tagIds
            operation=tag&tags=VIP&batchSize=200     | Option batchSize has no meaning without batchDelay
            """)
    void refusesInToWhatIsWithoutEffect(String options, String words) throws Exception {
        try (CamelContext context = context(settings -> {})) {
            assertThatThrownBy(() ->
                            context.getEndpoint("ontraport:contacts?" + options).createProducer())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(words);
        }
    }

    /** Read from Camel's metadata, so that a new option is not forgotten. */
    @Test
    void everyOptionOfConsumersIsRefusedInTo() throws Exception {
        try (CamelContext context = context(settings -> {})) {
            JsonNode properties = new ObjectMapper()
                    .readTree(((CatalogCamelContext) context).getComponentParameterJsonSchema("ontraport"))
                    .path("properties");
            Set<String> consumers = properties
                    .propertyStream()
                    .filter(option -> option.getValue().path("label").asText().startsWith("consumer"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            // Camel uses it for producers, too.
            consumers.remove("exchangePattern");

            List<String> options = properties
                    .propertyStream()
                    .filter(option -> option.getValue().path("kind").asText().equals("parameter"))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(RootPackage.consumerOptions(context, options)).containsExactlyInAnyOrderElementsOf(consumers);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, 500",
        "5s, 5000",
        "1m30s, 90000",
        "1d1h1m1s1ms, 90061001",
        "1m5ms, 60005",
        "20ms, 20",
        "PT0.5S, 500",
        "#property:patience, 7000",
        "{{patience}}, 7000"
    })
    void readsDurations(String text, long millis) throws Exception {
        try (CamelContext context = context(settings -> {})) {
            context.getPropertiesComponent().addInitialProperty("patience", "7s");
            OntraportEndpoint endpoint = context.getEndpoint(
                    "ontraport:contacts?operation=get&requestTimeout=" + text, OntraportEndpoint.class);
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            PropertyBindingSupport.build().bind(context, component, "connectTimeout", text);

            assertThat(endpoint.getConfiguration().getRequestTimeout()).isEqualTo(millis);
            assertThat(component.getConnectTimeout()).isEqualTo(millis);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            rateLimitTimeout           | abc   | 'abc' is not a duration
            rate-limit-timeout         | 5 min | '5 min' is not a duration
            connectTimeout             | 1.5s  | Option connectTimeout: '1.5s' is not a duration
            retryDelay                 | soon  | 'soon' is not a duration
            requestsPerMinute          | many  | Option requestsPerMinute: 'many' is not a whole number
            healthCheckConsumerEnabled | maybe | Option healthCheckConsumerEnabled: 'maybe' is neither true nor false
            """)
    void refusesValuesOfTheWrongFormOnTheComponent(String option, String value, String words) throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.ontraport." + option, value);
        try {
            assertThatThrownBy(main::start).hasStackTraceContaining(words);
        } finally {
            main.stop();
        }
    }

    /** Read from Camel's metadata, so that a new option is not forgotten. */
    @Test
    void everyDurationIsChecked() throws Exception {
        try (CamelContext context = context(settings -> {})) {
            JsonNode schema = new ObjectMapper()
                    .readTree(((CatalogCamelContext) context).getComponentParameterJsonSchema("ontraport"));
            OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
            List<String> ofEndpoints = durations(schema.path("properties"));
            List<String> ofComponents = durations(schema.path("componentProperties"));

            assertThat(ofEndpoints).contains("delay", "batchDelay", "requestTimeout");
            assertThat(ofEndpoints).allSatisfy(option -> assertThatThrownBy(
                            () -> context.getEndpoint("ontraport:contacts?" + option + "=soon"))
                    .hasStackTraceContaining("Option " + option + ": 'soon' is not a duration"));
            assertThat(ofComponents).contains("rateLimitTimeout", "connectTimeout");
            assertThat(ofComponents).allSatisfy(option -> assertThatThrownBy(() -> component
                            .getComponentPropertyConfigurer()
                            .configure(context, component, option, "soon", false))
                    .hasStackTraceContaining("Option " + option + ": 'soon' is not a duration"));
        }
    }

    private static List<String> durations(JsonNode options) {
        return options.propertyStream()
                .filter(option -> option.getValue().path("type").asText().equals("duration"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void start(CamelContext context) throws Exception {
        context.getEndpoint("ontraport:contacts?operation=get").createProducer();
        context.start();
        context.createProducerTemplate().sendBody("ontraport:contacts?operation=get", 1);
    }

    private static CamelContext context(Consumer<OntraportConfiguration> settings) {
        CamelContext context = new DefaultCamelContext();
        OntraportConfiguration configuration =
                context.getComponent("ontraport", OntraportComponent.class).getConfiguration();
        configuration.setApiKey("k3y-of-a-test");
        configuration.setAppId("2_1_test");
        settings.accept(configuration);
        return context;
    }
}
