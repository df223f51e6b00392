package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route on the page on clusters, with one node, which elects itself. */
class ClustersPageTest {

    private static final Path PAGE = Documents.ROOT.resolve("docs/clusters.md");
    private static final String LOCKS = "data/locks";

    @TempDir
    private Path folder;

    @Test
    void theLeaderKeepsItsPositionInTheDatabase() throws Exception {
        String route = Block.of(PAGE).get(0).text();
        assertThat(route).contains("uri: master:", LOCKS);
        try (OntraportSandbox account = OntraportSandbox.start()) {
            long id = account.create(0, Map.of("firstname", "Ada"));
            Main main = MainRoutes.of(
                    account,
                    folder,
                    route.replace(LOCKS, folder.resolve("locks").toString()));
            try {
                main.start();
                DataSource database =
                        main.getCamelContext().getRegistry().lookupByNameAndType("database", DataSource.class);

                await().atMost(Duration.ofMinutes(1))
                        .ignoreExceptionsInstanceOf(SQLException.class)
                        .untilAsserted(() -> assertThat(state(database)).contains("\"watermark\":" + id));
            } finally {
                main.stop();
            }
        }
    }

    private static String state(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select state_text from ontraport_state where state_key = 'contacts'")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
