package io.github.camelontraport.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CannedIdsTest {

    @Test
    void oneOfFourIdsIsMissing() {
        long[] ids = LongStream.rangeClosed(1, 3_000).map(CannedIds::at).toArray();

        assertThat(ids).isSorted().doesNotHaveDuplicates().endsWith(CannedIds.at(3_000));
        assertThat(ids[0]).isBetween(1L, 2L);
        assertThat(ids[2_999]).isBetween(3_999L, 4_000L);
    }

    /** Otherwise a reader who goes on after an id would miss a contact or read one twice. */
    @Test
    void theNumberUpToAnIdIsThePlaceOfTheContact() {
        assertThat(CannedIds.upTo(0)).isZero();
        assertThat(LongStream.rangeClosed(1, 3_000).boxed())
                .allSatisfy(
                        place -> assertThat(CannedIds.upTo(CannedIds.at(place))).isEqualTo(place));
    }
}
