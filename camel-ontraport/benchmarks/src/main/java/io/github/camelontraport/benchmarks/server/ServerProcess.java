package io.github.camelontraport.benchmarks.server;

import io.github.camelontraport.benchmarks.measure.ProcessCpu;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The canned server in a process of its own, so that its work is not counted as a candidate's. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static ServerProcess start() throws IOException {
        Process process = JavaProgram.of(
                        CannedServer.class,
                        "-Xmx256m",
                        // Otherwise the CPU time of a compiler thread that ended counts as that of the server.
                        "-XX:-UseDynamicNumberOfCompilerThreads",
                        // Otherwise each reply waits for the client's delayed acknowledgement, 40 ms.
                        "-Dsun.net.httpserver.nodelay=true")
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return new ServerProcess(process, Integer.parseInt(out.readLine()));
    }

    /** An account of so many contacts, where every reply takes so long. */
    public URI account(long contacts, int latencyMillis) {
        return URI.create("http://localhost:" + port + "/" + contacts + "/" + latencyMillis + "/1");
    }

    public ProcessCpu cpu() {
        return ProcessCpu.of(process.toHandle());
    }

    /** Ends with this process, too, as the server reads its input to the end. */
    @Override
    public void close() {
        process.destroy();
    }
}
