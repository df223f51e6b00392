package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.support.SandboxTestSupport;
import java.util.Map;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** Routes in YAML that the documents do not show. */
class YamlRoutesTest extends SandboxTestSupport {

    @Test
    void theTypeMayBeAParameterAndValuesPlaceholders() throws Exception {
        context.getPropertiesComponent().addInitialProperty("wanted", "bea@example.com");
        sandbox().create(CONTACTS, Map.of("email", "ada@example.com"));
        sandbox().create(CONTACTS, Map.of("email", "bea@example.com"));
        load(yaml("ontraport", "objectType: contacts", "operation: get", "email: \"{{wanted}}\""));

        assertThat(record(send("direct:route"))).containsEntry("id", "2");
    }

    @Test
    void aMisspeltOptionNamesTheRightOne() {
        assertThatThrownBy(() -> load(yaml("ontraport:contacts", "operation: search", "pagesize2: 3")))
                .hasStackTraceContaining("Unknown option 'pagesize2'")
                .hasStackTraceContaining("Did you mean 'pageSize'?");
    }

    @Test
    void aMisspeltOperationNamesTheRightOne() {
        assertThatThrownBy(() -> load(yaml("ontraport:contacts", "operation: upsrt")))
                .hasStackTraceContaining("Did you mean 'upsert'?");
    }

    private void load(Resource routes) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(routes);
    }

    private static Resource yaml(String uri, String... parameters) {
        String text = "- route:\n    from:\n      uri: direct:route\n      steps:\n        - to:\n"
                + "            uri: " + uri + "\n            parameters:\n              "
                + String.join("\n              ", parameters) + "\n";
        return ResourceHelper.fromString("route.camel.yaml", text);
    }
}
