package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Refuses options that an endpoint does not have, with what was probably meant: an option with a similar name, one of the
 * component or of Camel's webhook component, or a value with an ampersand that wants RAW(...).
 *
 * @param options           names of the endpoint's options
 * @param isComponentOption whether the component has an option of this name
 * @param component         name of the component
 */
record UnknownOptions(Collection<String> options, Predicate<String> isComponentOption, String component) {

    /** Options of Camel's webhook component. */
    private static final Set<String> OF_CAMELS_WEBHOOK = Set.of(
            "webhookAutoRegister", "webhookBasePath", "webhookComponentName", "webhookExternalUrl", "webhookPath");

    InvalidInputException refusal(Map<String, Object> unknown) {
        return new InvalidInputException("Unknown option "
                + new TreeMap<>(unknown)
                        .entrySet().stream()
                                .map(option -> "'" + option.getKey() + "'." + hint(option.getKey(), option.getValue()))
                                .collect(Collectors.joining(" ")));
    }

    private String hint(String name, Object value) {
        if (isComponentOption.test(name)) {
            return " It is one for all endpoints: set it on the component, as camel.component." + component + "."
                    + name;
        }
        if (OF_CAMELS_WEBHOOK.contains(name)) {
            return " It is an option of webhooks: from(\"webhook:ontraport:contacts?...\")";
        }
        return name.matches("[\\w.-]+") && !"".equals(value)
                ? Suggestions.hint(name.replace("automation", "campaign"), options)
                : " Is it part of a value with & in it? Write the value as RAW(value)";
    }
}
