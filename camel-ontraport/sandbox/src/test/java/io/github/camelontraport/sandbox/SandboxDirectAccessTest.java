package io.github.camelontraport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.TestTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxDirectAccessTest {

    @RegisterExtension
    static final OntraportSandboxExtension EXTENSION = TestTime.extension();

    private OntraportSandbox sandbox;

    @BeforeEach
    void remember(OntraportSandbox given) {
        sandbox = given;
    }

    @Test
    void createSetsIdsAndDates() {
        assertThat(sandbox.create(0, Map.of("id", 500, "dlm", 17, "unique_id", "u")))
                .isEqualTo(500);
        assertThat(sandbox.find(0, 500).orElseThrow())
                .containsEntry("dlm", "17")
                .containsEntry("unique_id", "u");
        assertThat(sandbox.create(0, Map.of())).isEqualTo(501);
        assertThatThrownBy(() -> sandbox.create(0, Map.of("id", 500))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesJavaValuesInWireForm() {
        Map<String, Object> fields = new HashMap<>(Map.of("f1", true, "f2", List.of(3, "7"), "f3", List.of()));
        fields.put("city", null);
        for (String name : Arrays.asList("f1", "f2", "f3")) {
            sandbox.defineField(0, SandboxField.of(name, name, "list"));
        }
        sandbox.create(0, fields);

        assertThat(sandbox.find(0, 1).orElseThrow())
                .containsEntry("f1", "1")
                .containsEntry("f2", "*/*3*/*7*/*")
                .containsEntry("f3", "")
                .containsEntry("city", null);
    }

    @Test
    void updateSetsDlmUnlessGiven() {
        sandbox.create(0, Map.of());
        sandbox.clock().advance(Duration.ofSeconds(1));

        sandbox.update(0, 1, Map.of("city", "Bend"));
        assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("dlm", "1762503001");
        sandbox.update(0, 1, Map.of("dlm", 99));
        assertThat(sandbox.find(0, 1).orElseThrow()).containsEntry("dlm", "99").containsEntry("city", "Bend");
    }

    @Test
    void unknownTypesFieldsAndIdsAreErrors() {
        assertThatThrownBy(() -> sandbox.create(0, Map.of("firstnam", "x"))).hasMessageContaining("firstnam");
        assertThatThrownBy(() -> sandbox.create(0, Map.of("contact_cat", "*/*1*/*")))
                .hasMessageContaining("contact_cat");
        assertThatThrownBy(() -> sandbox.create(138, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.create(9999, Map.of())).hasMessage("No object type 9999");
        assertThatThrownBy(() -> sandbox.update(0, 1, Map.of())).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sandbox.delete(0, 1)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sandbox.addTag(0, 1, "VIP")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sandbox.defineField(0, SandboxField.of("email", "Email", "email")))
                .hasMessageContaining("email");
        assertThatThrownBy(() -> SandboxField.of("f1", "x", "int")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.defineCustomObject("Contact", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.clock().advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void directAccessIsNotCountedAndMeetsNoFault() {
        sandbox.faults().always().status(500, "x");
        sandbox.create(0, Map.of());

        assertThat(sandbox.requestCount()).isZero();
        assertThat(sandbox.records(0)).hasSize(1);
    }

    @Test
    void clearDeletesTheRecordsAndKeepsTheRest() {
        ApiClient api = ApiClient.of(sandbox);
        int projects = sandbox.defineCustomObject("Projects", Map.of());
        String field = sandbox.defineField(0, SandboxField.of(null, "x", "text"));
        List<Integer> types = List.of(0, 1, 3, 5, 7, 12, 16, 17, 45, 46, 52, 122, 140, projects);
        types.forEach(type -> sandbox.create(type, Map.of()));
        sandbox.createHidden(0, Map.of(field, "hidden"));
        sandbox.addTag(0, 1, "VIP");
        sandbox.create(145, Map.of("url", "https://hooks.example", "event", "object_create(0)"));
        sandbox.clock().advance(Duration.ofDays(1));
        sandbox.requestsPerMinute(7);
        api.get("/Contacts");
        sandbox.faults().omitRateHeaders(true);

        sandbox.clear();

        assertThat(types).allSatisfy(type -> assertThat(sandbox.records(type)).isEmpty());
        assertThat(List.of(44, 138, 146))
                .as("tag subscribers and the views of orders")
                .allSatisfy(type -> assertThat(sandbox.records(type)).isEmpty());
        assertThat(sandbox.records(2)).as("users").hasSize(1);
        assertThat(sandbox.records(14)).as("tags").hasSize(1);
        assertThat(sandbox.records(145)).as("webhook subscriptions").hasSize(1);
        assertThat(sandbox.requestCount()).isEqualTo(1);
        assertThat(sandbox.clock().instant().getEpochSecond()).isEqualTo(TestTime.START + 86_400);
        assertThat(api.get("/Contacts").header("X-Rate-Limit-Remaining")).isNull();
        assertThat(sandbox.create(0, Map.of(field, "kept"))).isEqualTo(3);
        assertThat(sandbox.create(projects, Map.of())).isEqualTo(2);
    }

    @Test
    void resetRestoresTheInitialState() {
        ApiClient api = ApiClient.of(sandbox);
        sandbox.create(0, Map.of());
        sandbox.defineCustomObject("Projects", Map.of());
        sandbox.defineField(0, SandboxField.of(null, "x", "text"));
        sandbox.clock().advance(Duration.ofDays(1));
        sandbox.requestsPerMinute(1);
        api.get("/Contacts");
        sandbox.faults().omitRateHeaders(true).status(500, "x");

        sandbox.reset();

        assertThat(sandbox.records(0)).isEmpty();
        assertThat(sandbox.requestCount()).isZero();
        assertThat(sandbox.clock().instant().getEpochSecond()).isEqualTo(TestTime.START);
        assertThat(api.get("/Contacts").header("X-Rate-Limit-Remaining")).isEqualTo("179");
        assertThat(sandbox.create(0, Map.of())).isEqualTo(1);
        assertThat(sandbox.defineCustomObject("Projects", Map.of())).isEqualTo(10_000);
        assertThat(sandbox.defineField(0, SandboxField.of(null, "x", "text"))).isEqualTo("f1558");
    }
}
