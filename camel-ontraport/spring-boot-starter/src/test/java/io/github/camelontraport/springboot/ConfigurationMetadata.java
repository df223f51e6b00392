package io.github.camelontraport.springboot;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.OntraportComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.util.TimeUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** What editors show of the properties: made from the component's metadata and from the class of the sandbox's properties. */
final class ConfigurationMetadata {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COMPONENT = "camel.component.ontraport";
    private static final Map<String, Class<?>> TYPES = Map.of(
            "string", String.class,
            "integer", Integer.class,
            "boolean", Boolean.class,
            "duration", java.time.Duration.class,
            "object", String.class);
    private static final Map<String, String> SANDBOX = Map.of(
            "enabled",
                    "Whether a sandbox in this process takes the place of the Ontraport account; for tests, and to try routes.",
            "exampleData", "Whether the sandbox has example data.",
            "port", "Port that the sandbox listens on, 0 for a free one.",
            "requestsPerMinute",
                    "Limit of the sandbox and of the components that use it. Without it each keeps its own, 180 by default.");
    /** Without a default, as not setting it means something else than any number. */
    private static final Map<Class<?>, Object> DEFAULTS = Map.of(int.class, 0, boolean.class, false);

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode groups = root.putArray("groups");
    private final ArrayNode properties = root.putArray("properties");
    private final ArrayNode hints = root.putArray("hints");

    static String text() {
        ConfigurationMetadata metadata = new ConfigurationMetadata();
        metadata.component();
        metadata.sandbox();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            return JSON.writer(printer).writeValueAsString(metadata.root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void component() {
        JsonNode description = read();
        group(COMPONENT, OntraportComponent.class);
        property(
                        COMPONENT + ".customizer.enabled",
                        Boolean.class,
                        "Whether these properties are passed on to the component.")
                .put("defaultValue", true);
        property(COMPONENT + ".enabled", Boolean.class, "Whether the component is configured by these properties.")
                .put("defaultValue", true);
        description
                .path("componentProperties")
                .properties()
                .forEach(option -> option(option.getKey(), option.getValue()));
    }

    private void option(String name, JsonNode option) {
        String type = option.path("type").asText();
        String key = COMPONENT + "." + DataObjectPropertyName.toDashedForm(name);
        ObjectNode property =
                property(key, TYPES.get(type), option.path("description").asText());
        if (option.has("defaultValue")) {
            property.set(
                    "defaultValue",
                    type.equals("duration")
                            ? property.textNode(TimeUtils.printDuration(
                                    option.path("defaultValue").asLong(), true))
                            : option.path("defaultValue"));
        }
        if (type.equals("object")) {
            ObjectNode provider =
                    hints.addObject().put("name", key).putArray("providers").addObject();
            provider.put("name", "spring-bean-reference")
                    .putObject("parameters")
                    .put("target", option.path("javaType").asText());
        }
    }

    private void sandbox() {
        group(OntraportSandboxProperties.PREFIX, OntraportSandboxProperties.class);
        for (RecordComponent component : OntraportSandboxProperties.class.getRecordComponents()) {
            String name = component.getName();
            ObjectNode property = property(
                    OntraportSandboxProperties.PREFIX + "." + DataObjectPropertyName.toDashedForm(name),
                    MethodType.methodType(component.getType()).wrap().returnType(),
                    Objects.requireNonNull(SANDBOX.get(name), name));
            if (DEFAULTS.containsKey(component.getType())) {
                property.putPOJO("defaultValue", DEFAULTS.get(component.getType()));
            }
        }
    }

    private void group(String name, Class<?> type) {
        groups.addObject().put("name", name).put("type", type.getName());
    }

    private ObjectNode property(String name, Class<?> type, String description) {
        return properties
                .addObject()
                .put("name", name)
                .put("type", type.getName())
                .put("description", description);
    }

    private static JsonNode read() {
        try (InputStream json =
                OntraportComponent.class.getResourceAsStream("/META-INF/io/github/camelontraport/ontraport.json")) {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
