package io.github.camelontraport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.util.json.JsonObject;

/** A part of what the developer console shows. */
interface ConsoleSection {

    /** The name of the array in JSON. */
    String name();

    /** The lines of the text, each with its line break. */
    List<String> text(CamelContext context);

    /** The elements of the array. */
    List<JsonObject> json(CamelContext context);

    /** A URI of Camel's normal form as people write it: conditions are hard to read in percent-encoding. */
    static String readable(String uri) {
        try {
            return URLDecoder.decode(uri, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    /** The Ontraport components of the context, by name. */
    static List<OntraportComponent> components(CamelContext context) {
        return context.getComponentNames().stream()
                .sorted()
                .map(context::hasComponent)
                .filter(OntraportComponent.class::isInstance)
                .map(OntraportComponent.class::cast)
                .toList();
    }
}
