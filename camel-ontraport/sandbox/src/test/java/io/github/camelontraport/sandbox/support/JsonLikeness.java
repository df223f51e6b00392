package io.github.camelontraport.sandbox.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** How closely a reply must match the recorded one. The kinds of values must always match. */
public enum JsonLikeness {

    /** Same members and values, except those that depend on the time or the account. */
    SAME(true, Set.of("account_id", "dlm", "date")),
    /** As SAME, with another id. */
    CREATED(true, Set.of("account_id", "dlm", "date", "id", "tag_id")),
    /** As SAME, with another invoice id and another number of the bank. */
    CHARGED(true, Set.of("account_id", "invoice_id", "external_txn")),
    /** Whole records: both sides may have further fields and other values. */
    RECORDS(false, Set.of()),
    /** As RECORDS, where the recorded list of fields is incomplete. */
    SOME_FIELDS(false, Set.of());

    private final boolean exact;
    private final Set<String> freeValues;

    JsonLikeness(boolean exact, Set<String> freeValues) {
        this.exact = exact;
        this.freeValues = freeValues;
    }

    public void check(JsonNode expected, JsonNode actual) {
        // The envelope is compared exactly in any case; only records may differ.
        assertThat(names(actual)).isEqualTo(names(expected));
        expected.properties().forEach(member -> check(member.getKey(), member.getValue(), actual.get(member.getKey())));
    }

    private void check(String where, JsonNode expected, JsonNode actual) {
        if (!exact && (expected.isNull() || actual.isNull())) {
            return;
        }
        assertThat(actual.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            checkObject(where, expected, actual);
        } else if (expected.isArray()) {
            checkArray(where, expected, actual);
        } else if (exact && !freeValues.contains(where)) {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    private void checkObject(String where, JsonNode expected, JsonNode actual) {
        if (exact) {
            assertThat(names(actual)).as(where).isEqualTo(names(expected));
        }
        Set<String> common = names(expected);
        common.retainAll(names(actual));
        assertThat(common).as("members of " + where + " that both have").isNotEmpty();
        common.forEach(name -> check(name, expected.get(name), actual.get(name)));
    }

    private void checkArray(String where, JsonNode expected, JsonNode actual) {
        if (this == SOME_FIELDS && expected.path(0).has("field")) {
            expected.forEach(field -> assertThat(actual).anySatisfy(other -> {
                assertThat(other.get("field")).isEqualTo(field.get("field"));
                checkObject(where, field, other);
            }));
            return;
        }
        assertThat(actual).as(where).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            check(where, expected.get(i), actual.get(i));
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
