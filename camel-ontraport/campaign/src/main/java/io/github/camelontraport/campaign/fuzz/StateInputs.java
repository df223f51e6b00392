package io.github.camelontraport.campaign.fuzz;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.campaign.time.VirtualTime;
import io.github.camelontraport.poll.checkpoint.Checkpoint;
import io.github.camelontraport.poll.checkpoint.CheckpointOwner;
import io.github.camelontraport.poll.checkpoint.IdSet;
import io.github.camelontraport.state.StateFileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.SortedMap;

/** What a disk or a database gives back. */
final class StateInputs {

    /** A file that the component wrote, and its parts. */
    static final String[] EXAMPLES = {example()};

    static final String[] IDS = ids();

    private static final CheckpointOwner OWNER =
            new CheckpointOwner("created", "contacts", OptionalInt.of(0), "x", "none");
    private static final VirtualTime TIME = new VirtualTime();

    private StateInputs() {}

    /** The file was refused. */
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1L;

        Damaged(Exception cause) {
            super(cause);
        }
    }

    private static String example() {
        try {
            Path folder = Files.createTempDirectory("campaign");
            AtomicFileStateRepository file = new AtomicFileStateRepository(folder.resolve("s"));
            file.start();
            file.setState("watch/contacts/created", "{\"format\":2,\"position\":7}");
            file.stop();
            return Files.readString(folder.resolve("s"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] ids() {
        IdSet few = new IdSet();
        IdSet many = new IdSet();
        for (long id = 1; id < 3_000; id += 1 + id % 7) {
            many.add(id * 1_000_003);
            few.add(id % 90 + 1);
        }
        return new String[] {few.write(), many.write(), new IdSet().write()};
    }

    /** As it is, and with the checksum that belongs to it, which a fuzzer would not find. */
    static Object file(byte[] input) throws Damaged {
        SortedMap<String, String> plain = null;
        try {
            plain = StateFileFormat.read(input);
        } catch (Exception e) {
            mustBeDamage(e);
        }
        try {
            return StateFileFormat.read(summed(input));
        } catch (Exception e) {
            mustBeDamage(e);
            if (plain == null) {
                throw new Damaged(e);
            }
            return plain;
        }
    }

    private static void mustBeDamage(Exception e) {
        if (!e.getClass().getSimpleName().equals("DamagedException")) {
            throw new AssertionError(e);
        }
    }

    private static byte[] summed(byte[] input) {
        byte[] example = EXAMPLES[0].getBytes(StandardCharsets.UTF_8);
        int lastLine = EXAMPLES[0].lastIndexOf('\n', EXAMPLES[0].length() - 2) + 1;
        String title = EXAMPLES[0].substring(0, EXAMPLES[0].indexOf('\n') + 1);
        int sum = example.length - lastLine;
        byte[] lines = input.length > sum ? Arrays.copyOf(input, input.length - sum) : input;
        byte[] before = Parser.text(lines).startsWith(title)
                ? lines
                : (title + Parser.text(lines)).getBytes(StandardCharsets.UTF_8);
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(before));
            String last = EXAMPLES[0].substring(lastLine).replaceAll("[0-9a-f]{64}", digest);
            byte[] whole = Arrays.copyOf(before, before.length + sum);
            System.arraycopy(last.getBytes(StandardCharsets.UTF_8), 0, whole, before.length, sum);
            return whole;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object checkpoint(byte[] input) {
        String text = Parser.text(input);
        return new Checkpoint(new Checkpoint.Store(key -> text, (key, value) -> {}), "key", OWNER, TIME.source())
                .read();
    }

    static Object ids(byte[] input) {
        IdSet read = IdSet.read(Parser.text(input));
        IdSet again = IdSet.read(read.write());
        if (again.size() != read.size() || again.highest() != read.highest()) {
            throw new AssertionError("ids change when they are written and read");
        }
        return read;
    }
}
