package io.github.camelontraport.route.kamelet;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a property of a Kamelet says: what the option says, without what the Kamelet cannot do. */
final class KameletDescription {

    private static final String ACTION = "ontraport-action";
    private static final String WEBHOOK = "ontraport-webhook-source";

    /** Those that differ altogether, by Kamelet and property. */
    private static final Map<String, String> OWN = Map.of(
            WEBHOOK + "/event",
            "What to watch for: created; tagged or untagged with tag or tagId; formSubmitted with formId; productPurchased"
                    + " or transactionCreated with productId.");

    private static final List<Change> CHANGES = List.of(
            new Change(
                    kamelet -> !kamelet.toString().equals(ACTION),
                    ", the name of a custom object of the account, or raw for any API call",
                    ", or the name of a custom object of the account"),
            new Change(
                    kamelet -> kamelet.kind().equals("source"),
                    " The header CamelOntraport(Condition|Search|GroupId) wins\\.",
                    ""),
            new Change(
                    kamelet -> !kamelet.propertyNames().contains("listFields"),
                    "in bodies, listFields and sort",
                    "in bodies"),
            new Change(kamelet -> kamelet.toString().equals("ontraport-source"), " Behind webhook: also .*", ""),
            new Change(
                    kamelet -> kamelet.toString().equals(ACTION),
                    "(?<=^What to do with the records\\. The header CamelOntraportOperation wins\\.)$",
                    " For sync, take the Kamelet ontraport-sync-sink, which has its options."));

    private KameletDescription() {}

    /** @param pattern what {@code text} stands for in those Kamelets */
    private record Change(Predicate<KameletFile> kamelets, String pattern, String text) {

        String apply(KameletFile kamelet, String description) {
            return kamelets.test(kamelet) ? description.replaceAll(pattern, text) : description;
        }
    }

    /** @param description that of the option */
    static String of(KameletFile kamelet, String property, String description) {
        String text = OWN.getOrDefault(kamelet + "/" + property, description);
        for (Change change : CHANGES) {
            text = change.apply(kamelet, text);
        }
        return text;
    }
}
