package io.github.camelontraport.examples.sync;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;

/** The rows of a table, one by one, so that a table of any size fits in memory. */
final class Source implements Iterator<Map<String, ?>>, Closeable {

    private static final String DATABASE = "jdbc:";

    private final Iterator<? extends Map<String, ?>> rows;
    private final Closeable closeable;

    private <T extends Iterator<? extends Map<String, ?>> & Closeable> Source(T rows) {
        this.rows = rows;
        this.closeable = rows;
    }

    /**
     * @param from  a file that ends in .csv or .jsonl, or the URL of a database
     * @param query for a database
     */
    static Source open(String from, String query) throws IOException, SQLException {
        if (from.startsWith(DATABASE)) {
            return new Source(QueryRows.of(from, query));
        }
        return new Source(from.endsWith(".csv") ? csv(Path.of(from)) : json(Path.of(from)));
    }

    /** How many rows there are; 0 for a database, which would have to run the query twice. */
    static long count(String from, String query) throws IOException, SQLException {
        if (from.startsWith(DATABASE)) {
            return 0;
        }
        try (Source source = open(from, query)) {
            long rows = 0;
            while (source.hasNext()) {
                source.next();
                rows++;
            }
            return rows;
        }
    }

    private static MappingIterator<Map<String, Object>> csv(Path file) throws IOException {
        ObjectReader reader = CsvMapper.builder()
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader());
        return reader.readValues(file.toFile());
    }

    private static MappingIterator<Map<String, Object>> json(Path file) throws IOException {
        return JsonMapper.builder().build().readerForMapOf(Object.class).readValues(file.toFile());
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Map<String, ?> next() {
        return rows.next();
    }

    @Override
    public void close() throws IOException {
        closeable.close();
    }
}
