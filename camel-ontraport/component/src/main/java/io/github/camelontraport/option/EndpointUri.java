package io.github.camelontraport.option;

import io.github.camelontraport.api.InvalidInputException;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.util.URISupport;

/**
 * An endpoint URI as an application writes it, and what Camel's normal form of it means. Camel finds endpoints by the normal
 * form, in which a plus of a plain value is a blank and {@code %41} is an {@code A}. Only where both mean the same does a
 * value arrive as it is written. Recipient lists and the like give components the normal form alone, which an application
 * can also have written.
 *
 * @param normalized the URI in Camel's normal form
 * @param written    the options as they are written
 * @param options    the options as Camel's normal form means them
 * @param encoded    the options, if the URI comes from another component, which has encoded them
 * @param ambiguous  whether the URI can be written by an application as well as by Camel
 */
public record EndpointUri(
        String normalized,
        Map<String, Object> written,
        Map<String, Object> options,
        Map<String, Object> encoded,
        boolean ambiguous) {

    /** A URI without options. */
    public static final EndpointUri EMPTY = new EndpointUri("", Map.of(), Map.of(), Map.of(), false);

    private static final String WITH_SLASHES = "(?s)[^:?]*://.*";

    /** Of a URI as Camel hands it to components. */
    public static EndpointUri parse(String uri) throws URISyntaxException {
        return isNormalForm(uri) ? parseAmbiguous(uri) : parseWritten(uri);
    }

    /** Camel's normal form stays the same when it is normalised again, except percent signs in RAW, which get longer. */
    private static boolean isNormalForm(String uri) throws URISyntaxException {
        if (!uri.matches(WITH_SLASHES)) {
            return false;
        }
        String query = query(uri);
        String before = uri.substring(0, uri.length() - query.length()) + UriQuery.unescapedRaw(query);
        return URISupport.normalizeUri(before).equals(uri);
    }

    private static EndpointUri parseAmbiguous(String uri) {
        Map<String, Object> options = UriQuery.encoded(query(uri));
        Map<String, Object> written = new LinkedHashMap<>(UriQuery.written(query(uri)));
        written.replaceAll((option, value) ->
                EncodedOptions.isCertainlyEncoded(option, value) ? options.getOrDefault(option, value) : value);
        return new EndpointUri(uri, written, options, options, true);
    }

    /** Of a URI as an application writes it. */
    public static EndpointUri parseWritten(String uri) throws URISyntaxException {
        String query = query(uri);
        String normalized = URISupport.normalizeUri(uri);
        return new EndpointUri(
                normalized,
                UriQuery.written(query),
                UriQuery.normalized(query(normalized)),
                // A component that wraps the endpoint escapes as Camel's normal form does.
                UriQuery.normalized(query),
                false);
    }

    private static String query(String uri) {
        String query = URISupport.extractQuery(uri);
        return query == null ? "" : query;
    }

    /** The first option that is given more than once. */
    public Optional<String> repeatedOption() {
        return options.keySet().stream()
                .filter(option -> options.get(option) instanceof List)
                .findFirst();
    }

    /** The first option whose value would not arrive as it is written. */
    public Optional<String> changedOption() {
        return changedOptions().findFirst();
    }

    private Stream<String> changedOptions() {
        return written.keySet().stream().filter(option -> !written.get(option).equals(options.get(option)));
    }

    /**
     * Whether another component that wraps this endpoint, such as webhook or master, can have encoded the changed options.
     * Then their {@link #encoded} values count.
     */
    public boolean isPossiblyEncoded() {
        return changedOptions()
                .allMatch(option -> written.get(option) instanceof String text
                        && encoded.get(option) instanceof String value
                        && text.equals(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    /** Why a changed option is refused. */
    public InvalidInputException refusal(String option, boolean secret) {
        if (ambiguous && !secret) {
            return new InvalidInputException("Option " + option + ": recipient lists, enrichers and toD encode a URI"
                    + " before this component gets it, and " + written.get(option) + " can be such an encoded value or"
                    + " the value itself. Write it as " + rawForms(option));
        }
        Optional<String> raw = secret ? Optional.of("RAW(...)") : rawForm(String.valueOf(written.get(option)));
        return new InvalidInputException(
                "Option " + option + ": Camel reads + in a URI as a blank and % before two digits"
                        + " as an encoded character, so the value would not arrive as it is written. "
                        + raw.map(form -> "Write it as " + form)
                                .orElse("No URI can hold it; give it in a header or in the body"));
    }

    private String rawForms(String option) {
        return Stream.of(options.get(option), written.get(option))
                .flatMap(value -> rawForm(String.valueOf(value)).stream())
                .collect(Collectors.joining(", or as "));
    }

    /** Whether a value changes when a recipient list or the like hands over the normal form. */
    public boolean changesInNormalForm() throws URISyntaxException {
        return changedOption().isPresent() || parse(normalized).changedOption().isPresent();
    }

    /** The URI with values written so that they arrive when Camel normalises it. */
    public String arriving() {
        return URISupport.stripQuery(normalized).replaceFirst("://", ":")
                + written.entrySet().stream()
                        .flatMap(option -> values(option.getValue())
                                .map(value -> option.getKey() + "=" + arriving(option.getKey(), value)))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Stream<String> values(Object value) {
        return value instanceof List<?> several ? several.stream().map(String::valueOf) : Stream.of((String) value);
    }

    private static String arriving(String option, String value) {
        return arrives(value, value)
                ? value
                : rawForm(value)
                        .orElseThrow(() -> new InvalidInputException("Option " + option
                                + ": no URI can hold its value; give it in a header or in the body"));
    }

    /** How a value is written so that it arrives; empty when no URI can hold it. */
    static Optional<String> rawForm(String value) {
        return Stream.of("RAW(" + value + ")", "RAW{" + value + "}")
                .filter(raw -> !raw.contains(PropertiesComponent.PREFIX_TOKEN) && arrives(raw, value))
                .findFirst();
    }

    private static boolean arrives(String text, String value) {
        try {
            EndpointUri uri = parseWritten("ontraport:contacts?option=" + text + "&other=x");
            Map<String, Object> expected = Map.of("option", value, "other", "x");
            EndpointUri normalForm = parse(uri.normalized);
            return uri.written.equals(expected)
                    && uri.options.equals(expected)
                    && normalForm.written.equals(expected)
                    && normalForm.options.equals(expected);
        } catch (URISyntaxException | InvalidInputException e) {
            return false;
        }
    }
}
