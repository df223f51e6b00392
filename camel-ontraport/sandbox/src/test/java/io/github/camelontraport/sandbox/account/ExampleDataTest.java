package io.github.camelontraport.sandbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.OntraportSandboxExtension;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExampleDataTest {

    @RegisterExtension
    static final OntraportSandboxExtension EXTENSION =
            new OntraportSandboxExtension(builder -> builder.exampleData(true));

    @Test
    void exampleDataHaveRecordsOfEachKind(OntraportSandbox sandbox) {
        ApiClient api = ApiClient.of(sandbox);

        assertThat(sandbox.records(0))
                .hasSize(25)
                .extracting(record -> record.get("lastname"))
                .contains("Müller");
        assertThat(sandbox.records(14)).hasSize(5);
        assertThat(sandbox.records(150)).hasSize(3);
        assertThat(sandbox.records(16)).hasSize(2);
        assertThat(sandbox.records(10_000)).hasSize(3);
        assertThat(sandbox.records(10_001)).hasSize(3);
        assertThat(sandbox.records(1)).hasSize(2);
        assertThat(sandbox.records(46)).hasSize(3);
        assertThat(api.get("/objects/meta", "objectID", "10000")
                        .data()
                        .at("/10000/name")
                        .textValue())
                .isEqualTo("Projects");
        assertThat(api.get("/Contacts/meta")
                        .data()
                        .at("/0/fields/f1559/options/3")
                        .textValue())
                .isEqualTo("Küche");
        assertThat(api.get("/objects/tag", "objectID", "0", "tag_name", "VIP").data())
                .isNotEmpty();
    }

    /** Documents and users write by label; a label that two fields have cannot be written. */
    @Test
    void labelsOfContactsAndCustomObjectsAreUnique(OntraportSandbox sandbox) {
        assertThat(List.of(0, 10_000, 10_001))
                .allSatisfy(type -> assertThat(sandbox.fields().all(type))
                        .extracting(field -> field.alias().toLowerCase(Locale.ROOT))
                        .doesNotHaveDuplicates());
    }

    @Test
    void contactsAndCoursesHaveValuesOfEveryKindOfCustomField(OntraportSandbox sandbox) {
        assertThat(sandbox.find(0, 5).orElseThrow())
                .containsEntry("birthday", "642902400")
                .containsEntry("f1559", "*/*1*/*2*/*")
                .containsEntry("f1601", "2")
                .containsEntry("f1602", "1")
                .containsEntry("f1603", "2500.50")
                .containsEntry("f1604", "91")
                .containsEntry("f1605", "1793635500");
        assertThat(sandbox.find(10_001, 1).orElseThrow())
                .containsEntry("f2101", "Watercolours")
                .containsEntry("f2102", "5")
                .containsEntry("f2103", "120.00")
                .containsEntry("f2104", "*/*1*/*");
    }

    @Test
    void dateHeaderReturnsAfterReset(OntraportSandbox sandbox) {
        ApiClient.of(sandbox).delete("/Contacts");
        sandbox.reset();

        assertThat(sandbox.records(0)).hasSize(25);
    }
}
