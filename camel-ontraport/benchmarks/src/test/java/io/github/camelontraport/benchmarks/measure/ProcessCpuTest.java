package io.github.camelontraport.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessCpuTest {

    private static final long WORK = Duration.ofMillis(300).toNanos();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ProcessCpu self = ProcessCpu.of(ProcessHandle.current());

    @Test
    void countsTheWorkOfAThreadThatLives() {
        ProcessCpu.Reading before = self.read();
        burn();

        assertThat(self.read().since(before)).isGreaterThan(WORK / 2);
    }

    @Test
    void countsTheWorkOfAThreadThatEnded() throws InterruptedException {
        ProcessCpu.Reading before = self.read();
        Thread thread = new Thread(this::burn);
        thread.start();
        thread.join();

        assertThat(self.read().since(before)).isGreaterThan(WORK / 2);
    }

    /** The collector works in threads of its own and in that of the VM, while this one waits. */
    @Test
    void leavesOutWhatTheCollectorTakes() {
        assumeThat(ProcessCpu.isByThread()).isTrue();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Object> kept = IntStream.range(0, 1_000_000)
                .mapToObj(i -> (Object) List.of(new Object()))
                .toList();
        ProcessCpu.Reading before = self.read();
        long all = process.getProcessCpuTime();
        while (process.getProcessCpuTime() - all < WORK) {
            System.gc();
        }
        all = process.getProcessCpuTime() - all;

        assertThat(kept).isNotEmpty();
        assertThat(self.read().since(before)).isLessThan(all / 2);
    }

    /** Until a thread has used so much CPU, however long a busy machine takes for it. */
    private void burn() {
        LongSupplier cpu = threads::getCurrentThreadCpuTime;
        long end = cpu.getAsLong() + WORK;
        while (cpu.getAsLong() < end) {
            Thread.onSpinWait();
        }
    }
}
