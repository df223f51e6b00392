package io.github.camelontraport.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    @TempDir
    private Path folder;

    @Test
    void theAccountsOfANodeThatIsKilledMoveToTheOthers() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<String> moved = Cluster.run(folder, new PrintStream(bytes, true, StandardCharsets.UTF_8));

        String out = bytes.toString(StandardCharsets.UTF_8);
        String afterwards = out.substring(out.indexOf("is killed"));
        assertThat(moved).as("the accounts are spread").hasSizeBetween(1, 19);
        assertThat(moved)
                .allSatisfy(account -> assertThat(afterwards).containsPattern("Node [12] watches " + account + "\\R"));
        assertThat(afterwards).contains("All 20 accounts are watched again, and every contact came");
    }
}
