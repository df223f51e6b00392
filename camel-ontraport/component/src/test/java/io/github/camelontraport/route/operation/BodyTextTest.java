package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of bodies arrive as written: in the exchange's charset, or not at all. */
class BodyTextTest extends SandboxTestSupport {

    private static final String CREATE = "ontraport:contacts?operation=create";
    private static final String JSON_TEXT = "{\"firstname\":\"Müller\"}";

    private Exchange sendIn(String charset, Object body) {
        return template.request(CREATE, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.setProperty(Exchange.CHARSET_NAME, charset);
        });
    }

    private static Object body(String kind, byte[] bytes) {
        return switch (kind) {
            case "bytes" -> bytes;
            case "stream" -> new ByteArrayInputStream(bytes);
            default -> new InputStreamCache(bytes);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "bytes,ISO-8859-1",
        "stream,ISO-8859-1",
        "cache,ISO-8859-1",
        "bytes,UTF-16",
        "cache,UTF-16",
        "bytes,",
        "stream,",
        "cache,"
    })
    void isReadInTheCharsetOfTheExchangeElseInUtf8(String kind, String charset) throws Exception {
        byte[] bytes = charset == null ? JSON_TEXT.getBytes(StandardCharsets.UTF_8) : JSON_TEXT.getBytes(charset);

        Exchange created = sendIn(charset, body(kind, bytes));

        assertThat(created.getException()).isNull();
        assertThat(sandbox().records(CONTACTS))
                .extracting(contact -> contact.get("firstname"))
                .containsExactly("Müller");
    }

    @ParameterizedTest
    @CsvSource({"bytes", "stream", "cache"})
    void bytesThatAreNotTextAreRefused(String kind) {
        Exchange refused = sendIn(null, body(kind, JSON_TEXT.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(refused.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("not text in UTF-8");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aStreamCacheCanBeReadAgain() throws IOException {
        StreamCache cache = new InputStreamCache(JSON_TEXT.getBytes(StandardCharsets.UTF_8));

        template.request("ontraport:contacts?operation=count", exchange -> exchange.getMessage()
                .setBody(cache));
        sendIn(null, cache);

        assertThat(((InputStream) cache).readAllBytes()).hasSize(JSON_TEXT.getBytes(StandardCharsets.UTF_8).length);
    }

    /** What the operation does not read is not read: a file of any size can be the body of a count. */
    @Test
    void aBodyIsReadOnlyWhenTheOperationReadsIt() {
        InputStream unread = new InputStream() {

            @Override
            public int read() {
                throw new AssertionError("read");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw new AssertionError("read");
            }
        };

        Exchange counted = template.request("ontraport:contacts?operation=count", exchange -> exchange.getMessage()
                .setBody(unread));

        assertThat(counted.getException()).isNull();
    }

    @Test
    void aFileIsReadInItsCharset(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("latin.json"), JSON_TEXT.getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("utf"));
        Files.writeString(folder.resolve("utf/plain.json"), JSON_TEXT);
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:latin")
                        .pollEnrich("file:" + folder + "?fileName=latin.json&charset=ISO-8859-1&noop=true", 5_000)
                        .to(CREATE);
                from("direct:utf")
                        .pollEnrich("file:" + folder + "/utf?fileName=plain.json&noop=true", 5_000)
                        .to(CREATE);
                from("direct:wrong")
                        .pollEnrich("file:" + folder + "?fileName=latin.json&noop=true&idempotent=false", 5_000)
                        .to(CREATE);
            }
        });

        assertThat(send("direct:latin").getException()).isNull();
        assertThat(send("direct:utf").getException()).isNull();
        assertThat(send("direct:wrong").getException()).isInstanceOf(OntraportValidationException.class);
        assertThat(sandbox().records(CONTACTS))
                .extracting(contact -> contact.get("firstname"))
                .containsExactly("Müller", "Müller");
    }

    static List<Object> notRecords() {
        return List.of(
                new StringWriter(),
                new File("contacts.csv"),
                Path.of("contacts.csv"),
                Duration.ofSeconds(1),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("notRecords")
    void whatIsNoRecordIsNotTakenForABean(Object body) {
        Exchange refused = send(CREATE, body);

        assertThat(refused.getException()).isInstanceOf(OntraportValidationException.class);
        assertThat(refused.getException().getMessage()).doesNotContainIgnoringCase("module");
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aFieldOfSuchAClassIsRefusedByItsName() {
        for (Object value : List.of(Duration.ofSeconds(1), new StringWriter(), new File("x"), new byte[0].getClass())) {
            assertThat(send(CREATE, Map.of("city", value)).getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("'city'")
                    .message()
                    .doesNotContainIgnoringCase("module");
        }
        assertThat(send(CREATE, Map.of("city", OptionalInt.of(3))).getException())
                .isNull();
        assertThat(sandbox().records(CONTACTS).get(0)).containsEntry("city", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFemail", "", " email", "email\u00A0", "email\u200B", "e\u200Bmail"})
    void aNameThatTheApiWouldIgnoreUnseenIsRefused(String name) {
        for (Object body : List.of(
                Map.of(name, "ada@example.com", "city", "Bend"),
                "{\"" + name + "\":\"ada@example.com\",\"city\":\"Bend\"}")) {
            assertThat(send(CREATE, body).getException())
                    .isInstanceOf(OntraportValidationException.class)
                    .hasMessageContaining("A field name");
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(send(CREATE, Map.of("city", "x\uD83D")).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("half of a character");
        assertThat(send("ontraport:raw?method=POST&path=/objects", "{\"objectID\":0,\"city\":\"x\\ud83d\"}")
                        .getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("half of a character");
        assertThat(send(CREATE, Map.of("city", "\uD83D\uDE00")).getException()).isNull();
        assertThat(sandbox().records(CONTACTS).get(0)).containsEntry("city", "\uD83D\uDE00");
    }
}
