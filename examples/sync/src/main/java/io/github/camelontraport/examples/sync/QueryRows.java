package io.github.camelontraport.examples.sync;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** The rows of a query, read a thousand at a time. */
final class QueryRows implements Iterator<Map<String, Object>>, Closeable {

    private static final int FETCH_SIZE = 1_000;

    private final Connection connection;
    private final ResultSet rows;
    private Boolean hasNext;

    private QueryRows(Connection connection, ResultSet rows) {
        this.connection = connection;
        this.rows = rows;
    }

    static QueryRows of(String url, String query) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        // Without it, PostgreSQL's driver reads the whole table into memory.
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(FETCH_SIZE);
        return new QueryRows(connection, statement.executeQuery(query));
    }

    @Override
    public boolean hasNext() {
        try {
            if (hasNext == null) {
                hasNext = rows.next();
            }
            return hasNext;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        hasNext = null;
        try {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
            }
            return row;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
