package io.github.camelontraport.sandbox.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.sandbox.account.type.CustomField;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Example records for an account that is started from a shell, from {@code example-data.json}.
 *
 * @param contactFields custom fields of contacts
 * @param contacts each with its tags under {@code tags}, separated by commas
 * @param others records of further types, by type id
 * @param customObjects custom object types, in the order of their ids
 */
public record ExampleData(
        List<CustomField> contactFields,
        List<Map<String, String>> contacts,
        List<Map<String, String>> companies,
        List<Map<String, String>> products,
        Map<Integer, List<Map<String, String>>> others,
        List<CustomObject> customObjects) {

    private static final String RESOURCE = "example-data.json";
    private static final int PRODUCT = 16;
    private static final int COMPANY = 150;

    /** Fills an empty account. */
    public static void fill(Account account) {
        Loaded.DATA.addTo(account);
    }

    private static ExampleData load() {
        try (InputStream json = ExampleData.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readValue(json, ExampleData.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is damaged", e);
        }
    }

    private void addTo(Account account) {
        DirectAccess direct = new DirectAccess(account);
        contactFields.forEach(field -> account.records().defineField(TypeDefinition.CONTACT, field));
        contacts.forEach(contact -> addContact(direct, contact));
        companies.forEach(company -> direct.create(COMPANY, company));
        products.forEach(product -> direct.create(PRODUCT, product));
        others.forEach((type, records) -> records.forEach(record -> direct.create(type, record)));
        customObjects.forEach(object -> {
            int type = account.records().types().defineObject(object.name(), object.fields());
            object.records().forEach(record -> direct.create(type, record));
        });
    }

    private static void addContact(DirectAccess direct, Map<String, String> contact) {
        Map<String, String> fields = new LinkedHashMap<>(contact);
        String tags = fields.remove("tags");
        long id = direct.create(TypeDefinition.CONTACT, fields);
        if (tags != null) {
            for (String tag : tags.split(",")) {
                direct.addTag(TypeDefinition.CONTACT, id, tag);
            }
        }
    }

    /** Loaded once, at the first use, as every test may reset its account. */
    private static final class Loaded {

        private static final ExampleData DATA = load();
    }

    private record CustomObject(String name, Map<String, CustomField> fields, List<Map<String, String>> records) {}
}
