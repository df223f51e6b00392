package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

class YamlRoutesTest extends SandboxTestSupport {

    @Test
    void everyOperationWorksFromYaml() throws Exception {
        context.getPropertiesComponent().addInitialProperty("wanted", "bea@example.com");
        load(ResourceHelper.resolveResource(context, "classpath:routes/every-operation.camel.yaml"));
        assertThat(context.getRoutes()).extracting(Route::getRouteId).contains(
                Arrays.stream(OntraportOperation.values()).map(Enum::name).toArray(String[]::new));

        Map<String, Object> ada = Map.of("email", "ada@example.com", "city", "Bend");
        Map<String, Object> bea = Map.of("email", "bea@example.com", "city", "Salem");
        assertThat(record(send("direct:create", ada))).containsEntry("id", "1");
        assertThat(send("direct:upsert", bea).getMessage().getHeader(OntraportConstants.CREATED)).isEqualTo(true);
        assertThat(send("direct:update", Map.of("id", 1, "firstname", "Ada")).getException()).isNull();
        assertThat(record(send("direct:get"))).containsEntry("id", "2");
        assertThat(records(send("direct:search"))).extracting(record -> record.get("city")).containsExactly("Bend", "Salem");
        assertThat(send("direct:count").getMessage().getBody()).isEqualTo(1L);
        assertThat(record(send("direct:describe"))).containsKey("email");
        assertThat(record(send("direct:raw"))).containsEntry("count", "2");
        assertThat(send("direct:tag", "1,2").getMessage().getBody()).isEqualTo("1,2");
        subscriptionsFieldsAndOthers();
        assertThat(send("direct:untag").getMessage().getHeader(OntraportConstants.COUNT)).isEqualTo(1L);
        assertThat(records(send("direct:listByTag"))).extracting(record -> record.get("id")).containsExactly("2");
        tasksAndMoney();
        MockEndpoint streamed = getMockEndpoint("mock:streamed");
        streamed.expectedMessageCount(2);
        assertThat(send("direct:stream").getException()).isNull();
        streamed.assertIsSatisfied();
        assertThat(send("direct:deleteAll").getException()).isNull();
        Exchange deleted = send("direct:delete", 1);
        assertThat(deleted.getException()).isNull();
        assertThat(sandbox().records(CONTACTS)).isEmpty();
    }

    private void subscriptionsFieldsAndOthers() {
        for (int i = 0; i < 2; i++) {
            sandbox().create(5, Map.of("name", "Welcome " + i));
            sandbox().create(140, Map.of("name", "Onboarding " + i));
        }
        sandbox().create(45, Map.of("contact_id", 1, "status", 1));
        sandbox().create(20, Map.of("name", "Offer"));
        sandbox().create(122, Map.of("formname", "Newsletter"));
        for (String operation : List.of("addToSequence", "addToCampaign", "removeFromSequence", "removeFromCampaign", "pause",
                "unpause", "hostedUrl")) {
            assertThat(send("direct:" + operation, "1,2").getException()).as(operation).isNull();
        }
        assertThat(sandbox().records(CONTACTS)).extracting(row -> row.get("updateSequence") + " " + row.get("updateCampaign"))
                .containsExactly("*/*1*/* ", "*/*1*/* */*1*/*");
        assertThat(sandbox().records(5)).extracting(row -> row.get("pause")).containsExactly("0", "0");
        Map<String, Object> section = Map.of("section", "Survey", "fields", Map.of("alias", "Colour", "type", "text"));
        assertThat(record(send("direct:createFields", section))).containsEntry("success", Map.of("f1558", "Colour"));
        assertThat(send("direct:updateFields", Map.of("section", "Survey", "description", "Spring")).getException()).isNull();
        assertThat(record(send("direct:readFields", "f1558"))).containsEntry("alias", "Colour");
        assertThat(send("direct:deleteField", "f1558").getException()).isNull();
        assertThat(record(send("direct:subscribeWebhook", Map.of("url", "https://hooks.example", "event", "sub_tag(1)"))))
                .containsEntry("id", 1L);
        assertThat(send("direct:unsubscribeWebhook").getException()).isNull();
        assertThat(record(send("direct:setDefaultCard", 1))).containsEntry("status", "3");
        assertThat(send("direct:formHtml", 1).getMessage().getBody(String.class)).startsWith("<form");
        assertThat(record(send("direct:formBlocks"))).containsEntry("f1", "Newsletter");
    }

    private void tasksAndMoney() {
        sandbox().create(7, Map.of("type", "task"));
        sandbox().create(16, Map.of("name", "Workshop"));
        sandbox().create(45, Map.of("contact_id", 1, "status", 3));
        sandbox().create(52, Map.of("contact_id", 1));
        Map<String, Object> sale = Map.of("contact_id", 1, "gateway_id", 2, "offer", Map.of(
                "products", List.of(Map.of("id", 1, "quantity", 1, "total", new BigDecimal("49.50")))));
        Map<String, Object> bodies = new HashMap<>(Map.of("assignTask", Map.of("message", 1),
                "rescheduleTask", Map.of("id", 1, "newtime", Instant.now()), "charge", sale, "logTransaction", sale,
                "requestPayment", sale, "payInvoice", 3, "updateOrder", sale));
        for (String operation : List.of("assignTask", "completeTask", "cancelTask", "rescheduleTask", "reopenTask", "charge",
                "logTransaction", "requestPayment", "payInvoice", "refund", "voidTransaction", "writeOff", "rerun",
                "rerunCommission", "markPaid", "resendInvoice", "convertToCollections", "convertToDecline", "voidPurchase",
                "getOrder", "updateOrder")) {
            assertThat(send("direct:" + operation, bodies.getOrDefault(operation, 1)).getException()).as(operation).isNull();
        }
        assertThat(sandbox().records(1)).extracting(task -> task.get("status")).containsExactly("0", "0");
        assertThat(sandbox().records(46)).extracting(invoice -> invoice.get("status")).containsExactly("5", "1", "1");
    }

    @Test
    void aMisspeltOptionNamesTheRightOne() {
        assertThatThrownBy(() -> load(yaml("operation: search", "pagesize2: 3")))
                .hasStackTraceContaining("Unknown option 'pagesize2'").hasStackTraceContaining("Did you mean 'pageSize'?");
    }

    @Test
    void aMisspeltOperationNamesTheRightOne() {
        assertThatThrownBy(() -> load(yaml("operation: upsrt"))).hasStackTraceContaining("Did you mean 'upsert'?");
    }

    private void load(Resource routes) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(routes);
    }

    private static Resource yaml(String... parameters) {
        String text = "- route:\n    from:\n      uri: direct:wrong\n      steps:\n        - to:\n"
                + "            uri: ontraport:contacts\n            parameters:\n              "
                + String.join("\n              ", parameters) + "\n";
        return ResourceHelper.fromString("wrong.camel.yaml", text);
    }
}
