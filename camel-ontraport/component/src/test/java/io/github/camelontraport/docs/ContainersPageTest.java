package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConfiguration;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.support.Containerfile;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

/** What docs/sandbox.md shows for container engines fits the Containerfile, and configures the component. */
class ContainersPageTest {

    private static final String SANDBOX = "ontraport-sandbox";

    @Test
    void composeFits() throws Exception {
        JsonNode services = documents("services:").get(0).get("services");
        JsonNode sandbox = services.get(SANDBOX);
        Map<String, String> environment = new HashMap<>();
        services.at("/application/environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));

        assertThat(Documents.ROOT.resolve(sandbox.get("build").asText()).resolve("Containerfile"))
                .exists();
        String port = Containerfile.read().argument("EXPOSE");
        assertThat(sandbox.at("/ports/0").asText()).isEqualTo("127.0.0.1:" + port + ":" + port);
        assertThat(sandbox.at("/volumes/0").asText()).endsWith(":" + dataFolder());
        assertConnects(environment);
    }

    @Test
    void kubernetesFits() throws Exception {
        List<JsonNode> objects = documents("apiVersion:");
        JsonNode container = objects.get(0).at("/spec/template/spec/containers/0");
        Map<String, String> environment = new HashMap<>();
        objects.get(2)
                .at("/spec/template/spec/containers/0/env")
                .forEach(variable -> environment.put(
                        variable.get("name").asText(), variable.get("value").asText()));

        String port = Containerfile.read().argument("EXPOSE");
        assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(port);
        assertThat(container.at("/readinessProbe/httpGet/port").asText()).isEqualTo(port);
        assertThat(container.at("/volumeMounts/0/mountPath").asText()).isEqualTo(dataFolder());
        assertThat(container.at("/volumeMounts/0/name"))
                .isEqualTo(objects.get(0).at("/spec/template/spec/volumes/0/name"));
        assertThat(objects.get(0).at("/spec/template/metadata/labels"))
                .isEqualTo(objects.get(1).at("/spec/selector"))
                .isEqualTo(objects.get(0).at("/spec/selector/matchLabels"));
        assertThat(objects.get(1).at("/spec/ports/0/port").asText()).isEqualTo(port);
        assertThat(objects.get(1).at("/metadata/name").asText()).isEqualTo(SANDBOX);
        assertConnects(environment);
    }

    /** With the properties of the page, the variables lead to the sandbox of the Containerfile. */
    private static void assertConnects(Map<String, String> environment) throws Exception {
        String properties = block("camel.component.ontraport.baseUrl={{env:");
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            assertThat(properties).contains("{{env:" + variable.getKey());
            properties = properties.replaceAll("\\{\\{env:" + variable.getKey() + "(:[^}]*)?}}", variable.getValue());
        }
        assertThat(properties).doesNotContain("{{");
        Properties options = new Properties();
        options.load(new StringReader(properties));
        Main main = new Main();
        options.stringPropertyNames().forEach(name -> main.addInitialProperty(name, options.getProperty(name)));
        main.start();
        try (OntraportSandbox sandbox = OntraportSandbox.builder().http(false).start()) {
            OntraportConfiguration account = main.getCamelContext()
                    .getComponent("ontraport", OntraportComponent.class)
                    .getConfiguration();
            URI baseUrl = URI.create(account.getBaseUrl());
            assertThat(baseUrl.getHost()).isEqualTo(SANDBOX);
            assertThat(baseUrl.getPort()).hasToString(Containerfile.read().argument("EXPOSE"));
            assertThat(account.isAllowInsecureHttp()).isTrue();
            assertThat(account.getApiKey()).isEqualTo(sandbox.apiKey());
            assertThat(account.getAppId()).isEqualTo(sandbox.appId());
        } finally {
            main.stop();
        }
    }

    private static String dataFolder() throws IOException {
        return Path.of(Containerfile.read().option("--data")).getParent().toString();
    }

    private static List<JsonNode> documents(String beginning) throws IOException {
        YAMLMapper yaml = YAMLMapper.builder().build();
        return yaml.readerFor(JsonNode.class)
                .<JsonNode>readValues(block(beginning))
                .readAll();
    }

    private static String block(String beginning) {
        return Block.of(Documents.ROOT.resolve("docs/sandbox.md")).stream()
                .map(Block::text)
                .filter(block -> block.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
