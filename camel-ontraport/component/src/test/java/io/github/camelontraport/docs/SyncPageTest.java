package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the page on syncs that read a CSV file. */
class SyncPageTest {

    private static final Path PAGE = Documents.ROOT.resolve("docs/sync.md");
    private static final int CONTACTS = 0;
    private static final int TAGS = 14;
    private static final String HEADING = "E-mail;ignored\n";

    @TempDir
    private Path folder;

    private static String routes() {
        return Block.of(PAGE).stream()
                .map(Block::text)
                .filter(text -> text.contains("csv:"))
                .findFirst()
                .orElseThrow();
    }

    private void write(String rows) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        // The route must not read it half written.
        Path file = Files.writeString(folder.resolve("customers.csv"), HEADING + rows);
        Files.move(file, inbox.resolve("customers.csv"), StandardCopyOption.REPLACE_EXISTING);
    }

    private String refused() throws IOException {
        Path outbox = folder.resolve("outbox");
        if (!Files.exists(outbox)) {
            return "";
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.map(Documents::text).collect(Collectors.joining());
        }
    }

    private static Map<String, Object> contact(OntraportSandbox account, String email) {
        return account.records(CONTACTS).stream()
                .filter(contact -> email.equals(contact.get("email")))
                .findFirst()
                .orElse(Map.of());
    }

    private static List<String> withTag(OntraportSandbox account, String tag) {
        String ids = account.records(TAGS).stream()
                .filter(one -> tag.equals(one.get("tag_name")))
                .map(one -> "*/*" + one.get("tag_id") + "*/*")
                .collect(Collectors.joining());
        return ids.isEmpty()
                ? List.of()
                : account.records(CONTACTS).stream()
                        .filter(contact ->
                                String.valueOf(contact.get("contact_cat")).contains(ids))
                        .map(contact -> contact.get("email").toString())
                        .toList();
    }

    @Test
    void aFileIsReadEachTimeItChanges() throws Exception {
        String local = routes().replace("file:inbox", "file:" + folder.resolve("inbox"))
                .replace("file:outbox", "file:" + folder.resolve("outbox"))
                .replace(
                        "data/customers.ledger",
                        folder.resolve("customers.ledger").toString());
        try (OntraportSandbox account =
                OntraportSandbox.builder().exampleData(true).start()) {
            Main main = MainRoutes.of(account, folder, local);
            try {
                write("ann@example.com,Ann,Gold,2026-03-01\nbob@example.com,Bob,Silver,2026-03-02\nno address,Cy,,\n");
                main.start();
                within(() -> assertThat(withTag(account, "Customer")).contains("ann@example.com", "bob@example.com"));
                assertThat(contact(account, "ann@example.com"))
                        .containsEntry("firstname", "Ann")
                        .containsEntry("f1558", "2")
                        .containsEntry("f1561", "1772323200");
                within(() -> assertThat(refused()).startsWith("Row 3: HTTP 422: Invalid email address {"));

                write("ann@example.com,Anna,Gold,2026-03-01\n");
                within(() -> assertThat(withTag(account, "Customer")).doesNotContain("bob@example.com"));
                assertThat(contact(account, "ann@example.com")).containsEntry("firstname", "Anna");
            } finally {
                main.stop();
            }
        }
    }

    private interface Check {

        void run() throws Exception;
    }

    private static void within(Check check) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(check::run);
    }
}
