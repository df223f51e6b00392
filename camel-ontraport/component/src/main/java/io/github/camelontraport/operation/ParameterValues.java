package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.value.name.IdOrName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The parameters of one message: its headers, which win, the endpoint's options, and the body. Values are parsed when they
 * are read.
 */
public final class ParameterValues {

    private final Map<Parameter, Object> headers;
    private final Map<Parameter, Object> options;
    private final Set<Parameter> ignoredHeaders;
    private final ReadOnce body;
    private final EndpointOnlyOptions fixed;
    /** Values that replace what headers and options give. */
    private final Map<Parameter, Object> replaced;

    /**
     * @param headers        values of message headers, without nulls
     * @param options        values of endpoint options, without nulls
     * @param ignoredHeaders headers that the message has but the operation does not read, or that have no value
     * @param body           reads the message body when it is first needed; gives {@code null} for none
     */
    public ParameterValues(
            Map<Parameter, Object> headers,
            Map<Parameter, Object> options,
            Set<Parameter> ignoredHeaders,
            Supplier<Object> body,
            EndpointOnlyOptions fixed) {
        this(copy(headers), copy(options), Set.copyOf(ignoredHeaders), new ReadOnce(body), fixed, Map.of());
    }

    /** Takes maps and sets that nobody changes any more. */
    private ParameterValues(
            Map<Parameter, Object> headers,
            Map<Parameter, Object> options,
            Set<Parameter> ignoredHeaders,
            ReadOnce body,
            EndpointOnlyOptions fixed,
            Map<Parameter, Object> replaced) {
        this.headers = headers;
        this.options = options;
        this.ignoredHeaders = ignoredHeaders;
        this.body = body;
        this.fixed = fixed;
        this.replaced = replaced;
    }

    /** Values of endpoint options alone. */
    public static ParameterValues ofOptions(Map<Parameter, Object> options, EndpointOnlyOptions fixed) {
        return new ParameterValues(Map.of(), options, Set.of(), () -> null, fixed);
    }

    /** These options with headers and body of a message, as in the constructor. */
    public ParameterValues with(Map<Parameter, Object> given, Set<Parameter> ignored, Supplier<Object> content) {
        return new ParameterValues(copy(given), options, Set.copyOf(ignored), new ReadOnce(content), fixed, Map.of());
    }

    /** The same parameters, of which some have other values: in the form of {@link #value}. */
    public ParameterValues replacing(Map<Parameter, Object> parsed) {
        Map<Parameter, Object> all = new EnumMap<>(Parameter.class);
        all.putAll(replaced);
        all.putAll(parsed);
        return new ParameterValues(headers, options, ignoredHeaders, body, fixed, all);
    }

    private static Map<Parameter, Object> copy(Map<Parameter, Object> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        Map<Parameter, Object> copy = new EnumMap<>(Parameter.class);
        copy.putAll(values);
        return copy;
    }

    /** The message body; {@code null} for none. It is read when it is first asked for. */
    public Object body() {
        return body.get();
    }

    public EndpointOnlyOptions fixed() {
        return fixed;
    }

    /** Headers that the operation does not read, or that have no value. */
    public Set<Parameter> ignoredHeaders() {
        return ignoredHeaders;
    }

    public boolean has(Parameter parameter) {
        return headers.containsKey(parameter) || options.containsKey(parameter);
    }

    public boolean hasHeader(Parameter parameter) {
        return headers.containsKey(parameter);
    }

    /** The options that were set. */
    public Set<Parameter> optionsSet() {
        return Collections.unmodifiableSet(options.keySet());
    }

    /** Parses every option, so that a wrong one is found at start. */
    public void checkOptions() {
        options.forEach((parameter, value) -> parameter.parse(value, "Option " + parameter.option(), fixed.encoder()));
    }

    /** Those of the alternatives that are given: by header if any is, otherwise by option. */
    public List<Parameter> given(Parameter... alternatives) {
        List<Parameter> byHeader = in(headers, alternatives);
        return byHeader.isEmpty() ? in(options, alternatives) : byHeader;
    }

    private static List<Parameter> in(Map<Parameter, Object> values, Parameter... alternatives) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<Parameter> found = new ArrayList<>(alternatives.length);
        for (Parameter alternative : alternatives) {
            if (values.containsKey(alternative)) {
                found.add(alternative);
            }
        }
        return List.copyOf(found);
    }

    /** The one of the alternatives that is given, as {@link #given}; empty when none is. */
    public Optional<Parameter> oneOf(Parameter... alternatives) {
        List<Parameter> given = given(alternatives);
        if (given.size() > 1) {
            throw new InvalidInputException(
                    "Give only one of " + given.stream().map(Parameter::option).toList());
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(0));
    }

    /** The parsed value; empty when the parameter is not given. */
    public Optional<Object> value(Parameter parameter) {
        Object replacement = replaced.get(parameter);
        if (replacement != null) {
            return Optional.of(replacement);
        }
        Object given = headers.getOrDefault(parameter, options.get(parameter));
        return given == null
                ? Optional.empty()
                : Optional.ofNullable(parameter.parse(given, source(parameter), fixed.encoder()));
    }

    /** What gives the parameter, for error messages. */
    public String source(Parameter parameter) {
        return hasHeader(parameter) ? "Header " + parameter.header() : "Option " + parameter.option();
    }

    public Optional<String> text(Parameter parameter) {
        return value(parameter).map(String.class::cast);
    }

    public Optional<Long> number(Parameter parameter) {
        return value(parameter).map(Long.class::cast);
    }

    public boolean flag(Parameter parameter) {
        return value(parameter).map(Boolean.class::cast).orElse(false);
    }

    public Optional<Condition> condition() {
        return value(Parameter.CONDITION).map(Condition.class::cast);
    }

    @SuppressWarnings("unchecked")
    public List<String> list(Parameter parameter) {
        return (List<String>) value(parameter).orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    public List<Long> ids(Parameter parameter) {
        return (List<Long>) value(parameter).orElse(List.of());
    }

    /** The records that a parameter names, by id or by name; empty when the parameter is not given. */
    @SuppressWarnings("unchecked")
    public List<IdOrName> references(Parameter parameter) {
        return (List<IdOrName>) value(parameter).orElse(List.of());
    }

    /** The ids of the records that a parameter names. Their names have been resolved before the operation began. */
    public List<Long> referencedIds(Parameter parameter) {
        return references(parameter).stream()
                .map(reference -> Objects.requireNonNull(reference.id(), () -> "unresolved: " + reference))
                .toList();
    }

    /** These values, with ids in place of what gave the parameter. */
    public ParameterValues withIds(Parameter parameter, List<Long> ids) {
        List<IdOrName> references =
                ids.stream().map(id -> new IdOrName(id, null)).toList();
        return replacing(Map.of(parameter, references));
    }

    /** Entries of option and header together; the header's win. */
    public Map<String, String> map(Parameter parameter) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (options.containsKey(parameter)) {
            entries.putAll(map(parameter, options.get(parameter), "Option " + parameter.option()));
        }
        if (headers.containsKey(parameter)) {
            entries.putAll(map(parameter, headers.get(parameter), "Header " + parameter.header()));
        }
        return entries;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> map(Parameter parameter, Object value, String source) {
        return (Map<String, String>) parameter.parse(value, source, fixed.encoder());
    }

    /** Keeps the body, as a stream can be read only once. */
    private static final class ReadOnce implements Supplier<Object> {

        private Supplier<Object> source;
        private Object body;

        ReadOnce(Supplier<Object> source) {
            this.source = source;
        }

        @Override
        public synchronized Object get() {
            if (source != null) {
                body = source.get();
                source = null;
            }
            return body;
        }
    }
}
