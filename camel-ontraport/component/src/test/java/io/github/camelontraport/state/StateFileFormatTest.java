package io.github.camelontraport.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.state.StateFileFormat.DamagedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateFileFormatTest {

    private static final String TITLE =
            "# camel-ontraport state, format 1; the last line is a checksum, so do not edit\n";

    @Test
    void isReadableAndSorted() {
        assertThat(new String(
                        StateFileFormat.write(Map.of("b", "Zoë \"=\"\n", "a", "{\"id\":7}")), StandardCharsets.UTF_8))
                .startsWith(
                        TITLE
                                + """
                        {"key":"a","value":"{\\"id\\":7}"}
                        {"key":"b","value":"Zoë \\"=\\"\\n"}
                        # SHA-256\s""")
                .matches("(?s).*# SHA-256 [0-9a-f]{64}\n");
    }

    @Property(tries = 300)
    void everyTextComesBack(@ForAll Map<String, String> entries) throws DamagedException {
        assertThat(StateFileFormat.read(StateFileFormat.write(entries))).isEqualTo(entries);
    }

    @Test
    void surrogatesWithoutTheirOtherHalfComeBack() throws DamagedException {
        Map<String, String> entries = Map.of("\ud83d\ude00", "\ud83d|\ude00|\u2028\u0000\r");

        assertThat(StateFileFormat.read(StateFileFormat.write(entries))).isEqualTo(entries);
    }

    @Test
    void longerThanJacksonReadsByDefault() throws DamagedException {
        Map<String, String> entries = Map.of("ids", "7".repeat(20_000_001));

        assertThat(StateFileFormat.read(StateFileFormat.write(entries))).isEqualTo(entries);
    }

    @Test
    void noBeginningOfATextIsOne() {
        byte[] text = StateFileFormat.write(Map.of("a", "1", "é", "2"));

        for (int length = 0; length < text.length; length++) {
            byte[] beginning = Arrays.copyOf(text, length);
            assertThatThrownBy(() -> StateFileFormat.read(beginning))
                    .as("%d bytes", length)
                    .isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void noBitMayChange() {
        byte[] text = StateFileFormat.write(Map.of("a", "1", "é", "2"));

        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] flipped = text.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> StateFileFormat.read(flipped))
                    .as("bit %d", bit)
                    .isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void saysWhatItFound() throws Exception {
        assertThatThrownBy(() -> StateFileFormat.read(new byte[0])).hasMessageContaining("empty, 0 bytes");
        assertThatThrownBy(() -> read("a=1\n")).hasMessageContaining("no state file at all");
        assertThatThrownBy(() -> StateFileFormat.read(new byte[4096])).hasMessageContaining("no state file at all");
        assertThatThrownBy(() -> read(TITLE.replace("format 1", "format 2")))
                .hasMessageContaining("of another version");
        assertThatThrownBy(() -> read(TITLE)).hasMessageContaining("checksum");
        for (String line : new String[] {
            "{}",
            "[]",
            "",
            "{\"key\":\"a\",\"value\":1}",
            "{\"key\":\"a\",\"value\":\"1\",\"x\":1}",
            "{\"key\":\"a\",\"value\":\"1\"}\n{\"key\":\"a\",\"value\":\"1\"}"
        }) {
            assertThatThrownBy(() -> read(sealed(TITLE + line + "\n"))).as(line).hasMessageContaining("does not write");
        }
        assertThatThrownBy(() -> read(sealed(TITLE + "{\"key\n")))
                .hasMessageContaining("not JSON")
                .hasNoCause();
    }

    private static Map<String, String> read(String text) throws DamagedException {
        return StateFileFormat.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sealed(String lines) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        return lines + "# SHA-256 " + HexFormat.of().formatHex(sum) + "\n";
    }
}
