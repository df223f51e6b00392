package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.storage.DataFileException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs an account with example data from a shell until the process is terminated. {@code --help} lists the options. The first
 * line that it prints is {@code Base URL: } with the URL.
 */
public final class SandboxMain {

    private static final int USAGE_ERROR = 2;

    private SandboxMain() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(SandboxArguments.USAGE);
            return;
        }
        // The server's own threads keep the process alive.
        if (start(List.of(arguments), System.out, System.err, SandboxMain::stopWithProcess)
                .isEmpty()) {
            System.exit(USAGE_ERROR);
        }
    }

    private static void stopWithProcess(OntraportSandbox sandbox) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox, System.out, System.err)));
    }

    /**
     * Starts the account and prints how to reach it. On failure prints the reason and returns empty.
     *
     * @param onStart called before anything is printed: who has read the URL may end the process at once
     */
    static Optional<OntraportSandbox> start(
            List<String> arguments, PrintStream out, PrintStream err, Consumer<OntraportSandbox> onStart) {
        OntraportSandbox.Builder builder;
        try {
            builder = SandboxArguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(SandboxArguments.USAGE);
            return Optional.empty();
        }
        OntraportSandbox sandbox;
        try {
            sandbox = builder.start();
        } catch (DataFileException e) {
            err.println(e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            err.println("The sandbox could not start, perhaps because its port is taken: " + e.getMessage());
            err.print(SandboxArguments.USAGE);
            return Optional.empty();
        }
        onStart.accept(sandbox);
        out.println("Base URL: " + sandbox.baseUrl());
        out.println("Web page: " + sandbox.pageUrl());
        out.println("API key:  " + sandbox.apiKey());
        out.println("App ID:   " + sandbox.appId());
        out.println("Try:      curl -H 'Api-Key: " + sandbox.apiKey() + "' -H 'Api-Appid: " + sandbox.appId() + "' '"
                + sandbox.baseUrl() + "/Contacts?range=3'");
        return Optional.of(sandbox);
    }

    private static void stop(OntraportSandbox sandbox, PrintStream out, PrintStream err) {
        try {
            sandbox.close();
            out.println("The sandbox has stopped");
        } catch (RuntimeException e) {
            err.println("The sandbox could not store the account: " + e.getMessage());
        }
    }
}
