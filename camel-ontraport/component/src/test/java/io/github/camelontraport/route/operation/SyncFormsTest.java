package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.FileSyncLedger;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.sandbox.SandboxField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syncs of other types than contacts, by other keys, with labels and typed values, and with a ledger in a file. */
class SyncFormsTest extends SyncTestSupport {

    @TempDir
    private Path folder;

    private static Map<String, Object> row(String key, Object value, String other, Object otherValue) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(key, value);
        row.put(other, otherValue);
        return row;
    }

    @Test
    void customObjectsAreSyncedByTheirUniqueField() {
        int courses = sandbox()
                .defineCustomObject(
                        "Course",
                        Map.of(
                                "f100", SandboxField.unique("f100", "Code"),
                                "f101", SandboxField.of("f101", "Title", "text")));
        String sync = "ontraport:Course?operation=sync&syncLedger=#ledger";
        List<Map<String, Object>> rows =
                List.of(row("f100", "A1", "f101", "Art"), row("f100", "B2", "f101", "Biology"));

        counts(sync(sync, rows), "read", 2, "created", 2);

        assertThat(sandbox().records(courses))
                .extracting(record -> record.get("f101"))
                .containsExactlyInAnyOrder("Art", "Biology");
        assertThat(requests("POST /objects/saveorupdate")).isEqualTo(2);
        sandbox().forgetRequests();
        counts(sync(sync + "&syncKey=f100", rows), "read", 2, "unchanged", 2);
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void aKeyThatTheApiDoesNotMergeByMakesOneRecordToo() {
        String byName = WITH_LEDGER + "&syncKey=company";
        sandbox().create(CONTACTS, row("company", "Acme", "city", "Bend"));
        List<Map<String, Object>> rows =
                List.of(row("company", "Acme", "city", "Salem"), row("company", "Busy", "city", "x"));
        sandbox().faults().on("POST", "/objects").dropConnectionAfterCommit();

        counts(sync(byName, rows), "read", 2, "created", 1, "updated", 1);

        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get("city"))
                .containsExactly("Salem", "x");
        counts(sync(byName, rows), "read", 2, "unchanged", 2);
    }

    @Test
    void productsAreSyncedByTheirName() {
        String products = "ontraport:products?operation=sync&syncKey=name&syncLedger=#ledger";
        List<Map<String, Object>> rows = List.of(row("name", "Workshop", "price", 49));

        counts(sync(products, rows), "read", 1, "created", 1);
        counts(sync("ontraport:products?operation=sync&syncKey=name", rows), "read", 1, "unchanged", 1);
    }

    @Test
    void rowsMayHaveLabelsAndTypedValues() {
        String color = sandbox()
                .defineField(
                        CONTACTS,
                        SandboxField.choice("f1558", "Favourite colour", "drop", Map.of("1", "Blue", "2", "Red")));
        String typed = WITH_LEDGER + "&fieldNames=label&fieldFormat=typed&syncKey=Email";
        List<Map<String, Object>> rows = List.of(
                row("Email", "nora@example.com", "Favourite colour", "Blue"),
                row("Email", "otto@example.com", "Birthday", LocalDate.of(1990, 5, 17)),
                row("Email", "x@example.com", "Favourite colour", "Green"),
                row("Email", "y@example.com", "Favourite animal", "Cat"));

        counts(sync(typed + REJECTS, rows), "read", 4, "created", 2, "rejected", 2);

        assertThat(sandbox().records(CONTACTS))
                .extracting(record -> record.get(color))
                .containsExactlyInAnyOrder("1", null);
        assertThat(rejected)
                .extracting(exchange -> exchange.getMessage().getHeader(OntraportConstants.ROW))
                .containsExactly(3L, 4L);
        counts(sync(typed, rows.subList(0, 2)), "read", 2, "unchanged", 2);
        counts(sync(SYNC + "&fieldNames=label&fieldFormat=typed", rows.subList(0, 2)), "read", 2, "unchanged", 2);
    }

    @Test
    void aLedgerInAFileServesOneRunAfterTheOther() {
        Path file = folder.resolve("data/contacts.ledger");
        context.getRegistry().bind("file", new FileSyncLedger(file));
        String withFile = SYNC + "&syncLedger=#file";

        counts(sync(withFile + "&dryRun=true", rows(3)), "read", 3, "created", 3);
        assertThat(file).doesNotExist();
        counts(sync(withFile, rows(3)), "read", 3, "created", 3);
        context.getRegistry().bind("file", new FileSyncLedger(file));
        sandbox().forgetRequests();
        counts(sync(withFile + "&concurrency=2", rows(3)), "read", 3, "unchanged", 3);

        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void jsonLinesAreReadOneByOneAndWhatComesBeforeABrokenLineIsWritten() {
        String lines = "{\"email\":\"a@example.com\"}\n{\"email\":\"b@example.com\"}\n{\"email\":";

        Exchange ended = send(SYNC, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(ended.getException())
                .hasMessageContaining("line 3")
                .hasMessageContaining("created=2")
                .hasMessageNotContaining("example.com");
        assertThat(sandbox().records(CONTACTS)).hasSize(2);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        Exchange ended = send(SYNC, "{\"email\":\"é@example.com\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ended.getException()).hasMessageContaining("cannot be read");
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void longKeysAreLookedUpInMoreRequestsWithShortUrls() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(row("company", "ü".repeat(40) + i, "city", "x"));
        }

        counts(sync(SYNC + "&syncKey=company&dryRun=true", rows), "read", 50, "created", 50);

        assertThat(requests("GET /objects")).isGreaterThan(1);
    }
}
