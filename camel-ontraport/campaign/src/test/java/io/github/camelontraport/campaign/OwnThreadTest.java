package io.github.camelontraport.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.campaign.fault.FaultKind;
import io.github.camelontraport.campaign.world.Findings;
import io.github.camelontraport.campaign.world.Findings.Kind;
import io.github.camelontraport.campaign.world.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OwnThreadTest {

    @Test
    void anErrorIsAFindingAndTheFolderIsGone() {
        CompletableFuture<Path> used = new CompletableFuture<>();
        Findings findings = OwnThread.run("test", Duration.ZERO, (folder, threads) -> {
            Files.writeString(folder.resolve("file"), "content");
            used.complete(folder);
            throw new OutOfMemoryError("of a test");
        });

        assertThat(findings.of(Kind.STUCK)).singleElement().asString().contains("OutOfMemoryError: of a test");
        assertThat(used.join()).doesNotExist();
    }

    @Test
    void aWorldThatDoesNotEndIsAFinding() {
        CountDownLatch never = new CountDownLatch(1);
        Findings findings = OwnThread.run("test", Duration.ofMillis(50), (folder, threads) -> {
            never.await();
            return new Findings();
        });

        assertThat(findings.of(Kind.STUCK)).singleElement().asString().contains("CountDownLatch.await");
    }

    /** The table has it as a broken row. */
    @Test
    void anErrorInAWorldBreaksItsRowOnly() {
        FaultKind error = new FaultKind("none", Set.of(Side.POLL), world -> {
            throw new StackOverflowError("of a test");
        });
        WorldRun run = new WorldRun(Side.POLL, error, 4711);
        Report report = new Report();

        assertThat(report.add(run, run.run())).isFalse();
        assertThat(report.failures()).singleElement().asString().contains("StackOverflowError: of a test");
        assertThat(report.table()).contains("| none | 1 |  |  |  | 0 | 0 | 0 | 0 | 1 |");
    }
}
