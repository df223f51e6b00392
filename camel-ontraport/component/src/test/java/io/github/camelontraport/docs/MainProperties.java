package io.github.camelontraport.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.main.Main;
import org.apache.camel.util.StringHelper;

/** Properties of Camel Main for which the catalog has no check. */
final class MainProperties {

    private static final String METADATA = "/META-INF/camel-main-configuration-metadata.json";
    private static final List<String> GROUPS =
            List.of("camel.ssl.", "camel.server.", "camel.management.", "camel.metrics.");

    private MainProperties() {}

    /** Whether a property is one of these, known or not. */
    static boolean covers(String property) {
        return GROUPS.stream().anyMatch(property::startsWith);
    }

    /** Whether Camel Main has a property of that name, with dashes or in camel case. */
    static boolean knows(String property) throws IOException {
        try (InputStream metadata = Main.class.getResourceAsStream(METADATA)) {
            JsonNode properties =
                    JsonMapper.builder().build().readTree(metadata).get("properties");
            return properties.findValuesAsText("name").contains(StringHelper.dashToCamelCase(property));
        }
    }
}
