package io.github.camelontraport.examples.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncExampleTest {

    private static final String PEOPLE = "jdbc:h2:mem:people;DB_CLOSE_DELAY=-1";

    @TempDir
    private Path folder;

    /** As after a clone, there is no such folder yet. */
    private Path state;

    private final Properties settings = new Properties();

    @BeforeEach
    void set() throws IOException {
        settings.setProperty("sync.from", "data/people.csv");
        settings.setProperty("sync.query", "");
        settings.setProperty("sync.mapping", "data/mapping.yaml");
        state = folder.resolve("state");
        settings.setProperty("sync.state", state.toString());
        settings.setProperty("sync.mode", "dedup");
        settings.setProperty("sync.onMissing", "keep");
        settings.setProperty("sync.dryRun", "false");
        try (ServerSocket free = new ServerSocket(0)) {
            settings.setProperty("sync.port", Integer.toString(free.getLocalPort()));
        }
    }

    private Map<String, Object> sync() throws Exception {
        return Sync.run(settings, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @Test
    void aSecondStartSendsNothing() throws Exception {
        assertThat(sync())
                .containsEntry("read", 4L)
                .containsEntry("created", 2L)
                .containsEntry("superseded", 1L)
                .containsEntry("rejected", 1L)
                .containsEntry("tagged", 2L);
        assertThat(state.resolve("rejected.txt"))
                .content()
                .contains("3: ")
                .contains("no email")
                .contains("Ada")
                .endsWith("\n");

        assertThat(sync())
                .containsEntry("unchanged", 2L)
                .containsEntry("rejected", 1L)
                .containsEntry("requests", 0L);
    }

    @Test
    void jsonLinesAndModes() throws Exception {
        sync();
        settings.setProperty("sync.from", "data/people.jsonl");
        settings.setProperty("sync.mode", "refresh");
        settings.setProperty("sync.onMissing", "delete");
        settings.setProperty("sync.dryRun", "true");

        Map<String, Object> dryRun = sync();

        assertThat(dryRun).containsEntry("unchanged", 1L).containsEntry("removed", 1L);
        settings.setProperty("sync.dryRun", "false");
        assertThat(sync()).containsEntry("unchanged", 1L).containsEntry("removed", 1L);
    }

    @Test
    void rowsOfADatabase() throws Exception {
        try (Connection connection = DriverManager.getConnection(PEOPLE);
                Statement statement = connection.createStatement()) {
            statement.execute("create table people(\"Address\" varchar, \"First name\" varchar, \"Born\" date)");
            statement.execute(
                    "insert into people values ('ada@example.com', 'Ada', null), ('ida@example.com', 'Ida', null)");
        }
        settings.setProperty("sync.from", PEOPLE);
        settings.setProperty("sync.query", "select * from people");

        assertThat(sync()).containsEntry("created", 2L);
        assertThat(sync()).containsEntry("unchanged", 2L).containsEntry("requests", 0L);
    }

    /** A server with a cursor of its own: rows come in batches, and types are those of another driver. */
    @Test
    void rowsOfPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table people(\"Address\" text, \"First name\" text, \"Born\" date)");
            statement.execute("insert into people select 'p' || n || '@example.com', 'P' || n, date '1990-05-17'"
                    + " from generate_series(1, 120) n");
            settings.setProperty("sync.from", server.getJdbcUrl("postgres", "postgres"));
            settings.setProperty("sync.query", "select * from people order by 1");

            assertThat(sync()).containsEntry("created", 120L).containsEntry("rejected", 0L);
            assertThat(sync()).containsEntry("unchanged", 120L).containsEntry("requests", 0L);
            statement.execute("update people set \"First name\" = 'Petra' where \"Address\" = 'p7@example.com'");
            assertThat(sync()).containsEntry("updated", 1L).containsEntry("unchanged", 119L);
        }
    }

    @Test
    void theReadmeShowsTheRoutes() throws Exception {
        assertThat(Files.readString(Path.of("README.md")))
                .contains(Files.readString(Path.of("src/main/resources/routes/sync.camel.yaml")));
    }
}
