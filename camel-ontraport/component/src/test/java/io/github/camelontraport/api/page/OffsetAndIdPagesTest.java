package io.github.camelontraport.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.page.FakeServerCollection.Ignores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages by offset and by ids. */
class OffsetAndIdPagesTest {

    private static final Map<String, String> ORDER = Map.of("sort", "v", "sortDir", "desc");

    private static void readAll(Pages pages) {
        while (pages.hasNext()) {
            pages.next().toCompletableFuture().join();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # records, page size, start, limit, read, requests
            0,   50, 0,  0,  0, 1
            100, 50, 0,  0, 100, 3
            101, 50, 1,  0, 100, 3
            100, 50, 90, 0, 10, 1
            100, 50, 200, 0, 0, 1
            100, 50, 10, 60, 60, 2
            5,   1,  0,  0,  5, 6
            """)
    void offsetPagesReadFromTheStartToTheLimit(
            int records, int pageSize, long start, long limit, int read, int requests) {
        FakeServerCollection all = new FakeServerCollection("contacts", 1, records);
        List<Long> ids = all.read(new OffsetPages(all.request("v IN ('0','1','2')", pageSize, limit), ORDER, start));
        assertThat(ids)
                .isEqualTo(LongStream.iterate(records - start, id -> id - 1)
                        .limit(read)
                        .boxed()
                        .toList());
        assertThat(all.transport.calls()).hasSize(requests);
        assertThat(all.query(0))
                .containsAllEntriesOf(ORDER)
                .containsEntry("start", Long.toString(start))
                .containsKey("condition");
    }

    @Test
    void aServerThatIgnoresTheOffsetDoesNotMakeAnEndlessReading() {
        FakeServerCollection faulty = new FakeServerCollection("contacts", 1, 120);
        faulty.ignores.add(Ignores.START);
        assertThatThrownBy(() -> readAll(new OffsetPages(faulty.request(null, 50, 0), ORDER, 0)))
                .cause()
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("it ignored start");
    }

    /** As a route may do with the records of a page while the next is on its way. */
    @Test
    void aReaderMayChangeTheRows() {
        FakeServerCollection faulty = new FakeServerCollection("contacts", 1, 120);
        faulty.ignores.add(Ignores.START);
        OffsetPages pages = new OffsetPages(faulty.request(null, 50, 0), ORDER, 0);

        assertThatThrownBy(() -> {
                    for (int page = 0; page < 120; page++) {
                        Object changed = page;
                        pages.next().toCompletableFuture().join().forEach(row -> row.put("v", changed));
                    }
                })
                .cause()
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("it ignored start");
    }

    @Test
    void aServerThatIgnoresThePageSizeFailsTheReading() {
        FakeServerCollection faulty = new FakeServerCollection("contacts", 1, 120);
        faulty.ignores.add(Ignores.RANGE);
        assertThatThrownBy(() -> readAll(new OffsetPages(faulty.request(null, 50, 3), ORDER, 0)))
                .cause()
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("120 rows where 3 were asked for");
    }

    @Test
    void aPageThatComesAgainOnceIsAReadingOfMovingRows() {
        FakeServerCollection moving = new FakeServerCollection("contacts", 1, 3);
        OffsetPages pages = new OffsetPages(moving.request(null, 1, 0), ORDER, 0);
        pages.next();
        moving.ids.add(4L);
        assertThat(moving.read(pages)).containsExactly(3L, 2L, 1L);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # ids, limit, read, requests
            0,   0,   0, 0
            1,   0,   1, 1
            50,  0,  50, 1
            51,  0,  51, 2
            120, 0, 120, 3
            120, 60, 60, 2
            120, 50, 50, 1
            """)
    void recordsOfKnownIdsComeInChunks(int count, long limit, int read, int requests) {
        FakeServerCollection all = new FakeServerCollection("contacts", 1, 500);
        List<Long> ids = LongStream.rangeClosed(1, count).boxed().toList();
        assertThat(all.read(new IdPages(all.request(null, 50, limit), ids, Map.of("sort", "id"))))
                .isEqualTo(ids.subList(0, read));
        assertThat(all.transport.calls()).hasSize(requests);
    }

    @Test
    void idsThatDoNotExistOrAreGivenTwiceAreLeftOut() {
        FakeServerCollection few = new FakeServerCollection("tags", 1, 5);
        assertThat(few.read(new IdPages(few.request(null, 50, 0), List.of(3L, 9L, 3L, 5L), Map.of("sort", "tag_id"))))
                .containsExactly(3L, 5L);
        assertThat(few.query(0)).containsEntry("ids", "3,9,3,5").containsEntry("range", "50");
    }

    @Test
    void aServerThatIgnoresTheIdsDoesNotPassOffOtherRecords() {
        FakeServerCollection faulty = new FakeServerCollection("contacts", 1, 20);
        faulty.ignores.add(Ignores.IDS);
        List<Long> wanted = new ArrayList<>(List.of(100L, 101L));
        assertThatThrownBy(() -> readAll(new IdPages(faulty.request(null, 50, 0), wanted, Map.of())))
                .cause()
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("was not asked for");
    }
}
