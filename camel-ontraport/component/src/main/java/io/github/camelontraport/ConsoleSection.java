package io.github.camelontraport;

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
