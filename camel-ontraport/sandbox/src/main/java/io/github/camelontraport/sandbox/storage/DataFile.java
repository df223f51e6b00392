package io.github.camelontraport.sandbox.storage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.webhook.WebhookLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** The file that keeps an account between two runs. */
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
     * Fills an empty account from the file.
     *
     * @return the account's time when the file was written; empty when there is no file, which leaves the account as it is
     * @throws DataFileException when the file cannot be read or is damaged, or when its folder does not exist
     */
    public Optional<Instant> restore(Account account, WebhookLog log) {
        if (!Files.isDirectory(path.getParent())) {
            throw new DataFileException("There is no folder for the data file " + path, null);
        }
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            AccountSnapshot data = MAPPER.readValue(Files.readAllBytes(path), AccountSnapshot.class);
            if (data.format() != AccountSnapshot.FORMAT) {
                throw new IllegalArgumentException("format " + data.format() + " is unknown");
            }
            data.restore(account, log);
            return Optional.of(Instant.parse(data.time()));
        } catch (IOException | RuntimeException e) {
            throw new DataFileException(
                    "The data file " + path + " cannot be read or is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Replaces the file atomically, so that it holds either the old data or the new.
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
