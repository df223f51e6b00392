package io.github.camelontraport.operation.rule;

import static io.github.camelontraport.operation.argument.ArgumentTypes.*;
import static io.github.camelontraport.operation.rule.RuleKind.ACTION;
import static io.github.camelontraport.operation.rule.RuleKind.CONDITION;
import static io.github.camelontraport.operation.rule.RuleKind.EVENT;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.List;

/** The grammar of rules. An element that is listed twice can be written in two ways. */
public final class RuleGrammar {

    private static final RuleParameter TAG = RuleParameter.of("tag", ID);
    private static final RuleParameter SEQUENCE = RuleParameter.of("sequence", ID);
    private static final RuleParameter AUTOMATION = RuleParameter.of("automation", ID);
    private static final RuleParameter FULFILLMENT = RuleParameter.of("fulfillment", ID);
    private static final RuleParameter PRODUCT = RuleParameter.of("product", ID);
    private static final RuleParameter MESSAGE = RuleParameter.of("message", ID);
    private static final RuleParameter TASK = RuleParameter.of("task", ID);
    private static final RuleParameter USER = RuleParameter.of("user", OWNER_OR_USER);
    private static final RuleParameter NUMBER = RuleParameter.of("number", WHOLE);
    private static final RuleParameter SMS = RuleParameter.of("sms", ID);
    private static final RuleParameter SMS_NUMBER = RuleParameter.of("sms_number", ID, "number");
    private static final RuleParameter A_FIELD = RuleParameter.of("field", FIELD);
    private static final RuleParameter DATE_FIELD = RuleParameter.of("date_field", FIELD);
    private static final RuleParameter COMPARED = RuleParameter.of("comparison", COMPARISON);
    private static final RuleParameter DATE_COMPARED = RuleParameter.of("comparison", DATE_COMPARISON);
    private static final RuleParameter A_DATE = RuleParameter.of("date", DATE);
    private static final RuleParameter A_TEXT = RuleParameter.of("text", TEXT);
    private static final RuleParameter VALUE = RuleParameter.of("value", ANY_TEXT);
    private static final RuleParameter ADDED_REMOVED = RuleParameter.of("option", ADD_REMOVE, "add_remove");
    private static final RuleParameter URL = RuleParameter.of("url", TEXT);
    private static final RuleParameter LANDING_PAGE = RuleParameter.of("landing_page", ID);
    private static final RuleParameter MEMBERSHIP_LEVEL = RuleParameter.of("membership_level", ID);

    private static final List<RuleElement> TABLE = List.of(
            all(EVENT, "Contact_added_to_my_database"),
            all(EVENT, "field_is_updated", A_FIELD),
            all(EVENT, "Contact_added_to_campaign", SEQUENCE),
            all(EVENT, "Contact_leaves_campaign", SEQUENCE),
            all(EVENT, "Subscription_to_drip_is_paused", SEQUENCE),
            all(EVENT, "Subscription_to_drip_is_unpaused", SEQUENCE),
            all(EVENT, "pause_campaign", AUTOMATION),
            all(EVENT, "unpause_campaign", AUTOMATION),
            all(EVENT, "Contact_added_to_category", TAG),
            all(EVENT, "Contact_removed_from_category", TAG),
            all(EVENT, "Contact_subscribed_to_fulfillment", FULFILLMENT),
            all(EVENT, "Contact_unsubscribed_from_fulfillment", FULFILLMENT),
            all(EVENT, "on_date_field", DATE_FIELD),
            all(
                    EVENT,
                    "relative_date_field",
                    NUMBER,
                    RuleParameter.of("units", UNITS),
                    RuleParameter.of("option", BEFORE_AFTER),
                    DATE_FIELD),
            all(EVENT, "campaign_builder_object_change", ADDED_REMOVED, AUTOMATION),
            all(EVENT, "object_completed_task", TASK),
            all(EVENT, "object_submits_form", RuleParameter.of("form", ID), RuleParameter.of("outcome", OUTCOME)),
            all(EVENT, "call_is_logged"),
            all(EVENT, "Contact_opens_email", MESSAGE),
            all(EVENT, "Contact_clicks_emailanchor", MESSAGE, RuleParameter.of("link", WHOLE)),
            all(EVENT, "Contact_sends_Email"),
            all(EVENT, "sms_message_received", SMS_NUMBER),
            contacts(EVENT, "Contact_purchases_product", PRODUCT),
            contacts(EVENT, "Contact_receives_refund_on_product", PRODUCT),
            contacts(EVENT, "Contact_is_subscribed_to_productsub", PRODUCT),
            contacts(
                    EVENT,
                    "Contact_subscription_to_productsub_is_subaction",
                    RuleParameter.of("order", ID),
                    RuleParameter.of("option", ORDER_EVENT)),
            contacts(EVENT, "Contact_credit_card_is_ccstatus", RuleParameter.of("option", CARD_EVENT)),
            contacts(EVENT, "Contact_visits_landingpage_splittest", LANDING_PAGE),
            contacts(EVENT, "Contact_visits_purl_splittest", RuleParameter.of("purl", ID)),
            contacts(EVENT, "contact_visits_url", URL),
            contacts(EVENT, "clicks_tracked_link", RuleParameter.of("tracked_link", ID)),
            contacts(EVENT, "Contact_given_access_to_wpintmembershiplevel", MEMBERSHIP_LEVEL),
            contacts(EVENT, "Contact_removed_from_access_to_wpintmembershiplevel", MEMBERSHIP_LEVEL),
            all(CONDITION, "campaignbuilder_subscription_date_is_val", AUTOMATION, DATE_COMPARED, A_DATE),
            all(CONDITION, "Been_on_campaign_for_timeframe", AUTOMATION, RuleParameter.of("time_frame", TIME_FRAME)),
            all(CONDITION, "been_on_campaignbuilder_for_timeframe", SEQUENCE, NUMBER, RuleParameter.of("units", UNITS)),
            all(CONDITION, "paused_or_active_on_camp", RuleParameter.of("option", RESUMED_PAUSED), AUTOMATION),
            all(CONDITION, "Date_of_subscription_to_drip_is_datecondition_datevalue", SEQUENCE, DATE_COMPARED, A_DATE),
            all(CONDITION, "Is_subscribed_to_drip", SEQUENCE),
            all(CONDITION, "Is_not_subscribed_to_drip", SEQUENCE),
            all(CONDITION, "Subscription_to_dripa_is_paused", SEQUENCE),
            all(CONDITION, "Subscription_to_dripa_is_not_paused", SEQUENCE),
            all(
                    CONDITION,
                    "field_is_condition_fieldvalue",
                    A_FIELD,
                    RuleParameter.of("comparison", ANY_COMPARISON),
                    VALUE),
            all(CONDITION, "Is_in_category", TAG),
            all(CONDITION, "Is_not_in_category", TAG),
            all(CONDITION, "Is_on_fulfillment", FULFILLMENT),
            all(CONDITION, "Is_not_on_fulfillment", FULFILLMENT),
            all(CONDITION, "Has_opened_email_condition_n_times", MESSAGE, COMPARED, NUMBER),
            all(
                    CONDITION,
                    "Has_clicked_emailanchor_condition_n_times",
                    RuleParameter.of("message_link", MESSAGE_LINK),
                    COMPARED,
                    NUMBER),
            all(CONDITION, "sms_contains_email"),
            all(CONDITION, "sms_does_not_contain_email"),
            all(CONDITION, "sms_contains_text", A_TEXT),
            all(CONDITION, "sms_does_not_contain_text", A_TEXT),
            contacts(
                    CONDITION,
                    "Has_spent_condition_N_on_product",
                    COMPARED,
                    RuleParameter.of("number", AMOUNT),
                    PRODUCT),
            contacts(CONDITION, "Has_purchased_condition_n_product", COMPARED, NUMBER, PRODUCT),
            contacts(CONDITION, "Is_subscribed_to_productsub", PRODUCT),
            contacts(
                    CONDITION,
                    "Has_been_subscribed_to_productsub_for_timeframe",
                    PRODUCT,
                    RuleParameter.of("time_frame", TIME_FRAME)),
            contacts(
                    CONDITION,
                    "Has_visited_website_condition_n_times",
                    RuleParameter.of("website", ID),
                    COMPARED,
                    NUMBER),
            contacts(
                    CONDITION,
                    "Has_visited_landingpage_splittest_condition_n_times",
                    LANDING_PAGE,
                    RuleParameter.of("object_type", TYPE),
                    COMPARED,
                    NUMBER),
            contacts(CONDITION, "Contact_has_access_to_wpintmembershiplevel", MEMBERSHIP_LEVEL),
            contacts(CONDITION, "Contact_does_not_have_access_to_wpintmembershiplevel", MEMBERSHIP_LEVEL),
            all(CONDITION, "url_condition", COMPARED, A_TEXT),
            all(ACTION, "Add_contact_to_category", TAG),
            all(ACTION, "Remove_contact_from_category", TAG),
            all(ACTION, "campaign_builder_action_change", ADDED_REMOVED, AUTOMATION),
            all(ACTION, "pause_or_unpause_on_camp", RuleParameter.of("option", UNPAUSE_PAUSE), AUTOMATION),
            all(ACTION, "Assign_contact_to_drip", SEQUENCE),
            all(ACTION, "Remove_contact_from_drip", SEQUENCE),
            all(ACTION, "Remove_contact_from_all_sequences"),
            all(ACTION, "Pause_subscription_to_dripa", SEQUENCE),
            all(ACTION, "Unpause_subscription_to_dripa", SEQUENCE),
            // The meaning of the option is not documented, but the API requires it.
            all(ACTION, "Change_field_to_fieldvalue", A_FIELD, VALUE, RuleParameter.of("option", TEXT)),
            contacts(ACTION, "Add_to_leadrouter", RuleParameter.of("lead_router", ID)),
            all(ACTION, "Assign_to_fulfillment", FULFILLMENT),
            all(ACTION, "Remove_from_fulfillment", FULFILLMENT),
            all(ACTION, "Remove_from_all_fulfillments"),
            contacts(ACTION, "Recharge_all_declined_transactions"),
            contacts(ACTION, "Add_product_to_purchase_history", PRODUCT),
            contacts(ACTION, "Cancel_open_orders_with_product", PRODUCT),
            all(ACTION, "Notify_someone_with_emailmbs", USER, MESSAGE),
            all(ACTION, "Send_contact_an_emailmbs", MESSAGE),
            contacts(ACTION, "Send_contact_a_postcard", RuleParameter.of("postcard", ID)),
            all(ACTION, "Send_contact_a_task", TASK),
            all(ACTION, "send_contact_an_sms", SMS, SMS_NUMBER),
            all(ACTION, "Notify_someone_with_sms", USER, SMS, SMS_NUMBER),
            all(ACTION, "Ping_APIURL", RuleParameter.of("webhook", ID)),
            new RuleElement(
                    ACTION,
                    "Ping_APIURL",
                    false,
                    RuleElement.COLONS,
                    List.of(URL, RuleParameter.of("post_data", TEXT), RuleParameter.of("json", FLAG))),
            contacts(ACTION, "Add_access_for_contact_to_wpintmembershiplevel", MEMBERSHIP_LEVEL),
            contacts(ACTION, "Remove_access_for_contact_to_wpintmembershiplevel", MEMBERSHIP_LEVEL),
            all(ACTION, "facebook_audience_action", ADDED_REMOVED, RuleParameter.of("audience", ID)));

    private RuleGrammar() {}

    /** All elements, in the order of the documentation. */
    public static List<RuleElement> all() {
        return TABLE;
    }

    /** The elements of this name, in any case, among events, conditions or actions. */
    static List<RuleElement> named(RuleKind kind, String name, String where) {
        List<RuleElement> elements = TABLE.stream()
                .filter(element -> element.kind() == kind && is(element, name))
                .toList();
        if (elements.isEmpty()) {
            throw unknown(kind, name, where);
        }
        return elements;
    }

    /** The separator between the parameters of an element of any kind; where there are two ways, {@code params} decides. */
    static String separator(String name, String params) {
        return TABLE.stream()
                .filter(element -> is(element, name))
                .map(RuleElement::separator)
                .filter(other -> !other.equals(RuleElement.COMMA) && params.contains(other))
                .findFirst()
                .orElse(RuleElement.COMMA);
    }

    private static boolean is(RuleElement element, String name) {
        return element.name().equalsIgnoreCase(name.strip());
    }

    private static InvalidInputException unknown(RuleKind kind, String name, String where) {
        String isOther = TABLE.stream()
                .filter(element -> is(element, name))
                .findFirst()
                .map(element ->
                        " '" + element.name() + "' is for " + element.kind().field() + ".")
                .orElseGet(() -> Suggestions.hint(name.strip(), names(kind)));
        return new InvalidInputException(where + ": unknown " + kind.one() + " '" + name + "'." + isOther
                + " One that this library does not know can be written as the API's text");
    }

    private static List<String> names(RuleKind kind) {
        return TABLE.stream()
                .filter(element -> element.kind() == kind)
                .map(RuleElement::name)
                .distinct()
                .toList();
    }

    private static RuleElement all(RuleKind kind, String name, RuleParameter... parameters) {
        return new RuleElement(kind, name, false, RuleElement.COMMA, List.of(parameters));
    }

    private static RuleElement contacts(RuleKind kind, String name, RuleParameter... parameters) {
        return new RuleElement(kind, name, true, RuleElement.COMMA, List.of(parameters));
    }
}
