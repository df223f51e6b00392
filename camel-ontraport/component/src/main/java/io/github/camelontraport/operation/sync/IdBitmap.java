package io.github.camelontraport.operation.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** A set of record ids. A million of them take some hundred kilobytes. Not thread-safe. */
final class IdBitmap {

    private final Roaring64Bitmap ids;

    private IdBitmap(Roaring64Bitmap ids) {
        this.ids = ids;
    }

    static IdBitmap empty() {
        return new IdBitmap(new Roaring64Bitmap());
    }

    boolean add(long id) {
        boolean isNew = !ids.contains(id);
        ids.addLong(id);
        return isNew;
    }

    void addAll(IdBitmap other) {
        ids.or(other.ids);
    }

    void addAll(Collection<Long> others) {
        others.forEach(ids::addLong);
    }

    void removeAll(Collection<Long> others) {
        others.forEach(ids::removeLong);
    }

    void remove(long id) {
        ids.removeLong(id);
    }

    boolean contains(long id) {
        return ids.contains(id);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    long size() {
        return ids.getLongCardinality();
    }

    /** The ids that neither of the others has. */
    IdBitmap without(IdBitmap first, IdBitmap second) {
        Roaring64Bitmap rest = new Roaring64Bitmap();
        rest.or(ids);
        rest.andNot(first.ids);
        rest.andNot(second.ids);
        return new IdBitmap(rest);
    }

    /** The ids in ascending order, in lists of at most this size. */
    Iterable<List<Long>> chunks(int size) {
        LongIterator rest = ids.getLongIterator();
        List<List<Long>> chunks = new ArrayList<>();
        while (rest.hasNext()) {
            List<Long> chunk = new ArrayList<>(size);
            while (rest.hasNext() && chunk.size() < size) {
                chunk.add(rest.next());
            }
            chunks.add(chunk);
        }
        return chunks;
    }

    String text() {
        ids.runOptimize();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ids.serialize(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** @param text {@code null} for an empty set */
    static IdBitmap of(String text) {
        IdBitmap read = empty();
        if (text != null) {
            try {
                read.ids.deserialize(new DataInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(text))));
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException("The sync ledger is damaged: a set of ids in it cannot be read", e);
            }
        }
        return read;
    }
}
