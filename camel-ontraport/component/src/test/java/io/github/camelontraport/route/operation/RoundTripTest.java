package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole records that are read and written back unchanged, with fields of every kind and those that the account sets itself. */
class RoundTripTest extends CamelTestSupport {

    @RegisterExtension
    static final OntraportSandboxExtension SANDBOX =
            new OntraportSandboxExtension(builder -> builder.exampleData(true));

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        OntraportSandbox sandbox = SANDBOX.sandbox();
        OntraportComponent component = context.getComponent("ontraport", OntraportComponent.class);
        component.getConfiguration().setBaseUrl(sandbox.baseUrl());
        component.getConfiguration().setApiKey(sandbox.apiKey());
        component.getConfiguration().setAppId(sandbox.appId());
        return context;
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, 0, typed, label", "contacts, 0, typed, key", "contacts, 0, raw, label",
        "deals, 149, typed, label", "companies, 150, typed, label", "products, 16, typed, label",
        "Courses, 10001, typed, label", "Projects, 10000, typed, label"
    })
    void aRecordThatIsReadCanBeWrittenBackUnchanged(String type, int typeId, String format, String names) {
        String form = "&fieldFormat=" + format + "&fieldNames=" + names;
        for (Map<String, Object> before : SANDBOX.sandbox().records(typeId)) {
            long id = Long.parseLong(before.get("id").toString());
            Exchange read =
                    template.request("ontraport:" + type + "?operation=get" + form, exchange -> exchange.getMessage()
                            .setBody(id));
            Object record = read.getMessage().getBody();

            Exchange written =
                    template.request("ontraport:" + type + "?operation=update" + form, exchange -> exchange.getMessage()
                            .setBody(record));

            assertThat(written.getException()).isNull();
            assertThat(withoutModified(SANDBOX.sandbox().find(typeId, id).orElseThrow()))
                    .isEqualTo(withoutModified(before));
        }
    }

    private static Map<String, Object> withoutModified(Map<String, Object> record) {
        Map<String, Object> rest = new LinkedHashMap<>(record);
        rest.remove("dlm");
        return rest;
    }
}
