package io.github.camelontraport.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportOperation;
import io.github.camelontraport.operation.catalog.Operations;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointHeaderModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.junit.jupiter.api.Test;

/** What tools see of the component, at each of the places where they look. */
class ComponentMetadataTest {

    private final DefaultCamelCatalog catalog = new DefaultCamelCatalog();

    @Test
    void isAtAllThreePlaces() throws Exception {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of(
                "META-INF/io/github/camelontraport",
                "io/github/camelontraport",
                "org/apache/camel/catalog/components")) {
            try (InputStream json = getClass().getClassLoader().getResourceAsStream(folder + "/ontraport.json")) {
                assertThat(json).as(folder).isNotNull();
                texts.add(new String(json.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts).allSatisfy(text -> assertThat(text).isEqualTo(texts.get(0)));
        assertThat(getClass().getResourceAsStream("/META-INF/services/org/apache/camel/component.properties"))
                .isNotNull();
    }

    /** Camel JBang replaces a version that begins with 0. */
    @Test
    void theFirstVersionIsOneOfCamel() {
        assertThat(catalog.componentModel("ontraport").getFirstVersionShort()).isEqualTo("4.18");
    }

    @Test
    void theCatalogValidatesEndpoints() {
        EndpointValidationResult good =
                catalog.validateEndpointProperties("ontraport:contacts?operation=search&limit=5&streaming=true");
        EndpointValidationResult bad =
                catalog.validateEndpointProperties("ontraport:contacts?operation=serach&limit=x&nope=1");

        assertThat(good.isSuccess()).isTrue();
        assertThat(bad.getInvalidEnum()).containsKey("operation");
        assertThat(bad.getInvalidInteger()).containsKey("limit");
        assertThat(bad.getUnknown()).contains("nope");
        assertThat(catalog.validateConfigurationProperty("camel.component.ontraport.requestsPerMinute=60")
                        .isSuccess())
                .isTrue();
        assertThat(catalog.validateConfigurationProperty("camel.component.ontraport.nope=60")
                        .isSuccess())
                .isFalse();
    }

    @Test
    void everyOptionAndHeaderIsDescribedAndSecretsAreMarked() {
        ComponentModel model = catalog.componentModel("ontraport");

        assertThat(model.getComponentOptions())
                .extracting(ComponentOptionModel::getDescription)
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(model.getEndpointOptions())
                .extracting(EndpointOptionModel::getDescription)
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(model.getEndpointHeaders())
                .extracting(EndpointHeaderModel::getConstantName)
                .containsExactlyInAnyOrderElementsOf(headerConstants());
        assertThat(model.getEndpointHeaders())
                .extracting(EndpointHeaderModel::getDescription)
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(model.getEndpointOptions())
                .filteredOn(EndpointOptionModel::isSecret)
                .extracting(EndpointOptionModel::getName)
                .containsExactlyInAnyOrder("apiKey", "appId", "webhookVerifyToken");
        assertThat(model.isAsync()).isTrue();
        // The generator drops signs that look like HTML or concatenation.
        assertThat(model.getEndpointOptions())
                .filteredOn(option -> option.getName().equals("condition"))
                .singleElement()
                .satisfies(option -> assertThat(option.getDescription())
                        .contains("city IN ('Bend', 'Salem') AND email IS NULL", "with a plus or an ampersand"));
    }

    @Test
    void whatIsOneForTheComponentIsNoOptionOfEndpoints() {
        ComponentModel model = catalog.componentModel("ontraport");
        List<String> onlyOnTheComponent = List.of(
                "requestsPerMinute",
                "rateLimitTimeout",
                "connectTimeout",
                "httpClient",
                "sslContextParameters",
                "useGlobalSslContextParameters",
                "proxyHost",
                "proxyPort");
        List<String> onBoth =
                List.of("apiKey", "appId", "baseUrl", "requestTimeout", "maxRetries", "retryDelay", "maxRetryDelay");

        assertThat(model.getComponentOptions())
                .extracting(ComponentOptionModel::getName)
                .containsAll(onlyOnTheComponent)
                .containsAll(onBoth);
        assertThat(model.getEndpointOptions())
                .extracting(EndpointOptionModel::getName)
                .doesNotContainAnyElementsOf(onlyOnTheComponent)
                .containsAll(onBoth);
    }

    @Test
    void theOperationsAreThoseOfTheTable() {
        List<String> constants =
                Arrays.stream(OntraportOperation.values()).map(Enum::name).toList();
        Map<String, EndpointOptionModel> options = catalog.componentModel("ontraport").getEndpointOptions().stream()
                .collect(Collectors.toMap(EndpointOptionModel::getName, option -> option));

        assertThat(constants)
                .containsExactlyElementsOf(
                        Operations.all().stream().map(row -> row.name()).toList());
        assertThat(options.get("operation").getEnums()).containsExactlyElementsOf(constants);
    }

    /** As the metadata names them. */
    private static List<String> headerConstants() {
        String type = OntraportConstants.class.getName();
        return Arrays.stream(OntraportConstants.class.getFields())
                .map(Field::getName)
                .filter(name -> !name.equals("CLEAR"))
                .map(name -> type + "#" + name)
                .toList();
    }
}
