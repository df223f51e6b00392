package io.github.camelontraport.value.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.time.ManualTimeSource;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.field.FieldKind;
import io.github.camelontraport.value.field.FieldMetadata;
import io.github.camelontraport.value.field.FieldMetadataCache;
import io.github.camelontraport.value.field.TypeMetadata;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read can be written back unchanged, whatever the account calls its fields and options. */
class RecordMapperPropertyTest {

    private static final List<String> TYPES = List.of(
            "text",
            "longtext",
            "numeric",
            "price",
            "check",
            "drop",
            "list",
            "fulldate",
            "timestamp",
            "parent",
            "country",
            "state",
            "phone",
            "sms",
            "email",
            "address",
            "url",
            "image",
            "mergefield",
            "subscription");
    /** Few, so that labels and keys meet often. */
    private static final List<String> LABELS = List.of(
            "Colour",
            "Colour ",
            "f1",
            "id",
            "Say \"no\", 'yes'",
            "🌤 <b>HTML</b> &amp;",
            "",
            "unique_id",
            "2",
            "E-mail");

    private static final List<String> ZONES = List.of("UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia");

    /** A field of an account, and a value that a record has in it. */
    record Field(String label, String type, Map<String, String> options, String value) {}

    @Property(tries = 500)
    void readingAndWritingChangesNothing(
            @ForAll("fields") List<Field> fields,
            @ForAll("zones") ZoneId zone,
            @ForAll FieldFormat format,
            @ForAll FieldNaming naming) {
        TypeMetadata metadata = TypeMetadata.parse(metadata(fields));
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            record.put("f" + i, value(fields.get(i), zone));
        }
        RecordMapper mapper = mapper(metadata, new RecordFormat(format, naming, UnknownFields.fail, zone));

        Map<String, Object> read = mapper.read(record).toCompletableFuture().join();
        ObjectNode written = new ValueEncoder(zone)
                .record(mapper.write(read).toCompletableFuture().join());

        assertThat(read).hasSameSizeAs(record);
        record.forEach((key, value) -> {
            FieldMetadata field = metadata.field(key).orElseThrow();
            assertThat(normal(field, written.path(key).asText()))
                    .as("%s, read as %s", field, read)
                    .isEqualTo(normal(field, (String) value));
        });
    }

    /** The record has an option that the field no longer has. */
    @Example
    void anIdThatIsTheLabelOfAnotherOptionIsWrittenBack() {
        Field colour = new Field("Colour", "drop", Map.of("0", "2"), "2");

        for (FieldNaming naming : FieldNaming.values()) {
            readingAndWritingChangesNothing(List.of(colour), ZoneId.of("UTC"), FieldFormat.raw, naming);
        }
    }

    private static RecordMapper mapper(TypeMetadata metadata, RecordFormat format) {
        return new RecordMapper(
                new MappingContext(format),
                ObjectTypes.find("contacts").orElseThrow(),
                new MetadataSource(
                        new FieldMetadataCache(new ManualTimeSource()),
                        () -> CompletableFuture.completedFuture(metadata),
                        Runnable::run),
                (name, source) -> CompletableFuture.failedFuture(new AssertionError("No owner is looked up")));
    }

    private static JsonNode metadata(List<Field> fields) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.size(); i++) {
            ObjectNode field = metadata.putObject("f" + i)
                    .put("alias", fields.get(i).label())
                    .put("type", fields.get(i).type());
            ObjectNode options = field.putObject("options");
            fields.get(i).options().forEach(options::put);
        }
        return metadata;
    }

    /** A day begins at midnight in the zone of the endpoint. */
    private static String value(Field field, ZoneId zone) {
        return field.type().equals("fulldate") && !field.value().isEmpty()
                ? Long.toString(LocalDate.ofEpochDay(Long.parseLong(field.value()) / 86_400)
                        .atStartOfDay(zone)
                        .toEpochSecond())
                : field.value();
    }

    /** What the API takes for the same; a field that is unset stays as it is when it is left out. */
    private static Object normal(FieldMetadata field, String value) {
        boolean isUnset = value.isEmpty() || value.equals("*/**/*") || (value.equals("0") && isId(field));
        if (isUnset) {
            return "";
        }
        return field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.PRICE
                ? new BigDecimal(value).stripTrailingZeros()
                : value;
    }

    private static boolean isId(FieldMetadata field) {
        return switch (field.kind()) {
            case DATE, TIME, LINK, OPTIONS -> true;
            case OPTION -> !field.options().ids().contains("0");
            default -> false;
        };
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<Field>> fields() {
        return field().list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<Field> field() {
        Arbitrary<Map<String, String>> options = Arbitraries.maps(
                        Arbitraries.integers().between(0, 9).map(Object::toString), Arbitraries.of(LABELS))
                .ofMaxSize(5);
        return Combinators.combine(Arbitraries.of(LABELS), Arbitraries.of(TYPES), options)
                .as((label, type, choices) -> new Field(label, type, choices, ""))
                .flatMap(field ->
                        values(field).map(value -> new Field(field.label(), field.type(), field.options(), value)));
    }

    private static Arbitrary<String> values(Field field) {
        Arbitrary<String> filled =
                switch (FieldKind.of(field.type())) {
                    case TEXT -> Arbitraries.strings().ascii().ofMaxLength(8);
                    case NUMBER, PRICE ->
                        Arbitraries.bigDecimals()
                                .ofScale(2)
                                .between(new BigDecimal(-10), new BigDecimal("1E20"))
                                .map(BigDecimal::toPlainString);
                    case CHECK -> Arbitraries.of("0", "1");
                    case OPTION -> option(field);
                    case OPTIONS ->
                        option(field)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(4)
                                .map(ids -> ids.isEmpty() ? "" : "*/*" + String.join("*/*", ids) + "*/*");
                    case DATE, TIME ->
                        Arbitraries.longs()
                                .between(-10_000_000_000L, 10_000_000_000L)
                                .map(Object::toString);
                    case LINK -> Arbitraries.longs().between(0, Long.MAX_VALUE).map(Object::toString);
                };
        return filled.injectNull(0.1).map(value -> value == null ? "" : value);
    }

    /** An option that the field has; any id when it has none. */
    private static Arbitrary<String> option(Field field) {
        return field.options().isEmpty()
                ? Arbitraries.integers().between(1, 9).map(Object::toString)
                : Arbitraries.of(field.options().keySet());
    }
}
