package io.github.camelontraport.docs;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.operation.rule.RuleKind;
import io.github.camelontraport.poll.PollEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the documents that the code already knows, by the name in their marker. */
final class Tables {

    static final Map<String, Supplier<String>> BY_NAME = Map.ofEntries(
            entry("component-options", () -> options("componentProperties", label -> true)),
            entry("common-options", () -> options("properties", label -> !label.matches(".*(consumer|producer).*"))),
            entry(
                    "consumer-options",
                    () -> options(
                            "properties",
                            label -> label.contains("consumer")
                                    && !label.contains("scheduler")
                                    && !label.contains("webhook"))),
            entry("webhook-options", () -> options("properties", label -> label.contains("webhook"))),
            entry("producer-options", () -> options("properties", label -> label.contains("producer"))),
            entry("scheduler-options", () -> options("properties", label -> label.contains("scheduler"))),
            entry("headers-in", () -> headers((header, label) -> instructs(header))),
            entry("headers-out", () -> headers((header, label) -> !instructs(header) && !label.equals("consumer"))),
            entry(
                    "headers-consumer",
                    () -> headers((header, label) -> !instructs(header) && !label.equals("producer"))),
            entry("operations", Tables::operations),
            entry("bodies", OperationExamples::bodies),
            entry("operation-examples", OperationExamples::page),
            entry("object-types", Tables::objectTypes),
            entry("message-parameters", MessageAndRuleTables::messageParameters),
            entry("rule-events", () -> MessageAndRuleTables.elements(RuleKind.EVENT)),
            entry("rule-conditions", () -> MessageAndRuleTables.elements(RuleKind.CONDITION)),
            entry("rule-actions", () -> MessageAndRuleTables.elements(RuleKind.ACTION)),
            entry("rule-parameters", MessageAndRuleTables::ruleParameters));

    private static final String METADATA = "/META-INF/io/github/camelontraport/ontraport.json";
    private static final int LONG = 300;

    private record DurationUnit(String name, long millis) {}

    /** The largest first. */
    private static final List<DurationUnit> DURATION_UNITS = List.of(
            new DurationUnit("d", 86_400_000),
            new DurationUnit("h", 3_600_000),
            new DurationUnit("m", 60_000),
            new DurationUnit("s", 1_000),
            new DurationUnit("ms", 1));

    private Tables() {}

    static String version() {
        return metadata("component").path("version").asText();
    }

    private static String options(String section, Predicate<String> wanted) {
        return table(
                List.of("Name", "Description", "Default", "Type"),
                metadata(section).properties().stream()
                        .filter(option ->
                                wanted.test(option.getValue().path("label").asText()))
                        .sorted(Comparator.comparingInt(
                                option -> option.getValue().path("index").asInt()))
                        .map(option -> List.of(
                                code(option.getKey()) + (isTrue(option, "required") ? " (required)" : ""),
                                description(option.getValue()
                                                .path("description")
                                                .asText())
                                        + values(option.getValue())
                                        + (isTrue(option, "secret") ? " Secret." : ""),
                                defaultValue(option.getValue()),
                                type(option.getValue()))));
    }

    private static String headers(BiPredicate<String, String> wanted) {
        return table(
                List.of("Name", "Description", "Type"),
                metadata("headers").properties().stream()
                        .filter(header -> wanted.test(
                                header.getKey(), header.getValue().path("label").asText()))
                        .map(header -> List.of(
                                code(header.getKey()),
                                description(capital(header.getValue()
                                                .path("description")
                                                .asText()
                                                .replaceFirst("^Out[:,] ", "")
                                                .replaceFirst(" Removed after success\\.$", "")))
                                        + values(header.getValue()),
                                type(header.getValue()))));
    }

    private static boolean instructs(String header) {
        return header.equals("CamelOntraportOperation")
                || Arrays.stream(Parameter.values())
                        .anyMatch(input -> input.header().equals(header));
    }

    private static String operations() {
        Set<String> options = new TreeSet<>();
        metadata("properties").fieldNames().forEachRemaining(options::add);
        return table(
                List.of(
                        "Operation",
                        "API call",
                        "Options it reads, or headers of the same name",
                        "Repeated when the outcome is unknown"),
                Operations.all().stream()
                        .map(row -> List.of(
                                code(row.name()),
                                calls(row),
                                reads(row, options),
                                row.retryRule().description())));
    }

    /** The calls of a row, those with one method together. */
    private static String calls(Operation row) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        row.calls().forEach(call -> paths.computeIfAbsent(call.method(), method -> new ArrayList<>())
                .add(call.path()));
        return row.isRaw()
                ? "any"
                : paths.entrySet().stream()
                        .map(call -> call.getKey() + " " + String.join(", ", call.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String reads(Operation row, Set<String> options) {
        return row.parameters().stream()
                .sorted()
                .map(input -> code(options.contains(input.option()) ? input.option() : input.header()))
                .collect(Collectors.joining(", "));
    }

    private static String objectTypes() {
        List<ObjectType> types = ObjectTypes.names().stream()
                .map(name -> ObjectTypes.find(name).orElseThrow())
                .distinct()
                .sorted(Comparator.comparingInt(ObjectType::id))
                .toList();
        List<Operation> ofTypes = Operations.all().stream()
                .filter(row -> row.capability().isPresent())
                .toList();
        List<Operation> always = ofTypes.stream()
                .filter(row -> types.stream().allMatch(type -> allows(type, row)))
                .toList();
        List<PollEvent> polled = events(event -> types.stream().allMatch(event::supports));
        return "Possible with every type: " + names(always) + ".\nEvents of every type: " + eventNames(polled) + ".\n\n"
                + table(
                        List.of("Name in the URI", "Type id", "Also possible", "Further events", "To know"),
                        types.stream()
                                .map(type -> List.of(
                                        type.plural() + aliases(type),
                                        Integer.toString(type.id()),
                                        names(ofTypes.stream()
                                                .filter(row -> !always.contains(row) && allows(type, row))
                                                .toList()),
                                        eventNames(events(event -> !polled.contains(event) && event.supports(type))),
                                        remarks(type))));
    }

    private static List<PollEvent> events(Predicate<PollEvent> wanted) {
        return Arrays.stream(PollEvent.values()).filter(wanted).toList();
    }

    private static String eventNames(List<PollEvent> events) {
        return events.stream().map(event -> code(event.option())).collect(Collectors.joining(", "));
    }

    private static boolean allows(ObjectType type, Operation row) {
        return row.isPossibleWith(type);
    }

    private static String names(List<Operation> rows) {
        return rows.stream().map(row -> code(row.name())).collect(Collectors.joining(", "));
    }

    private static String aliases(ObjectType type) {
        return ObjectTypes.names().stream()
                .filter(name -> !name.equals(type.plural()))
                .filter(name -> ObjectTypes.find(name).orElseThrow().id() == type.id())
                .map(name -> ", " + name)
                .collect(Collectors.joining());
    }

    private static String remarks(ObjectType type) {
        List<String> remarks = new ArrayList<>();
        if (!type.idField().equals("id")) {
            remarks.add("its id is in the field " + code(type.idField()));
        }
        if (type.mergeKey() != null) {
            remarks.add("upsert merges by " + code(type.mergeKey()));
        }
        if (type.readAtOwnPaths()) {
            remarks.add("read at " + code(type.recordPath()) + " and " + code(type.collectionPath()));
        }
        if (type.formEncoded()) {
            remarks.add("written as a form at " + code(type.createPath()));
        }
        return String.join("; ", remarks);
    }

    private static JsonNode metadata(String section) {
        try (InputStream json = Tables.class.getResourceAsStream(METADATA)) {
            return JsonMapper.builder().build().readTree(json).path(section);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTrue(Map.Entry<String, JsonNode> option, String property) {
        return option.getValue().path(property).asBoolean();
    }

    /** Camel's own options come with whole paragraphs; their first sentence is enough here. Camel speaks of files in any poll. */
    private static String description(String text) {
        String cell = text.replace("|", "\\|")
                .replace("did not poll any files", "found nothing to deliver")
                .replaceAll("\\s+", " ");
        return cell.length() <= LONG ? cell : cell.substring(0, cell.indexOf(". ") + 1);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String values(JsonNode option) {
        List<String> values = new ArrayList<>();
        option.path("enum").forEach(value -> values.add(code(value.asText())));
        return values.isEmpty() ? "" : " Values: " + String.join(", ", values) + ".";
    }

    private static String defaultValue(JsonNode option) {
        String value = option.path("defaultValue").asText();
        if (value.isEmpty()) {
            return "";
        }
        return code(option.path("type").asText().equals("duration") ? duration(Long.parseLong(value)) : value);
    }

    /** As people write it, in the largest unit that fits. */
    private static String duration(long millis) {
        if (millis == 0) {
            return "0";
        }
        return DURATION_UNITS.stream()
                .filter(unit -> millis % unit.millis() == 0)
                .findFirst()
                .map(unit -> millis / unit.millis() + unit.name())
                .orElseThrow();
    }

    private static String type(JsonNode option) {
        String type = option.path("type").asText();
        String javaType = option.path("javaType").asText();
        if (!type.isEmpty() && !type.equals("object")) {
            return type;
        }
        String simple = javaType.replaceAll("[a-z0-9]+\\.", "");
        // Angle brackets outside of code are HTML.
        return simple.contains("<") ? code(simple) : simple;
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    static String table(List<String> heads, Stream<List<String>> rows) {
        String line = heads.stream().map(head -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return row(heads) + line + rows.map(Tables::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
