package io.github.camelontraport.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportDevConsole;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;

/** What the component shows in Camel's developer console. */
public final class DeveloperConsole {

    private DeveloperConsole() {}

    public static JsonObject json(CamelContext context) {
        return (JsonObject) console(context).call(DevConsole.MediaType.JSON);
    }

    public static String text(CamelContext context) {
        return (String) console(context).call(DevConsole.MediaType.TEXT);
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> section(CamelContext context, String name) {
        return (List<Map<String, Object>>) json(context).get(name);
    }

    private static DevConsole console(CamelContext context) {
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("ontraport");
        assertThat(console).as("found by its name").isInstanceOf(OntraportDevConsole.class);
        return console;
    }
}
