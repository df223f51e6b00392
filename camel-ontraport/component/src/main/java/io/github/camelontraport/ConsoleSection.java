package io.github.camelontraport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.util.json.JsonObject;

/** A part of what the developer console shows. */
interface ConsoleSection {

    /** Ends a parameter, and not what stands in one. */
    Pattern PARAMETER = Pattern.compile("&(?=[A-Za-z]+[\\w.]*=)");

    /** The name of the array in JSON. */
    String name();

    /** The lines of the text, each with its line break. */
    List<String> text(CamelContext context);

    /** The elements of the array. */
    List<JsonObject> json(CamelContext context);

    /** A URI of Camel's normal form as people write it, but RAW values, which are not encoded. Both are without secrets. */
    static String readable(String uri) {
        return PARAMETER.splitAsStream(uri).map(ConsoleSection::decoded).collect(Collectors.joining("&"));
    }

    private static String decoded(String part) {
        try {
            return part.contains("=RAW") ? part : URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    /** The constant in the words that the console shows, such as {@code record fails}. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
