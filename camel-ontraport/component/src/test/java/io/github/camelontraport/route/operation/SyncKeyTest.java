package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.sandbox.SandboxField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By which field a sync finds records, and how its values are compared. */
class SyncKeyTest extends SyncTestSupport {

    private static final String MEMBERS = "ontraport:Member?operation=sync&syncLedger=#ledger";

    private static Map<String, Object> member(String address, String name) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("f100", address);
        row.put("f101", name);
        return row;
    }

    private static int defineMembers(String... unique) {
        Map<String, SandboxField> fields = new LinkedHashMap<>();
        fields.put(
                "f100",
                new SandboxField(
                        "f100",
                        "Work e-mail",
                        "email",
                        Map.of(),
                        List.of(unique).contains("f100")));
        fields.put(
                "f101",
                new SandboxField(
                        "f101", "Name", "text", Map.of(), List.of(unique).contains("f101")));
        return sandbox().defineCustomObject("Member", fields);
    }

    @Test
    void addressesInACustomFieldAreComparedWithoutCase() {
        int members = defineMembers("f100");
        sandbox().create(members, member("Nora@Example.com", "Nora"));
        List<Map<String, Object>> rows = List.of(
                member("nora@example.com", "Nora"),
                member("OTTO@example.com", "x"),
                member("otto@example.com", "Otto"));

        counts(sync(MEMBERS, rows), "read", 3, "created", 1, "unchanged", 1, "superseded", 1);

        assertThat(sandbox().records(members))
                .extracting(record -> record.get("f101"))
                .containsExactly("Nora", "Otto");
        sandbox().forgetRequests();
        counts(
                sync(
                        MEMBERS + "&syncKey=f100",
                        List.of(member("NORA@example.com", "Nora"), member("Otto@Example.com", "Otto"))),
                "read",
                2,
                "unchanged",
                2);
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void otherKeysAreComparedWithCase() {
        sandbox().create(CONTACTS, Map.of("company", "Acme", "city", "Bend"));

        counts(
                sync(
                        WITH_LEDGER + "&syncKey=company&dryRun=true",
                        List.of(Map.of("company", "Acme", "city", "Bend"), Map.of("company", "ACME", "city", "Bend"))),
                "read",
                2,
                "created",
                1,
                "unchanged",
                1);
    }

    @Test
    void aTypeWithoutOneUniqueFieldNeedsTheOption() {
        defineMembers("f100", "f101");

        assertThat(send(MEMBERS, List.of(member("a@example.com", "A"))).getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("syncKey")
                .hasMessageContaining("f100")
                .hasMessageContaining("f101");
        assertThat(send("ontraport:products?operation=sync", Map.of("name", "Workshop"))
                        .getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("no unique field");
        counts(sync(MEMBERS + "&syncKey=f101", member("a@example.com", "A")), "read", 1, "created", 1);
        counts(sync(MEMBERS + "&syncKey=f101", member("b@example.com", "A")), "read", 1, "updated", 1);
    }
}
