package io.github.camelontraport.sandbox.account;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.SandboxClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** The file an account is kept in between two runs. */
public final class DataFile {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private final Path path;

    public DataFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * Fills an empty account from the file and sees to it that the account's time does not run backwards.
     *
     * @return false when there is no such file, which leaves the account as it is
     * @throws DataFileException when the file cannot be read or is damaged, or when it could not be written later
     */
    public boolean restore(AccountState account, SandboxClock clock) {
        if (!Files.isDirectory(path.getParent())) {
            throw new DataFileException("There is no folder for the data file " + path, null);
        }
        if (Files.notExists(path)) {
            return false;
        }
        try {
            AccountSnapshot data = MAPPER.readValue(Files.readAllBytes(path), AccountSnapshot.class);
            if (data.format() != AccountSnapshot.FORMAT) {
                throw new IllegalArgumentException("format " + data.format() + " is unknown");
            }
            data.restore(account);
            Duration behind = Duration.between(clock.instant(), Instant.parse(data.time()));
            clock.advance(behind.isNegative() ? Duration.ZERO : behind);
        } catch (IOException | RuntimeException e) {
            throw new DataFileException(
                    "The data file " + path + " cannot be read or is damaged: " + e.getMessage(), e);
        }
        return true;
    }

    /**
     * Replaces the file as a whole: it holds the old data or the new, whatever happens in between.
     *
     * @throws DataFileException when that is not possible
     */
    public void write(AccountSnapshot data) {
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        try {
            Files.write(
                    temporary,
                    MAPPER.writeValueAsBytes(data),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DataFileException("The data file " + path + " cannot be written: " + e, e);
        }
    }
}
