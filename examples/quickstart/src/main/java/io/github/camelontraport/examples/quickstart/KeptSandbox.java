package io.github.camelontraport.examples.quickstart;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the sandbox with the account of the start before, if there was one. */
final class KeptSandbox {

    /** An account has 180, and more when its owner asks the vendor. */
    static final int REQUESTS_PER_MINUTE = 6_000;

    /** What the watcher remembers is of one account: that at this port, as the base URL is part of what it is. */
    private static final String PORT = "quickstart/sandbox-port";

    private KeptSandbox() {}

    /** @param watched is started, and so locked against another program that uses the same account */
    static OntraportSandbox start(Path account, AtomicFileStateRepository watched, PrintStream out) throws IOException {
        if (isOutlived(account, watched.getFileStore().toPath())) {
            out.println("The sandbox was killed before it could write its account: beginning anew.");
            watched.stop();
            Files.deleteIfExists(watched.getFileStore().toPath());
            Files.deleteIfExists(account);
            watched.start();
        }
        String port = watched.getState(PORT);
        OntraportSandbox sandbox = start(account, port == null ? 0 : Integer.parseInt(port));
        watched.setState(PORT, Integer.toString(sandbox.port()));
        return sandbox;
    }

    private static OntraportSandbox start(Path account, int port) {
        try {
            return OntraportSandbox.builder()
                    .requestsPerMinute(REQUESTS_PER_MINUTE)
                    .dataFile(account)
                    .port(port)
                    .start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the sandbox at port " + port + ", account in " + account + ": " + e.getMessage());
        }
    }

    /**
     * Whether the program was killed so hard that the sandbox had no time to write its account, unlike a real one, which
     * lives on. The watcher then remembers contacts that are not there.
     */
    private static boolean isOutlived(Path account, Path watched) throws IOException {
        return Files.exists(watched)
                && (!Files.exists(account)
                        || Files.getLastModifiedTime(watched).compareTo(Files.getLastModifiedTime(account)) > 0);
    }
}
