package io.github.camelontraport.sandbox.support;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.SandboxField;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records with the ids and values of the recorded exchanges. */
public final class FixtureAccount {

    public static final String API_KEY = "k3yExample0000";
    public static final String APP_ID = "2_40211_ExAmPlE00";

    private FixtureAccount() {}

    public static void fill(OntraportSandbox sandbox) {
        sandbox.defineField(0, SandboxField.choice("f1612", "Tier", "drop", options("1", "Silver", "2", "Gold")));
        sandbox.defineField(0, SandboxField.choice("f1613", "Interests", "list", options("5", "Hiking", "9", "Chess")));
        sandbox.defineField(0, SandboxField.of("f1614", "Newsletter", "check"));
        sandbox.defineField(0, SandboxField.of("f1615", "Renewal", "fulldate"));
        sandbox.update(2, 1, Map.of("firstname", "Priya"));
        sandbox.create(14, Map.of("tag_id", 4, "tag_name", "VIP"));
        sandbox.create(14, Map.of("tag_id", 11, "tag_name", "Customer"));
        contact(
                sandbox,
                208,
                "Nora",
                "nora.stone@example.com",
                "unique_id",
                "A7f3kQ2pZ",
                "dlm",
                "1762503417",
                "f1612",
                "2",
                "f1613",
                "*/*5*/*9*/*",
                "f1614",
                "1",
                "f1615",
                "1761955200");
        contact(
                sandbox,
                209,
                "Ivo",
                "ivo@example.org",
                "dlm",
                "1762503990",
                "profile_image",
                "https://img.example/ivo.png");
        sandbox.addTag(0, 208, "VIP");
    }

    public static void sameAddress(OntraportSandbox sandbox) {
        contact(sandbox, 341, "Nora", "nora.stone@example.com");
    }

    public static void withoutAddress(OntraportSandbox sandbox) {
        sandbox.create(0, Map.of("id", 215, "firstname", "Walk-in"));
    }

    public static void note(OntraportSandbox sandbox) {
        sandbox.create(
                12,
                Map.of(
                        "id",
                        31,
                        "contact_id",
                        208,
                        "data",
                        "Prefers phone calls",
                        "author",
                        1,
                        "type",
                        1,
                        "time",
                        1762410000,
                        "dlm",
                        1762410000));
    }

    /** The next custom field is f1620. */
    public static void manyFields(OntraportSandbox sandbox) {
        String last = "";
        while (!last.equals("f1619")) {
            last = sandbox.defineField(150, SandboxField.of(null, "Another", "text"));
        }
    }

    public static void rule(OntraportSandbox sandbox) {
        sandbox.create(
                6,
                Map.of(
                        "id",
                        12,
                        "object_type_id",
                        0,
                        "name",
                        "VIP welcome",
                        "events",
                        "Contact_added_to_category(4)",
                        "actions",
                        "Add_contact_to_category(11)"));
    }

    public static void webhook(OntraportSandbox sandbox) {
        sandbox.create(
                145,
                Map.of(
                        "id",
                        6,
                        "event",
                        "object_create(0)",
                        "data",
                        "{\"format\":\"lightweight\"}",
                        "url",
                        "https://hooks.example/op?s=4c1"));
    }

    public static void contactTagged(OntraportSandbox sandbox, String url) {
        sandbox.update(0, 208, Map.of("lastname", "Stone"));
        sandbox.removeTag(0, 208, "VIP");
        sandbox.create(145, Map.of("id", 7, "event", "sub_tag(4)", "data", "{\"format\":\"lightweight\"}", "url", url));
        sandbox.addTag(0, 208, "VIP");
    }

    public static void contactCreated(OntraportSandbox sandbox, String url) {
        sandbox.create(
                145, Map.of("id", 6, "event", "object_create(0)", "data", "{\"format\":\"notify\"}", "url", url));
        sandbox.create(0, Map.of("id", 212));
    }

    public static void transactions(OntraportSandbox sandbox) {
        for (String total : new String[] {"49.50", "49.50", "49.50"}) {
            sandbox.create(46, Map.of("contact_id", 208, "contact_name", "Nora Stone", "status", 1, "total", total));
        }
    }

    /** Contact 208 buys product 5 with card 9, or with card 10, which has expired. */
    public static void sale(OntraportSandbox sandbox) {
        sandbox.create(16, Map.of("id", 5, "name", "Workshop", "price", "49.50"));
        sandbox.create(45, Map.of("id", 9, "contact_id", 208, "last4", "4242", "status", 3));
        sandbox.create(45, Map.of("id", 10, "contact_id", 208, "last4", "0002", "status", 2));
    }

    public static void invoices(OntraportSandbox sandbox) {
        sandbox.create(46, Map.of("id", 88, "contact_id", 208, "status", 1, "total", "49.50"));
        sandbox.create(46, Map.of("id", 89, "contact_id", 208, "status", 5, "total", "49.50"));
        sandbox.create(46, Map.of("id", 90, "contact_id", 208, "status", 0, "total", "49.50"));
    }

    public static void order(OntraportSandbox sandbox) {
        sandbox.create(
                52,
                Map.of(
                        "id",
                        17,
                        "contact_id",
                        208,
                        "offer_id",
                        7,
                        "cc_id",
                        9,
                        "gateway_id",
                        2,
                        "payment_next_date",
                        1764547200,
                        "order_form_json",
                        """
                        {"products":[{"quantity":"1","minQuantity":"1","maxQuantity":"99","total":"20.00","shipping":false,
                        "tax":false,"price":[{"price":"20.00","payment_count":"1","unit":"month","id":"412230981455"}],
                        "type":"subscription","quantityEditable":false,"index":"0","name":"Membership","id":"6",
                        "uid":"5d0c1f7e-1b7d-4f7c-9a44-0e2b6a7c9d10","product_type":null}],
                        "subTotal":"20","grandTotal":"20"}"""));
    }

    public static void taskMessage(OntraportSandbox sandbox) {
        sandbox.create(7, Map.of("id", 61, "alias", "Call back", "type", "task"));
    }

    public static void task(OntraportSandbox sandbox) {
        sandbox.create(1, Map.of("id", 77, "contact_id", 208, "subject", "Call back"));
    }

    private static void contact(OntraportSandbox sandbox, int id, String firstname, String email, String... more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("id", id, "firstname", firstname, "email", email));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        sandbox.create(0, fields);
    }

    private static Map<String, String> options(String firstId, String first, String secondId, String second) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(firstId, first);
        options.put(secondId, second);
        return options;
    }
}
