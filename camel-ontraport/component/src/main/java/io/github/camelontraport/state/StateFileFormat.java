package io.github.camelontraport.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelontraport.api.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a state file: a title line, a line of JSON for each entry, and a last line with the checksum of all lines
 * before it. A text that is not exactly as it was written is refused.
 */
public final class StateFileFormat {

    private static final String TITLE = "# camel-ontraport state, format ";
    private static final String FIRST_LINE = TITLE + "1; the last line is a checksum, so do not edit\n";
    private static final String CHECKSUM = "# SHA-256 ";
    private static final int LAST_LINE_LENGTH = CHECKSUM.length() + 64 + 1;

    /** Without a limit for strings: what could be written must be readable. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StateFileFormat() {}

    /** The text was not written by this class, or is damaged. The message is a clause that says what was found. */
    static final class DamagedException extends Exception {

        private static final long serialVersionUID = 1L;

        DamagedException(String found) {
            super(found);
        }
    }

    /** The text in UTF-8. Equal entries give equal bytes, whatever their order. */
    static byte[] write(Map<String, String> entries) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(bytes(FIRST_LINE));
        new TreeMap<>(entries).forEach((key, value) -> {
            text.writeBytes(line(key, value));
            text.write('\n');
        });
        text.writeBytes(lastLine(text.toByteArray()));
        return text.toByteArray();
    }

    public static SortedMap<String, String> read(byte[] text) throws DamagedException {
        check(text);
        SortedMap<String, String> entries = new TreeMap<>();
        String lines = new String(text, 0, text.length - LAST_LINE_LENGTH, StandardCharsets.UTF_8);
        for (String line : lines.substring(FIRST_LINE.length()).lines().toList()) {
            JsonNode entry = parse(line);
            JsonNode key = entry.path("key");
            JsonNode value = entry.path("value");
            if (!key.isTextual()
                    || !value.isTextual()
                    || entry.size() != 2
                    || entries.put(key.textValue(), value.textValue()) != null) {
                throw new DamagedException("it holds an entry that this component does not write");
            }
        }
        return entries;
    }

    private static void check(byte[] text) throws DamagedException {
        if (text.length == 0) {
            throw new DamagedException("it is empty, 0 bytes, which a state file never is (was it made by hand?"
                    + " A new one must not be there at all)");
        }
        String start = new String(text, 0, Math.min(text.length, FIRST_LINE.length()), StandardCharsets.UTF_8);
        if (!start.startsWith(TITLE)) {
            throw new DamagedException(
                    "it does not begin with '" + TITLE.strip() + "', so it is damaged or no state file at all");
        }
        if (!start.equals(FIRST_LINE)) {
            throw new DamagedException("its first line is not that of format 1, the only one that this version of the"
                    + " component knows, so it is damaged or of another version");
        }
        int end = text.length - LAST_LINE_LENGTH;
        if (end < FIRST_LINE.length()
                || !Arrays.equals(text, end, text.length, lastLine(Arrays.copyOf(text, end)), 0, LAST_LINE_LENGTH)) {
            throw new DamagedException("the checksum in its last line does not fit the lines before, so it was cut off,"
                    + " damaged or edited");
        }
    }

    private static byte[] line(String key, String value) {
        try {
            return MAPPER.writeValueAsBytes(
                    MAPPER.createObjectNode().put("key", key).put("value", value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) throws DamagedException {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            // Without message and cause of Jackson, which quote the text.
            throw new DamagedException("it holds a line that is not JSON");
        }
    }

    private static byte[] lastLine(byte[] before) {
        byte[] sum = Sha256.digest().digest(before);
        return bytes(CHECKSUM + Sha256.hex(sum, sum.length) + "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
