package io.github.camelontraport.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The table of states in a database. Every change is one statement, which commits by itself. Connections are closed
 * whatever happens. A statement that takes longer than 30 seconds fails. When a method throws, the
 * change may be in the table or not.
 */
public final class StateTable {

    /** Where CLOB is unknown, or is not the type for texts of any length. */
    private static final Map<String, String> TEXT_TYPES = Map.of(
            "postgresql", "TEXT",
            "mysql", "LONGTEXT",
            "mariadb", "LONGTEXT",
            "microsoft sql server", "NVARCHAR(MAX)");

    private static final String UNIQUENESS_VIOLATED = "23";
    private static final int TIMEOUT_SECONDS = 30;

    private final DataSource dataSource;
    private final String name;
    private final String scope;

    public StateTable(DataSource dataSource, String name, String scope) {
        this.dataSource = dataSource;
        this.name = name;
        this.scope = scope;
    }

    /**
     * A state.
     *
     * @param version another one after each change
     */
    public record Row(long version, String text) {}

    /** Makes the table when it is missing. */
    public void prepare() throws SQLException {
        SQLException unreadable = tryToRead();
        if (unreadable == null) {
            return;
        }
        String ddl = definition();
        try (Connection connection = connection();
                Statement statement = limited(connection.createStatement())) {
            statement.execute(ddl);
        } catch (SQLException e) {
            // Another node may have made it meanwhile.
            if (tryToRead() != null) {
                throw unusable(unreadable, ddl, e);
            }
        }
    }

    /**
     * Databases do not say in one way that a table is missing, so other errors are among those that are returned.
     *
     * @return {@code null} when the table can be read
     * @throws SQLException when the database cannot be reached or does not answer
     */
    private SQLException tryToRead() throws SQLException {
        try (Connection connection = connection()) {
            try (PreparedStatement statement = limited(connection.prepareStatement(
                    "SELECT scope, state_key, version, state_text FROM " + name + " WHERE 1 = 0"))) {
                statement.executeQuery().close();
                return null;
            } catch (SQLException e) {
                if (e instanceof SQLTimeoutException || !connection.isValid(TIMEOUT_SECONDS)) {
                    throw e;
                }
                return e;
            }
        }
    }

    private SQLException unusable(SQLException unreadable, String ddl, SQLException unmade) {
        SQLException failure = new SQLException(
                "The table " + name + " cannot be read: " + unreadable.getMessage() + ". If it is missing, let the"
                        + " user of the data source make tables, or make it: " + ddl + ". The attempt to make it"
                        + " failed: " + unmade.getMessage(),
                unreadable.getSQLState(),
                unreadable);
        failure.addSuppressed(unmade);
        return failure;
    }

    private static <S extends Statement> S limited(S statement) throws SQLException {
        try {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            return statement;
        } catch (SQLException e) {
            try (statement) {
                throw e;
            }
        }
    }

    private String definition() throws SQLException {
        try (Connection connection = connection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return "CREATE TABLE " + name + " (scope VARCHAR(100) NOT NULL, state_key VARCHAR(255) NOT NULL,"
                    + " version NUMERIC(19) NOT NULL, state_text " + TEXT_TYPES.getOrDefault(product, "CLOB")
                    + ", PRIMARY KEY (scope, state_key))";
        }
    }

    /** @return {@code null} when there is no such row */
    public Row find(String key) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = limited(connection.prepareStatement(
                        "SELECT state_key, version, state_text FROM " + name + " WHERE scope = ? AND state_key = ?"))) {
            statement.setString(1, scope);
            statement.setString(2, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? row(key, rows) : null;
            }
        }
    }

    private Row row(String key, ResultSet rows) throws SQLException {
        if (!rows.getString(1).equals(key)) {
            throw new IllegalStateException("The table " + name + " takes the keys '" + key + "' and '"
                    + rows.getString(1)
                    + "' for the same: set another stateKey, or a collation for its column state_key"
                    + " that tells them apart");
        }
        String text = rows.getString(3);
        // To Oracle, an empty text is null.
        return new Row(rows.getLong(2), text == null ? "" : text);
    }

    /** @return false when there is a row with this key */
    public boolean insert(String key, Row row) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = limited(connection.prepareStatement(
                        "INSERT INTO " + name + " (scope, state_key, version, state_text) VALUES (?, ?, ?, ?)"))) {
            statement.setString(1, scope);
            statement.setString(2, key);
            statement.setLong(3, row.version);
            statement.setString(4, row.text);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(UNIQUENESS_VIOLATED)) {
                return false;
            }
            throw e;
        }
    }

    /** @return false when there is no row with this key and version */
    public boolean update(String key, long version, Row row) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = limited(connection.prepareStatement("UPDATE " + name
                        + " SET version = ?, state_text = ? WHERE scope = ? AND state_key = ? AND version = ?"))) {
            statement.setLong(1, row.version);
            statement.setString(2, row.text);
            statement.setString(3, scope);
            statement.setString(4, key);
            statement.setLong(5, version);
            return statement.executeUpdate() == 1;
        }
    }

    /** @return false when there is no row with this key and version */
    public boolean delete(String key, long version) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = limited(connection.prepareStatement(
                        "DELETE FROM " + name + " WHERE scope = ? AND state_key = ? AND version = ?"))) {
            statement.setString(1, scope);
            statement.setString(2, key);
            statement.setLong(3, version);
            return statement.executeUpdate() == 1;
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
        return connection;
    }
}
