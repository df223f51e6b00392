package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.poll.checkpoint.StateConflictException;
import io.github.camelontraport.support.FaultyDataSource;
import io.github.camelontraport.support.FaultyDataSource.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.main.Main;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcStateRepositoryTest {

    private static final String KEY = "watch/contacts/created";

    private final JdbcDataSource database = new JdbcDataSource();
    private Fault fault = Fault.NONE;
    private final FaultyDataSource faulty = new FaultyDataSource(database, () -> fault);

    JdbcStateRepositoryTest() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static JdbcStateRepository started(DataSource dataSource) {
        JdbcStateRepository repository = new JdbcStateRepository(dataSource);
        repository.start();
        return repository;
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void makesItsTableWhoeverIsFirst() throws Exception {
        IntStream.range(0, 8).parallel().forEach(number -> started(database).setState("key" + number, "text" + number));

        assertThat(query("select count(*) from ontraport_state")).isEqualTo("8");
        assertThat(query("select state_text from ontraport_state where scope = 'default' and state_key = 'key3'"))
                .isEqualTo("text3");
    }

    @Test
    void usesATableThatIsThereAndOneOfAnotherSchema() throws Exception {
        execute("create schema other");
        JdbcStateRepository first = new JdbcStateRepository(database);
        first.setTableName("other.states");
        first.start();
        first.setState(KEY, "1");
        JdbcStateRepository second = new JdbcStateRepository(database);
        second.setTableName("other.states");
        second.start();

        assertThat(second.getState(KEY)).isEqualTo("1");
        assertThat(query("select state_text from other.states")).isEqualTo("1");
    }

    @Test
    void scopesKeepApplicationsApart() {
        JdbcStateRepository first = started(database);
        JdbcStateRepository second = new JdbcStateRepository(database);
        second.setScope("billing");
        second.start();
        first.setState(KEY, "1");

        assertThat(second.getState(KEY)).isNull();
        second.setState(KEY, "2");
        assertThat(first.getState(KEY)).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECT", "BEFORE", "AFTER", "CLOSE"})
    void aBrokenConnectionIsAnErrorAndNeitherAnEmptyStateNorAnotherConsumer(Fault broken) {
        JdbcStateRepository repository = started(faulty);
        repository.setState(KEY, "1");
        for (String text : new String[] {"2", null, "3", "3"}) {
            fault = broken;
            assertThatThrownBy(() -> repository.setState(KEY, text))
                    .isNotInstanceOf(StateConflictException.class)
                    .hasMessageContaining(KEY)
                    .hasMessageContaining("ontraport_state")
                    .hasMessageContaining("The connection is broken");
            assertThatThrownBy(() -> repository.setState(KEY, text)).isNotInstanceOf(StateConflictException.class);
            fault = Fault.NONE;
            repository.setState(KEY, text);
            fault = broken;
            assertThatThrownBy(() -> repository.getState(KEY)).hasMessageContaining("cannot be read");
            fault = Fault.NONE;
            assertThat(repository.getState(KEY)).isEqualTo(text);
        }
        assertThat(faulty.open()).isZero();
    }

    /** The first write arrived although it failed, and another consumer went on from it. */
    @Test
    void afterAWriteThatFailedAnotherConsumerIsNoticed() {
        JdbcStateRepository repository = started(faulty);
        repository.setState(KEY, "1");
        fault = Fault.AFTER;
        assertThatThrownBy(() -> repository.setState(KEY, "2")).hasMessageContaining("broken");
        fault = Fault.NONE;
        JdbcStateRepository other = started(database);
        assertThat(other.getState(KEY)).isEqualTo("2");
        other.setState(KEY, "3");

        assertThatThrownBy(() -> repository.setState(KEY, "2")).isInstanceOf(StateConflictException.class);
        assertThat(repository.getState(KEY)).isEqualTo("3");
    }

    /** The versions of rows begin anew in no order, so that an old version is never that of a new row. */
    @Test
    void aRowThatWasRemovedAndMadeAgainIsAnotherOne() {
        JdbcStateRepository first = started(database);
        JdbcStateRepository second = started(database);
        first.setState(KEY, "1");
        assertThat(second.getState(KEY)).isEqualTo("1");
        second.setState(KEY, null);
        second.setState(KEY, "1");

        assertThatThrownBy(() -> first.setState(KEY, "2")).isInstanceOf(StateConflictException.class);
    }

    @Test
    void theDatabaseMayStartLater() {
        fault = Fault.CONNECT;
        JdbcStateRepository repository = started(faulty);
        assertThatThrownBy(() -> repository.getState(KEY)).hasMessageContaining("The connection is broken");
        fault = Fault.BEFORE;
        assertThatThrownBy(() -> repository.getState(KEY)).hasMessageContaining("The connection is broken");

        fault = Fault.NONE;
        assertThat(repository.getState(KEY)).isNull();
        repository.setState(KEY, "1");
        repository.stop();
        repository.start();
        assertThat(repository.getState(KEY)).isEqualTo("1");
    }

    @Test
    void connectionsThatDoNotCommitByThemselvesDoSoHere() throws Exception {
        FaultyDataSource manual = new FaultyDataSource(database, () -> Fault.NONE) {

            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(false);
                return connection;
            }
        };
        started(manual).setState(KEY, "1");

        assertThat(query("select state_text from ontraport_state")).isEqualTo("1");
    }

    @Test
    void aTableThatCannotBeMadeIsShown() throws Exception {
        execute("create user reader password ''");
        JdbcDataSource readOnly = new JdbcDataSource();
        readOnly.setURL(database.getURL().replaceFirst(";.*", ""));
        readOnly.setUser("reader");
        readOnly.setPassword("");

        assertThatThrownBy(() -> started(readOnly).getState(KEY))
                .hasMessageContaining("The table ontraport_state cannot be read: Table \"ONTRAPORT_STATE\" not found")
                .hasMessageContaining("The attempt to make it failed: Not enough rights")
                .hasMessageContaining("CREATE TABLE ontraport_state (scope VARCHAR(100) NOT NULL, state_key"
                        + " VARCHAR(255) NOT NULL, version NUMERIC(19) NOT NULL, state_text CLOB, PRIMARY KEY (scope,"
                        + " state_key))");
    }

    @Test
    void aTableThatIsThereButCannotBeReadIsNotCalledMissing() throws Exception {
        execute("create table ontraport_state (scope varchar(100) not null, name varchar(255))");

        assertThatThrownBy(() -> started(faulty).getState(KEY))
                .hasMessageContaining("The table ontraport_state cannot be read: Column \"STATE_KEY\" not found")
                .cause()
                .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessageContaining("already exists"))
                .cause()
                .hasMessageStartingWith("Column \"STATE_KEY\" not found");
        assertThat(faulty.open()).isZero();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAnErrorAndNoMissingTable() {
        fault = Fault.HANG;
        assertThatThrownBy(() -> started(faulty).getState(KEY)).hasMessageEndingWith("cancelled at its timeout");
        fault = Fault.NONE;
        JdbcStateRepository repository = started(faulty);
        repository.setState(KEY, "1");
        fault = Fault.HANG;

        assertThatThrownBy(() -> repository.getState(KEY)).hasMessageEndingWith("cancelled at its timeout");
        for (String text : new String[] {"2", null}) {
            assertThatThrownBy(() -> repository.setState(KEY, text))
                    .isNotInstanceOf(StateConflictException.class)
                    .hasMessageEndingWith("cancelled at its timeout");
        }
        assertThat(faulty.open()).isZero();
    }

    @Test
    void keysThatTheDatabaseTakesForTheSameAreRefused() throws Exception {
        execute("create table ontraport_state (scope varchar(100) not null, state_key varchar_ignorecase(255) not null,"
                + " version numeric(19) not null, state_text clob, primary key (scope, state_key))");
        JdbcStateRepository repository = started(database);
        repository.setState("watch", "1");

        assertThatIllegalStateException()
                .isThrownBy(() -> repository.getState("Watch"))
                .withMessageContaining("'Watch' and 'watch'")
                .withMessageContaining("collation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "state;drop", "1state", "a.b.c.d", "\"state\""})
    void refusesWhatIsNoNameOfATable(String name) {
        JdbcStateRepository repository = new JdbcStateRepository(database);
        repository.setTableName(name);

        assertThatIllegalArgumentException()
                .isThrownBy(repository::start)
                .withMessageContaining("tableName '" + name + "'");
    }

    @Test
    void needsADataSourceAndAScope() {
        JdbcStateRepository repository = new JdbcStateRepository();
        assertThatIllegalArgumentException().isThrownBy(repository::start).withMessageContaining("set its dataSource");
        repository.setDataSource(database);
        repository.setScope("x".repeat(101));
        assertThatIllegalArgumentException().isThrownBy(repository::start).withMessageContaining("scope");
        repository.setScope("x");
        repository.start();
        repository.setState(KEY, "1");
        assertThat(repository.getState(KEY)).isEqualTo("1");
    }

    @Test
    void isABeanOfProperties() throws Exception {
        Main main = new Main();
        main.bind("database", database);
        main.addInitialProperty("camel.beans.state", "#class:" + JdbcStateRepository.class.getName());
        main.addInitialProperty("camel.beans.state.dataSource", "#bean:database");
        main.addInitialProperty("camel.beans.state.tableName", "states");
        main.addInitialProperty("camel.beans.state.scope", "billing");
        main.start();
        try {
            JdbcStateRepository repository =
                    main.getCamelContext().getRegistry().lookupByNameAndType("state", JdbcStateRepository.class);
            assertThat(repository.getDataSource()).isSameAs(database);
            assertThat(repository.getTableName()).isEqualTo("states");
            assertThat(repository.getScope()).isEqualTo("billing");
        } finally {
            main.stop();
        }
    }
}
