package io.github.camelontraport.operation.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyLookupTest {

    private static List<String> keys(int count, String suffix) {
        return IntStream.range(0, count).mapToObj(i -> i + suffix).toList();
    }

    @Test
    void fiftyKeysFitIntoACall() {
        assertThat(KeyLookup.groups(keys(120, "@a-company-with-a-rather-long-name.example.com")))
                .extracting(List::size)
                .containsExactly(50, 50, 20);
    }

    @Test
    void longKeysMakeSmallerGroupsSoThatUrlsStayShort() {
        List<String> keys = keys(50, "é".repeat(100));

        assertThat(KeyLookup.groups(keys)).hasSizeGreaterThan(4).allSatisfy(group -> assertThat(
                        String.join("", group).length() * 6)
                .isLessThan(6_000));
        assertThat(KeyLookup.groups(keys).stream().flatMap(List::stream)).containsExactlyElementsOf(keys);
    }

    @Test
    void noKeysMakeNoGroup() {
        assertThat(KeyLookup.groups(List.of())).isEmpty();
    }
}
