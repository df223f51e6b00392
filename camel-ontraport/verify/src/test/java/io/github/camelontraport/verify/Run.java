package io.github.camelontraport.verify;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One run of the program in this process. */
record Run(int exitCode, String out, String err) {

    static Run of(OntraportSandbox sandbox) {
        return of(ExampleAccount.environment(sandbox, sandbox.baseUrl()));
    }

    static Run of(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = VerifyMain.run(
                List.of(arguments),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines that begin with the outcome. */
    List<String> lines(Outcome outcome) {
        return out.lines().filter(line -> line.startsWith(outcome + " ")).toList();
    }
}
