package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one call was told: by headers, which win, by options, and by the message body. Values are read into their
 * form when asked for.
 */
public final class ParameterValues {

    private final Map<Parameter, Object> headers;
    private final Map<Parameter, Object> options;
    private final Set<Parameter> leftAlone;
    private final Object body;
    private final Fixed fixed;

    /**
     * What only the endpoint can say, so that no message changes it.
     *
     * @param streaming     whether reading many gives an iterator
     * @param allowAll      whether deleteAll without any selection empties the type
     * @param failOnDecline whether a declined card is an error
     * @param pageSize      rows to a page, 1 to 50
     * @param joining       whether requests of concurrent exchanges are joined
     */
    public record Fixed(boolean streaming, boolean allowAll, boolean failOnDecline, int pageSize, boolean joining) {}

    /**
     * @param headers   values by message headers, without nulls
     * @param options   values by endpoint options, without nulls
     * @param leftAlone headers that the message has but the operation does not read, or that have no value
     * @param body      the message body; {@code null} for none
     */
    public ParameterValues(
            Map<Parameter, Object> headers,
            Map<Parameter, Object> options,
            Set<Parameter> leftAlone,
            Object body,
            Fixed fixed) {
        this.headers = copy(headers);
        this.options = copy(options);
        this.leftAlone = Set.copyOf(leftAlone);
        this.body = body;
        this.fixed = fixed;
    }

    /** Values by the options of an endpoint alone. */
    public static ParameterValues ofOptions(Map<Parameter, Object> options, Fixed fixed) {
        return new ParameterValues(Map.of(), options, Set.of(), null, fixed);
    }

    /** These options, with what a message gives. The parameters are those of the constructor. */
    public ParameterValues with(Map<Parameter, Object> given, Set<Parameter> notRead, Object content) {
        return new ParameterValues(given, options, notRead, content, fixed);
    }

    private static Map<Parameter, Object> copy(Map<Parameter, Object> values) {
        Map<Parameter, Object> copy = new EnumMap<>(Parameter.class);
        copy.putAll(values);
        return copy;
    }

    public Object body() {
        return body;
    }

    public Fixed fixed() {
        return fixed;
    }

    /** Headers that are there for some other operation, or without a value. */
    Set<Parameter> leftAlone() {
        return leftAlone;
    }

    public boolean has(Parameter input) {
        return headers.containsKey(input) || options.containsKey(input);
    }

    /** The options that were set. */
    public Set<Parameter> optionsSet() {
        return options.isEmpty() ? EnumSet.noneOf(Parameter.class) : EnumSet.copyOf(options.keySet());
    }

    /** Reads every option into its form, so that a wrong one is found before any message comes. */
    public void checkOptions() {
        options.forEach((input, value) -> input.read(value, "Option " + input.option()));
    }

    /** Those of the alternatives that are given: by header if any is, otherwise by option. */
    List<Parameter> given(Parameter... alternatives) {
        List<Parameter> byHeader =
                List.of(alternatives).stream().filter(headers::containsKey).toList();
        return byHeader.isEmpty()
                ? List.of(alternatives).stream().filter(options::containsKey).toList()
                : byHeader;
    }

    /** The one of the alternatives that is given, as {@link #given}; empty when none is. */
    public Optional<Parameter> oneOf(Parameter... alternatives) {
        List<Parameter> given = given(alternatives);
        if (given.size() > 1) {
            throw new InvalidInputException(
                    "Give only one of " + given.stream().map(Parameter::option).toList());
        }
        return given.stream().findFirst();
    }

    Optional<Object> value(Parameter input) {
        Object given = headers.getOrDefault(input, options.get(input));
        return Optional.ofNullable(given).map(value -> input.read(value, where(input)));
    }

    /** What gives the input, for error messages. */
    String where(Parameter input) {
        return headers.containsKey(input) ? "Header " + input.header() : "Option " + input.option();
    }

    public Optional<String> text(Parameter input) {
        return value(input).map(String.class::cast);
    }

    public Optional<Long> number(Parameter input) {
        return value(input).map(Long.class::cast);
    }

    public boolean flag(Parameter input) {
        return value(input).map(Boolean.class::cast).orElse(false);
    }

    public Optional<Condition> condition() {
        return value(Parameter.CONDITION).map(Condition.class::cast);
    }

    @SuppressWarnings("unchecked")
    public List<String> list(Parameter input) {
        return (List<String>) value(input).orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    public List<Long> ids(Parameter input) {
        return (List<Long>) value(input).orElse(List.of());
    }

    /** Entries of option and header together; the header's win. */
    @SuppressWarnings("unchecked")
    public Map<String, String> map(Parameter input) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (options.containsKey(input)) {
            entries.putAll((Map<String, String>) input.read(options.get(input), "Option " + input.option()));
        }
        if (headers.containsKey(input)) {
            entries.putAll((Map<String, String>) input.read(headers.get(input), "Header " + input.header()));
        }
        return entries;
    }
}
