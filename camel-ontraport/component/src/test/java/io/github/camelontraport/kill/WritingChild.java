package io.github.camelontraport.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.AtomicFileStateRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The JVM that does nothing but store: writers with a file each, as while one waits for the disk others are in the middle.
 * Each stores value after value, and prints the number of each when it is stored.
 */
final class WritingChild {

    private static final int WRITERS = 6;
    private static final String KEY = "number";
    private static final int LONGEST = 100_000;

    private WritingChild() {}

    /** What the children of a folder stored, as they said themselves. */
    static final class Progress implements ChildProcess.Lines {

        private final AtomicIntegerArray stored = new AtomicIntegerArray(WRITERS);

        @Override
        public void take(String line) {
            String[] parts = line.split(" ");
            stored.set(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        /** When no child lives: each file holds the last value that was said to be stored, or the one after. */
        void check(Path folder) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String found = read(folder, writer);
                int number = number(found);
                assertThat(found).as("a whole value").isEqualTo(value(number));
                assertThat(number)
                        .as("number in the file of writer %d", writer)
                        .isBetween(stored.get(writer), stored.get(writer) + 1);
                stored.set(writer, number);
            }
        }

        /** How many values were stored. */
        int total() {
            int total = 0;
            for (int writer = 0; writer < WRITERS; writer++) {
                total += stored.get(writer);
            }
            return total;
        }
    }

    private static String read(Path folder, int writer) {
        AtomicFileStateRepository repository = repository(folder, writer);
        try {
            return repository.getState(KEY);
        } finally {
            repository.stop();
        }
    }

    private static AtomicFileStateRepository repository(Path folder, int writer) {
        AtomicFileStateRepository repository = new AtomicFileStateRepository(folder.resolve("state" + writer));
        repository.start();
        return repository;
    }

    /** Nothing is stored with number 0. */
    private static int number(String value) {
        return value == null ? 0 : Integer.parseInt(value.substring(0, value.indexOf(':')));
    }

    /** Of any length, and of another letter than its neighbours, so that nothing of one passes for the other. */
    private static String value(int number) {
        if (number == 0) {
            return null;
        }
        String filler = Character.toString('a' + number % 26);
        return number + ":" + filler.repeat(new Random(number).nextInt(LONGEST));
    }

    public static void main(String[] args) throws IOException {
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            Thread thread = new Thread(() -> store(repository(Path.of(args[0]), writer), writer));
            thread.setDaemon(true);
            thread.start();
        }
        ChildProcess.untilTold();
    }

    private static void store(AtomicFileStateRepository repository, int writer) {
        int number = number(repository.getState(KEY));
        try {
            while (true) {
                number++;
                repository.setState(KEY, value(number));
                ChildProcess.print(writer + " " + number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
