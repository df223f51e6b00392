package io.github.camelontraport;

import io.github.camelontraport.api.Sha256;
import io.github.camelontraport.poll.checkpoint.StateConflictException;
import io.github.camelontraport.state.StateTable;
import io.github.camelontraport.state.VersionedState;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * State in a table of a database, which is made when it is missing. Any number of nodes may share the table.
 * <p>
 * A value replaces only the one that was last read or written by this repository. So, when two consumers use one key, the
 * second write fails instead of undoing the progress of the first. A consumer must read a key before it writes it. A
 * database that cannot be reached is an error, never a state that is empty. Thread-safe.
 */
@Metadata(
        label = "bean",
        description = "State repository in a table of a database, for several nodes. It makes its table and notices"
                + " when two consumers work with the same key.",
        annotations = {"interfaceName=org.apache.camel.spi.StateRepository"})
@Configurer(metadataOnly = true)
public class JdbcStateRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*){0,2}");
    private static final int MOST_OF_SCOPE = 100;
    private static final int MOST_OF_KEY = 255;
    private static final int BYTES_OF_HASH = 32;
    /** The first part of a long key; a hash of the whole key follows it. */
    private static final int MOST_OF_PREFIX = MOST_OF_KEY - 2 * BYTES_OF_HASH - 1;

    @Metadata(required = true, description = "The data source of the database.")
    private volatile DataSource dataSource;

    @Metadata(
            defaultValue = "ontraport_state",
            description = "Name of the table, with or without that of its schema. A missing table is made.")
    private volatile String tableName = "ontraport_state";

    @Metadata(
            defaultValue = "default",
            description = "Keeps the states of several applications in one table apart: each has a scope of its own,"
                    + " which all of its nodes share. At most 100 characters.")
    private volatile String scope = "default";

    private final Map<String, VersionedState> states = new ConcurrentHashMap<>();
    /** {@code null} until the table is known to be there. */
    private volatile StateTable table;

    /** The data source must be set before the start. */
    public JdbcStateRepository() {}

    public JdbcStateRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String getState(String key) {
        try {
            return state(key).read(table());
        } catch (SQLException e) {
            throw failure("read", key, e);
        }
    }

    /**
     * Returns when the value is in the database. A {@code null} removes the row. When it throws, the value may be stored
     * or not; the next call finds out.
     *
     * @throws StateConflictException when the table holds another value than the one last read or written here; the table
     *         is not changed
     */
    @Override
    public void setState(String key, String value) {
        boolean written;
        try {
            written = state(key).write(table(), value);
        } catch (SQLException e) {
            throw failure("written", key, e);
        }
        if (!written) {
            throw StateConflictException.changed(key);
        }
    }

    private VersionedState state(String key) {
        return states.computeIfAbsent(
                Objects.requireNonNull(key, "key"), given -> new VersionedState(shortened(given)));
    }

    private static String shortened(String key) {
        if (key.length() <= MOST_OF_KEY) {
            return key;
        }
        boolean splitsPair = Character.isHighSurrogate(key.charAt(MOST_OF_PREFIX - 1));
        String prefix = key.substring(0, splitsPair ? MOST_OF_PREFIX - 1 : MOST_OF_PREFIX);
        return prefix + "~" + Sha256.hex(key, BYTES_OF_HASH);
    }

    private StateTable table() throws SQLException {
        StateTable known = table;
        if (known == null) {
            checkOptions();
            known = new StateTable(dataSource, tableName, scope);
            known.prepare();
            table = known;
        }
        return known;
    }

    private RuntimeException failure(String done, String key, SQLException cause) {
        return new RuntimeCamelException(
                "The state under the key '" + key + "' cannot be " + done + " in the table " + tableName + ": "
                        + cause.getMessage(),
                cause);
    }

    private void checkOptions() {
        if (dataSource == null) {
            throw new IllegalArgumentException(
                    "The state repository has no data source: set its dataSource, such as #bean:nameOfTheDataSource");
        }
        if (tableName == null || !NAME.matcher(tableName).matches()) {
            throw new IllegalArgumentException("The state repository's tableName '" + tableName
                    + "' is no name of a table: use letters, digits and _, with a point after the schema");
        }
        if (scope == null || scope.isBlank() || scope.length() > MOST_OF_SCOPE) {
            throw new IllegalArgumentException(
                    "The state repository's scope '" + scope + "' must have 1 to " + MOST_OF_SCOPE + " characters");
        }
    }

    /** The database need not be there yet: each use looks for it. */
    @Override
    protected void doStart() {
        checkOptions();
    }

    @Override
    protected void doStop() {
        table = null;
        states.clear();
    }

    public DataSource getDataSource() {
        return dataSource;
    }

    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public String getTableName() {
        return tableName;
    }

    /** Takes effect with the next start. */
    public void setTableName(String tableName) {
        this.tableName = tableName;
    }

    public String getScope() {
        return scope;
    }

    /** Takes effect with the next start. */
    public void setScope(String scope) {
        this.scope = scope;
    }
}
