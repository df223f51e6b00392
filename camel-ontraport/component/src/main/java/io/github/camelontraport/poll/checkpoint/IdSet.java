package io.github.camelontraport.poll.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.roaringbitmap.longlong.PeekableLongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** Ids of records, compressed in memory and as text. All ranges exclude their lower bound. Not thread-safe. */
public final class IdSet {

    /** Below every id. */
    public static final long NONE = -1;

    /** No account has so many records; a damaged text must not fill the memory. */
    static final long MAX_SIZE = 100_000_000;

    private final Roaring64Bitmap ids = new Roaring64Bitmap();

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    public long size() {
        return ids.getLongCardinality();
    }

    /** The size in memory. */
    long bytes() {
        return ids.getLongSizeInBytes();
    }

    public boolean contains(long id) {
        return ids.contains(id);
    }

    /** {@link #NONE} when the set is empty. */
    public long highest() {
        return ids.isEmpty() ? NONE : ids.last();
    }

    public void add(long id) {
        ids.addLong(id);
    }

    public void add(IdSet others) {
        ids.or(others.ids);
    }

    public void remove(long id) {
        ids.removeLong(id);
    }

    public void remove(IdSet others) {
        ids.andNot(others.ids);
    }

    /** Removes all ids up to and including this one. */
    public void removeUpTo(long id) {
        while (!ids.isEmpty() && ids.first() <= id) {
            ids.removeLong(ids.first());
        }
    }

    /** Removes all ids above this one. */
    public void removeAbove(long id) {
        while (!ids.isEmpty() && ids.last() > id) {
            ids.removeLong(ids.last());
        }
    }

    public void clear() {
        ids.clear();
    }

    /** The last id of the run that follows this id without a gap; the id itself when the next one is missing. */
    public long endOfRun(long id) {
        long end = id;
        PeekableLongIterator iterator = ids.getLongIteratorFrom(Math.max(0, id + 1));
        while (iterator.hasNext() && iterator.peekNext() == end + 1) {
            end = iterator.next();
        }
        return end;
    }

    /**
     * Adds all ids from the first to the last.
     *
     * @param most the set does not grow beyond this size
     */
    void addRun(long first, long last, long most) {
        if (first < 0 || last < first || last - first >= most - size()) {
            throw new IllegalArgumentException("'" + first + "-" + last + "' is no range of ids");
        }
        // One by one: the bitmap copies a container for every range that is added to it.
        for (long id = first; id < last; id++) {
            ids.addLong(id);
        }
        ids.addLong(last);
    }

    /** How many ids lie above the one id, up to the other. */
    public long count(long above, long upTo) {
        return rank(upTo) - rank(above);
    }

    private long rank(long id) {
        // To the bitmap a negative number is a very high one.
        return id < 0 ? 0 : ids.rankLong(id);
    }

    /** The id that ends the lower half of a range, which has two ids at least. */
    public long middle(long above, long upTo) {
        long below = rank(above);
        return ids.select(below + (rank(upTo) - below) / 2 - 1);
    }

    public void forEach(long above, long upTo, LongConsumer consumer) {
        PeekableLongIterator iterator = ids.getLongIteratorFrom(above + 1);
        while (iterator.hasNext() && iterator.peekNext() <= upTo) {
            consumer.accept(iterator.next());
        }
    }

    /** The next ids in ascending order. */
    public List<Long> next(long above, int most) {
        List<Long> next = new ArrayList<>();
        PeekableLongIterator iterator = ids.getLongIteratorFrom(above + 1);
        while (iterator.hasNext() && next.size() < most) {
            next.add(iterator.next());
        }
        return next;
    }

    /** The size, then the distances between runs of ids: {@code 4:17,3+2} is 17, 20, 21 and 22. */
    public String write() {
        ids.runOptimize();
        StringBuilder text = new StringBuilder().append(size()).append(':');
        long last = 0;
        PeekableLongIterator iterator = ids.getLongIterator();
        while (iterator.hasNext()) {
            long first = iterator.next();
            text.append(first - last);
            last = first;
            while (iterator.hasNext() && iterator.peekNext() == last + 1) {
                last = iterator.next();
            }
            text.append(last > first ? "+" + (last - first) : "").append(iterator.hasNext() ? "," : "");
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is damaged */
    public static IdSet read(String text) {
        return read(text, MAX_SIZE);
    }

    /**
     * As {@link #read(String)}.
     *
     * @param most a text with more ids is damaged
     */
    public static IdSet read(String text, long most) {
        IdSet set = new IdSet();
        int colon = text.indexOf(':');
        long written = Long.parseLong(text.substring(0, Math.max(0, colon)));
        long left = written;
        long last = 0;
        int begin = colon + 1;
        while (begin < text.length()) {
            int comma = text.indexOf(',', begin);
            String run = text.substring(begin, comma < 0 ? text.length() : comma);
            int plus = run.indexOf('+');
            long first = last + Long.parseLong(plus < 0 ? run : run.substring(0, plus));
            long more = plus < 0 ? 0 : Long.parseLong(run.substring(plus + 1));
            if (first < last || more < 0 || more >= left || Long.MAX_VALUE - first < more) {
                throw new IllegalArgumentException("'" + run + "' is no run of ids");
            }
            left -= more + 1;
            set.addRun(first, first + more, most);
            last = first + more;
            begin = comma < 0 ? text.length() : comma + 1;
        }
        if (left != 0 || set.size() != written) {
            throw new IllegalArgumentException("there are not the " + written + " ids that were written");
        }
        return set;
    }
}
