package io.github.camelontraport.route.kamelet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kamelets' definitions, held to Camel's schemas, to the habits of its catalogue and to the component's metadata. */
class KameletDefinitionTest {

    /** Properties of the Kamelets that are options of Camel's webhook component. */
    private static final Set<String> OF_CAMELS_WEBHOOK =
            Set.of("webhookExternalUrl", "webhookPath", "webhookComponentName", "webhookAutoRegister");

    private static final Set<String> CREDENTIALS = Set.of("apiKey", "appId", "webhookVerifyToken");

    private static final JsonSchema KAMELETS = kameletSchema();
    private static final JsonSchema ROUTES = routeSchema();

    private final Map<String, EndpointOptionModel> options = new DefaultCamelCatalog()
            .componentModel("ontraport").getEndpointOptions().stream()
                    .collect(Collectors.toMap(EndpointOptionModel::getName, option -> option));

    static Stream<KameletFile> kamelets() {
        return KameletFile.all();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void obeysTheSchemaOfKamelets(KameletFile kamelet) {
        assertThat(KAMELETS.validate(kamelet.root())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theTemplateIsARouteInTheLongForm(KameletFile kamelet) {
        JsonNode route = JsonNodeFactory.instance
                .objectNode()
                .set("route", kamelet.root().at("/spec/template"));

        assertThat(ROUTES.validate(JsonNodeFactory.instance.arrayNode().add(route)))
                .isEmpty();
        // The schema takes the short form of expressions as well, of which Camel 4.22 warns.
        assertThat(kamelet.root().at("/spec/template").toString())
                .doesNotContain("\"simple\":\"", "\"constant\":\"", "\"to\":\"");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void hasWhatTheCatalogueAsksFor(KameletFile kamelet) throws Exception {
        JsonNode annotations = kamelet.root().at("/metadata/annotations");

        assertThat(kamelet.root().at("/metadata/name").asText()).isEqualTo(kamelet.name());
        assertThat(kamelet.root()
                        .at("/metadata/labels")
                        .get("camel.apache.org/kamelet.type")
                        .asText())
                .isEqualTo(kamelet.kind());
        assertThat(annotation(annotations, "kamelet.support.level")).isEqualTo("Preview");
        assertThat(annotation(annotations, "kamelet.group")).isEqualTo("Ontraport");
        assertThat(annotation(annotations, "kamelet.namespace")).isEqualTo("CRM");
        assertThat(annotation(annotations, "provider")).isEqualTo("camel-ontraport");
        assertThat(annotation(annotations, "catalog.version")).matches("\\d.*");
        String[] icon = annotation(annotations, "kamelet.icon").split(",");
        assertThat(icon[0]).isEqualTo("data:image/svg+xml;base64");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(Base64.getDecoder().decode(icon[1])))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(texts(kamelet.root().at("/spec/dependencies")))
                .contains("camel:kamelet", "camel:core")
                .contains("mvn:io.github.camelontraport:camel-ontraport:" + annotation(annotations, "catalog.version"));
        assertThat(kamelet.root().at("/spec/dataTypes")).isNotEmpty();
    }

    /** From 4.18.2 on Camel transforms bodies to the default type, and fails for a map and for a text that is no JSON object. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void noDataTypeIsImposedOnBodies(KameletFile kamelet) {
        assertThat(kamelet.root().at("/spec/dataTypes"))
                .allSatisfy(direction -> assertThat(direction.has("default")).isFalse());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPropertyIsTheOptionOfTheSameName(KameletFile kamelet) {
        assertThat(kamelet.propertyNames()).contains("objectType", "apiKey", "appId", "baseUrl");
        for (String name : kamelet.propertyNames()) {
            JsonNode property = kamelet.properties().get(name);
            assertThat(property.get("title").asText()).as("title of %s", name).matches("[A-Z].*\\S");
            assertThat(property.has("format")).as("%s is a credential", name).isEqualTo(CREDENTIALS.contains(name));
            if (!OF_CAMELS_WEBHOOK.contains(name)) {
                assertIsOption(kamelet, name, property);
            }
        }
    }

    private void assertIsOption(KameletFile kamelet, String name, JsonNode property) {
        EndpointOptionModel option = options.get(name);
        assertThat(option).as("option %s", name).isNotNull();
        assertThat(property.get("description").asText())
                .as(name)
                .isEqualTo(KameletDescription.of(kamelet, name, option.getDescription()));
        assertThat(property.get("type").asText()).as("type of %s", name).isEqualTo(type(option));
        if (option.getEnums() != null) {
            assertThat(option.getEnums()).as(name).containsAll(texts(property.get("enum")));
        }
        // The object type has no default in the component. Others must not hide what the component is configured with.
        if (property.has("default") && !name.equals("objectType")) {
            assertThat(property.get("default").asText())
                    .as("default of %s", name)
                    .isEqualTo(String.valueOf(option.getDefaultValue()));
        }
    }

    private static String type(EndpointOptionModel option) {
        return switch (option.getType()) {
            case "enum", "duration", "object" -> "string";
            default -> option.getType();
        };
    }

    @Test
    void theActionHasAllOperationsButSync() {
        assertThat(texts(KameletFile.of("ontraport-action").properties().at("/operation/enum")))
                .containsExactlyElementsOf(options.get("operation").getEnums().stream()
                        .filter(operation -> !operation.equals("sync"))
                        .toList());
    }

    @Test
    void syncAndWebhookHaveAllOptionsOfTheirs() {
        assertThat(KameletFile.of("ontraport-sync-sink").propertyNames())
                .containsAll(names(option -> option.getDescription().startsWith("For sync")));
        assertThat(KameletFile.of("ontraport-webhook-source").propertyNames())
                .containsAll(names(option -> option.getLabel().contains("webhook")));
    }

    private List<String> names(Predicate<EndpointOptionModel> which) {
        return options.values().stream()
                .filter(which)
                .map(EndpointOptionModel::getName)
                .toList();
    }

    @Test
    void theSourcesHaveTheirEvents() {
        Set<String> events = new TreeSet<>(
                texts(KameletFile.of("ontraport-source").properties().at("/event/enum")));
        events.addAll(
                texts(KameletFile.of("ontraport-webhook-source").properties().at("/event/enum")));
        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(options.get("event").getEnums());
        assertThat(KameletFile.of("ontraport-source").propertyNames()).contains("delay", "startFrom");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theTemplatePassesEveryPropertyOn(KameletFile kamelet) {
        JsonNode parameters = kamelet.endpoint().get("parameters");
        for (String name : kamelet.propertyNames()) {
            if (!name.equals("objectType")) {
                assertThat(parameters.path(name).asText().replaceFirst("^RAW\\((.*)\\)$", "$1"))
                        .isEqualTo("{{?ontraport-kamelet:" + name + "}}");
            }
        }
        assertThat(kamelet.endpoint().get("uri").asText()).endsWith("ontraport:{{objectType}}");
    }

    private static JsonSchema kameletSchema() {
        return schema("/camel.apache.org_kamelets.yaml", "/spec/versions/0/schema/openAPIV3Schema");
    }

    private static JsonSchema routeSchema() {
        return schema("/schema/camelYamlDsl.json", "");
    }

    /** JSON is YAML, too. */
    private static JsonSchema schema(String resource, String pointer) {
        try (InputStream yaml = KameletDefinitionTest.class.getResourceAsStream(resource)) {
            JsonNode schema = YAMLMapper.builder().build().readTree(yaml).at(pointer);
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String annotation(JsonNode annotations, String name) {
        return annotations.get("camel.apache.org/" + name).asText();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
