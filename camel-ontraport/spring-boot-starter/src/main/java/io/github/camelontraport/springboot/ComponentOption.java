package io.github.camelontraport.springboot;

import io.github.camelontraport.OntraportComponent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * An option of the component, as the component's own metadata describes it.
 *
 * @param name as Camel writes it: {@code apiKey}
 * @param secret whether its value must not be shown
 * @param bean whether its value is a bean of the application, which the property names
 */
record ComponentOption(String name, boolean secret, boolean bean) {

    private static final String METADATA = "/META-INF/io/github/camelontraport/ontraport.json";

    /** All options of the component. */
    static List<ComponentOption> all() {
        Map<String, JsonObject> options = metadata().getMap("componentProperties");
        return options.entrySet().stream()
                .map(option -> of(option.getKey(), option.getValue()))
                .toList();
    }

    private static ComponentOption of(String name, JsonObject option) {
        return new ComponentOption(name, option.getBoolean("secret"), "object".equals(option.getString("type")));
    }

    /** As Spring writes it: {@code api-key}. */
    String dashedName() {
        return DataObjectPropertyName.toDashedForm(name);
    }

    private static JsonObject metadata() {
        try (Reader reader =
                new InputStreamReader(OntraportComponent.class.getResourceAsStream(METADATA), StandardCharsets.UTF_8)) {
            return (JsonObject) Jsoner.deserialize(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DeserializationException e) {
            throw new IllegalStateException("The metadata of the component is damaged: " + METADATA, e);
        }
    }
}
