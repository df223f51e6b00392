package io.github.camelontraport.poll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSetTest {

    /** Near each other, far apart, and beyond 32 bits. */
    @Provide
    Arbitrary<List<Long>> some() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 60),
                        Arbitraries.longs().between(65_500, 65_600),
                        Arbitraries.longs().between(4_294_967_290L, 4_294_967_310L),
                        Arbitraries.longs().between(0, 999_999_999_999_999_999L))
                .list()
                .ofMaxSize(150);
    }

    @Property(tries = 1000)
    void isTheSetThatATreeIs(
            @ForAll("some") List<Long> added, @ForAll("some") List<Long> removed, @ForAll("some") List<Long> bounds) {
        TreeSet<Long> tree = new TreeSet<>(added);
        IdSet set = set(added);
        removed.forEach(set::remove);
        removed.forEach(tree::remove);
        IdSet read = IdSet.read(set.write());
        for (IdSet each : List.of(set, read)) {
            assertThat(each.size()).isEqualTo(tree.size());
            assertThat(each.isEmpty()).isEqualTo(tree.isEmpty());
            assertThat(each.highest()).isEqualTo(tree.isEmpty() ? IdSet.NONE : tree.last());
            assertThat(each.next(IdSet.NONE, 1000)).containsExactlyElementsOf(tree);
            assertThat(added).allMatch(id -> each.contains(id) == tree.contains(id));
            assertThat(each.count(IdSet.NONE, Long.MAX_VALUE)).isEqualTo(tree.size());
            for (int i = 0; i + 1 < bounds.size(); i++) {
                check(
                        each,
                        tree,
                        Math.min(bounds.get(i), bounds.get(i + 1)) - 1,
                        Math.max(bounds.get(i), bounds.get(i + 1)));
            }
        }
    }

    private static void check(IdSet set, NavigableSet<Long> tree, long above, long upTo) {
        List<Long> within = List.copyOf(tree.subSet(above, false, upTo, true));
        assertThat(set.count(above, upTo)).isEqualTo(within.size());
        List<Long> each = new ArrayList<>();
        set.forEach(above, upTo, each::add);
        assertThat(each).isEqualTo(within);
        assertThat(set.next(above, 3))
                .isEqualTo(tree.tailSet(above, false).stream().limit(3).toList());
        if (within.size() >= 2) {
            assertThat(set.middle(above, upTo)).isEqualTo(within.get(within.size() / 2 - 1));
        }
    }

    @Test
    void isWrittenAsRuns() {
        assertThat(set(List.of(17L, 20L, 21L, 22L)).write()).isEqualTo("4:17,3+2");
        assertThat(new IdSet().write()).isEqualTo("0:");
        assertThat(set(List.of(0L)).write()).isEqualTo("1:0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                ":",
                "4:17,3+1",
                "3:17,3+2",
                "1:x",
                "1:-5",
                "2:5,-1",
                "3:5,1+-1",
                "0:1",
                "1:99999999999999999999"
            })
    void damageIsNoticed(String text) {
        assertThatThrownBy(() -> IdSet.read(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void othersAreRemoved() {
        IdSet set = set(List.of(1L, 2L, 5L));
        set.remove(set(List.of(2L, 3L)));
        assertThat(set.next(IdSet.NONE, 9)).containsExactly(1L, 5L);
    }

    @Test
    void aMillionIdsAreSmall() {
        Random random = new Random(5);
        IdSet set = new IdSet();
        while (set.size() < 1_000_000) {
            for (int i = 0; i < 10_000; i++) {
                set.add(1 + random.nextInt(5_000_000));
            }
        }
        String text = set.write();
        String packed = CompressedText.pack(text);
        assertThat(set.bytes()).isLessThan(1_000_000);
        assertThat(packed).hasSizeLessThan(1_000_000);
        assertThat(IdSet.read(CompressedText.unpack(packed)).next(IdSet.NONE, 2_000_000))
                .isEqualTo(set.next(IdSet.NONE, 2_000_000));
    }

    private static IdSet set(List<Long> ids) {
        IdSet set = new IdSet();
        ids.forEach(set::add);
        return set;
    }
}
