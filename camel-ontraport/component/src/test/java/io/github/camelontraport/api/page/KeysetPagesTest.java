package io.github.camelontraport.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.page.FakeServerCollection.Ignores;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetPagesTest {

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<Long> reversed(long last, long first) {
        return LongStream.iterate(last, id -> id - 1)
                .limit(last - first + 1)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # records, page size, limit, read, requests
            0,   50, 0,   0,  1
            1,   50, 0,   1,  1
            49,  50, 0,  49,  1
            50,  50, 0,  50,  2
            100, 50, 0, 100,  3
            101, 50, 0, 101,  3
            100, 50, 100, 100, 2
            100, 50, 50,  50, 1
            100, 50, 51,  51, 2
            100, 50, 500, 100, 3
            100, 7, 20,   20, 3
            5,   1, 0,    5,  6
            """)
    void everyRecordComesOnceInEitherOrder(int records, int pageSize, long limit, int read, int requests) {
        // Across 99/100 and 999/1000 in turn, so that ids are compared as numbers, not as texts.
        FakeServerCollection up = new FakeServerCollection("contacts", 980, 979 + records);
        assertThat(up.read(new KeysetPages(up.request(null, pageSize, limit), false)))
                .isEqualTo(range(980, 979 + read));
        assertThat(up.transport.calls()).hasSize(requests);
        FakeServerCollection down = new FakeServerCollection("contacts", 80, 79 + records);
        assertThat(down.read(new KeysetPages(down.request(null, pageSize, limit), true)))
                .isEqualTo(reversed(79 + records, 80 + records - read));
        assertThat(down.transport.calls()).hasSize(requests);
    }

    @Test
    void aTypeIsPagedByItsIdField() {
        FakeServerCollection tags = new FakeServerCollection("tags", 1, 120);
        assertThat(tags.read(new KeysetPages(tags.request(null, 50, 0), false))).isEqualTo(range(1, 120));
        assertThat(tags.query(0))
                .containsEntry("sort", "tag_id")
                .containsEntry("start", "0")
                .containsEntry("range", "50")
                .containsEntry("externs", "x")
                .containsEntry("objectID", "14")
                .doesNotContainKey("condition");
        assertThat(tags.query(1).get("condition")).contains("tag_id").contains("50");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConditionWithOrStaysWithinTheBound(boolean descending) {
        FakeServerCollection some = new FakeServerCollection("contacts", 1, 300);
        List<Long> read = some.read(new KeysetPages(some.request("v = '1' OR v = '2'", 50, 0), descending));
        assertThat(read).hasSize(200).doesNotHaveDuplicates().noneMatch(id -> id % 3 == 0);
    }

    @Test
    void recordsRemovedAndAddedMeanwhileShiftNothing() {
        FakeServerCollection moving = new FakeServerCollection("contacts", 1, 150);
        KeysetPages pages = new KeysetPages(moving.request(null, 50, 0), false);
        pages.next();
        moving.ids.removeIf(id -> id <= 30);
        moving.ids.add(151L);
        assertThat(moving.read(pages)).isEqualTo(range(51, 151));
    }

    @ParameterizedTest
    @CsvSource({"CONDITION, 120", "SORT, 120", "SORT, 30", "RANGE, 120"})
    void aServerThatIgnoresAParameterFailsTheReading(Ignores ignored, int records) {
        FakeServerCollection faulty = new FakeServerCollection("contacts", 1, records);
        faulty.ignores.add(ignored);
        KeysetPages pages = new KeysetPages(faulty.request(null, 50, 0), false);
        assertThatThrownBy(() -> {
                    while (pages.hasNext()) {
                        pages.next().toCompletableFuture().join();
                    }
                })
                .cause()
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("/objects")
                .hasMessageContaining("it ignored the condition, the sort or the page size");
        assertThat(faulty.transport.calls()).hasSizeBetween(1, 2);
    }

    @Test
    void aPageSizeThatTheServerWouldCutIsRefused() {
        FakeServerCollection any = new FakeServerCollection("contacts", 1, 1);
        assertThatThrownBy(() -> any.request(null, 51, 0)).hasMessageContaining("51");
        assertThatThrownBy(() -> any.request(null, 0, 0)).hasMessageContaining("pageSize");
        assertThatThrownBy(() -> any.request(null, 1, -1)).hasMessageContaining("limit");
    }
}
