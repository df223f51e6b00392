package io.github.camelontraport.sandbox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxField;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.TestTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("account.json");
    }

    @Test
    void recordsAndTypesAreRestored() {
        String before;
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .http(false)
                .exampleData(true)
                .dataFile(file)
                .start()) {
            sandbox.defineField(0, SandboxField.of("f9", "Boss", "parent:0"));
            sandbox.update(0, 1, Map.of("firstname", "Zoë", "f9", 2));
            before = everything(sandbox);
        }
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .http(false)
                .exampleData(true)
                .dataFile(file)
                .start()) {
            assertThat(everything(sandbox)).isEqualTo(before).contains("Zoë");
        }
    }

    @Test
    void idsAndFieldNumbersAreNotReused() {
        try (OntraportSandbox sandbox = open()) {
            sandbox.create(0, Map.of());
            sandbox.create(0, Map.of());
            sandbox.delete(0, 2);
            sandbox.addTag(0, 1, "VIP");
            sandbox.removeTag(0, 1, "VIP");
            sandbox.defineCustomObject("Projects", Map.of());
            sandbox.defineField(10_000, SandboxField.of(null, "Colour", "text"));
        }
        try (OntraportSandbox sandbox = open()) {
            assertThat(sandbox.create(0, Map.of())).isEqualTo(3);
            assertThat(sandbox.create(2, Map.of())).isEqualTo(2);
            sandbox.addTag(0, 1, "VIP");
            assertThat(sandbox.records(138)).extracting(row -> row.get("id")).containsExactly("2");
            assertThat(sandbox.defineCustomObject("Tickets", Map.of())).isEqualTo(10_001);
            assertThat(sandbox.defineField(0, SandboxField.of(null, "Colour", "text")))
                    .isEqualTo("f1559");
        }
    }

    @Test
    void tagsAndGroupsAreRestored() {
        try (OntraportSandbox sandbox = open()) {
            sandbox.create(0, Map.of());
            sandbox.addTag(0, 1, "VIP");
            sandbox.faults().tagDelay(Duration.ofSeconds(20));
            sandbox.addTag(0, 1, "Lead");
            sandbox.addToGroup(sandbox.create(3, Map.of("name", "Some", "type", 0)), 1);
        }
        try (OntraportSandbox sandbox = open()) {
            sandbox.addTag(0, 1, "VIP");
            assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("contact_cat", "*/*1*/*");
            assertThat(get(sandbox, "/1/Contacts?group_id=1").get("data")).hasSize(1);
            sandbox.clock().advance(Duration.ofSeconds(20));
            assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("contact_cat", "*/*1*/*2*/*");
            sandbox.removeTag(0, 1, "VIP");
            assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("contact_cat", "*/*2*/*");
        }
    }

    @Test
    void sectionsAreRestored() {
        Map<String, String> headers = Map.of("Api-Key", "key", "Api-Appid", "app", "Content-Type", "application/json");
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .http(false)
                .apiKey("key")
                .appId("app")
                .dataFile(file)
                .start()) {
            sandbox.answer(
                    "POST",
                    "/1/objects/fieldeditor",
                    headers,
                    "{\"objectID\":0,\"name\":\"Survey\",\"fields\":"
                            + "[[],[{\"alias\":\"Colour\",\"type\":\"text\",\"required\":1}]]}");
        }
        try (OntraportSandbox sandbox = OntraportSandbox.builder()
                .http(false)
                .apiKey("key")
                .appId("app")
                .dataFile(file)
                .start()) {
            assertThat(sandbox.answer("GET", "/1/objects/fieldeditor?objectID=0&section=Survey", headers, "")
                            .orElseThrow()
                            .body())
                    .contains("\"fields\":[[],[{\"id\":1558,\"alias\":\"Colour\"", "\"required\":1");
        }
    }

    @Test
    void pendingSubscriptionsAreRestored() {
        try (OntraportSandbox sandbox = open()) {
            sandbox.create(0, Map.of());
            sandbox.create(140, Map.of("name", "Onboarding"));
            sandbox.faults().tagDelay(Duration.ofSeconds(20));
            sandbox.answer(
                    "PUT",
                    "/1/objects/subscribe",
                    Map.of("Api-Key", sandbox.apiKey(), "Api-Appid", sandbox.appId()),
                    "objectID=0&ids=1&add_list=1");
        }
        try (OntraportSandbox sandbox = open()) {
            assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("updateCampaign", "");
            sandbox.clock().advance(Duration.ofSeconds(20));
            assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("updateCampaign", "*/*1*/*");
        }
    }

    @Test
    void restoredTimeDoesNotRunBackwards() {
        try (OntraportSandbox sandbox = open()) {
            sandbox.clock().advance(Duration.ofDays(2));
        }
        try (OntraportSandbox sandbox = open()) {
            assertThat(sandbox.clock().instant())
                    .isEqualTo(TestTime.clock().instant().plus(Duration.ofDays(2)));
        }
    }

    @Test
    void hiddenRecordsAreVisibleAfterRestore() {
        try (OntraportSandbox sandbox = open()) {
            sandbox.createHidden(0, Map.of("city", "Bend"));
        }
        try (OntraportSandbox sandbox = open()) {
            assertThat(get(sandbox, "/1/Contacts?count=true").get("count").textValue())
                    .isEqualTo("1");
        }
    }

    @Test
    void resetReadsTheFileAgain() {
        try (OntraportSandbox sandbox = open()) {
            sandbox.create(0, Map.of());
        }
        try (OntraportSandbox sandbox = open()) {
            sandbox.create(0, Map.of());
            sandbox.reset();
            assertThat(sandbox.records(0)).hasSize(1);
        }
    }

    @Test
    void closeWritesTheFileOnce() throws IOException {
        OntraportSandbox sandbox = open();
        assertThat(file).doesNotExist();
        sandbox.close();
        Files.delete(file);
        sandbox.close();
        assertThat(file).doesNotExist();

        open().close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'lastId':1 | 'lastId':x",
                "'format':1 | 'format':2",
                "'tables': | 'tabels':",
                "'city':'Bend' | 'ctiy':'Bend'",
                "'id':'1' | 'id':'one'",
                "'type':0 | 'type':9999",
                "'type':150 | 'type':9999",
                "'object_type_id':'150' | 'object_type_id':'9999'",
                "'time':'2025 | 'time':'in 2025",
                "}]} | }]}}",
            })
    void startReportsADamagedFile(String sound, String damaged) throws IOException {
        try (OntraportSandbox sandbox = open()) {
            sandbox.create(0, Map.of("city", "Bend"));
            sandbox.create(150, Map.of());
            sandbox.addTag(150, 1, "VIP");
            sandbox.faults().tagDelay(Duration.ofSeconds(20));
            sandbox.addTag(150, 1, "Lead");
        }
        String content = Files.readString(file);
        String changed = content.replace(sound.replace('\'', '"'), damaged.replace('\'', '"'));
        assertThat(changed).isNotEqualTo(content);
        Files.writeString(file, changed);

        assertThatThrownBy(this::open)
                .hasMessageStartingWith("The data file " + file + " cannot be read or is damaged: ");
        assertThat(file).hasContent(changed);
    }

    @Test
    void startReportsAMissingFolder() {
        file = folder.resolve("none/account.json");

        assertThatThrownBy(this::open).hasMessage("There is no folder for the data file " + file);
    }

    @Test
    void closeReportsAFileThatCannotBeWritten() throws IOException {
        OntraportSandbox sandbox = open();
        Files.createDirectories(file.resolve("taken"));

        assertThatThrownBy(sandbox::close).hasMessageStartingWith("The data file " + file + " cannot be written: ");
    }

    /** The file was written by the first version of the format. */
    @Test
    void theFormatIsUnchanged() throws IOException {
        JsonNode before;
        try (InputStream json = DataFileTest.class.getResourceAsStream("/data-file-format-1.json")) {
            before = new ObjectMapper().readTree(json);
        }
        new ObjectMapper().writeValue(file.toFile(), before);
        Clock clock = Clock.fixed(Instant.parse(before.get("time").asText()), ZoneOffset.UTC);

        OntraportSandbox.builder()
                .http(false)
                .clock(clock)
                .dataFile(file)
                .start()
                .close();

        JsonNode after = new ObjectMapper().readTree(file.toFile());
        assertThat(after.properties()).hasSameSizeAs(before.properties());
        before.properties().forEach(member -> assertThat(after.get(member.getKey()))
                .as(member.getKey())
                .containsExactlyInAnyOrderElementsOf(member.getValue()));
        for (String scalar : List.of("format", "time", "nextObject", "nextField")) {
            assertThat(after.get(scalar)).as(scalar).isEqualTo(before.get(scalar));
        }
        assertThat(after.get("groupMembers")).isEqualTo(before.get("groupMembers"));
    }

    private OntraportSandbox open() {
        return OntraportSandbox.builder()
                .http(false)
                .clock(TestTime.clock())
                .dataFile(file)
                .start();
    }

    private static String everything(OntraportSandbox sandbox) {
        StringBuilder text = new StringBuilder(get(sandbox, "/1/objects/meta").toString());
        for (int type : new int[] {0, 2, 14, 16, 138, 150, 10_000}) {
            assertThat(sandbox.records(type)).as("type " + type).isNotEmpty();
            text.append(sandbox.records(type));
        }
        return text.toString();
    }

    private static JsonNode get(OntraportSandbox sandbox, String pathAndQuery) {
        Map<String, String> credentials = Map.of("Api-Key", sandbox.apiKey(), "Api-Appid", sandbox.appId());
        return ApiClient.parse(sandbox.answer("GET", pathAndQuery, credentials, "")
                .orElseThrow()
                .body());
    }
}
