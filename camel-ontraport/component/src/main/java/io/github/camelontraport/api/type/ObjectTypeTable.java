package io.github.camelontraport.api.type;

import static io.github.camelontraport.api.type.Capability.ASSIGN_TASK;
import static io.github.camelontraport.api.type.Capability.CREATE;
import static io.github.camelontraport.api.type.Capability.DELETE;
import static io.github.camelontraport.api.type.Capability.EDIT_ORDER;
import static io.github.camelontraport.api.type.Capability.HOST_PAGE;
import static io.github.camelontraport.api.type.Capability.PAUSE;
import static io.github.camelontraport.api.type.Capability.READ_DETAIL;
import static io.github.camelontraport.api.type.Capability.READ_FORM_BLOCKS;
import static io.github.camelontraport.api.type.Capability.READ_FORM_HTML;
import static io.github.camelontraport.api.type.Capability.SETTLE;
import static io.github.camelontraport.api.type.Capability.SET_DEFAULT_CARD;
import static io.github.camelontraport.api.type.Capability.SUBSCRIBE_WEBHOOK;
import static io.github.camelontraport.api.type.Capability.TAG;
import static io.github.camelontraport.api.type.Capability.UPDATE;
import static io.github.camelontraport.api.type.Capability.VOID_PURCHASE;
import static io.github.camelontraport.api.type.Capability.WORK_ON_TASK;
import static io.github.camelontraport.api.type.ObjectTypeBuilder.row;

import java.util.List;

/** All types of record that the API is known to have, by id. */
final class ObjectTypeTable {

    static final List<ObjectTypeBuilder> ROWS = List.of(
            row(0, "Contact", "contacts")
                    .typed()
                    .fullWithUpsert()
                    .mergeKey("email")
                    .dated()
                    .allows(TAG, ASSIGN_TASK),
            // Tasks come from task messages; the API changes them but does not create them.
            row(1, "Task", "tasks").typed().allows(UPDATE, WORK_ON_TASK).dated("date_assigned", null),
            row(2, "User", "users").typed().allows(UPDATE),
            row(3, "Group", "groups").typed().allows(DELETE),
            row(4, "Log", "logs"),
            row(5, "Sequence", "sequences").full().allows(PAUSE),
            row(6, "Rule", "rules")
                    .typed()
                    .fullWithUpsert()
                    .createPath("/Rules")
                    .dated()
                    .allows(PAUSE),
            row(7, "Message", "messages")
                    .typed()
                    .allows(CREATE, UPDATE)
                    .formEncodedAt("/message")
                    .dated(),
            row(8, "SequenceSubscriber", "sequenceSubscribers").allows(PAUSE),
            row(12, "Note", "notes").typed().full().dated("time", "dlm"),
            row(13, "Blast", "blasts"),
            row(14, "Tag", "tags")
                    .typed()
                    .fullWithUpsert()
                    .createPath("/Tags")
                    .idField("tag_id")
                    .mergeKey("tag_name"),
            row(16, "Product", "products")
                    .typed()
                    .fullWithUpsert()
                    .createPath("/Products")
                    .dated(),
            row(17, "Purchase", "purchases").typed().dated().allows(VOID_PURCHASE),
            row(19, "Fulfillment", "fulfillments"),
            row(20, "LandingPage", "landingPages").typed().dated().allows(HOST_PAGE),
            // The plain name belongs to the current forms, type 122; so do the paths.
            row(22, "LegacyForm", "legacyForms").idField("form_id").dated().allows(READ_FORM_HTML),
            row(23, "ScheduledBroadcast", "scheduledBroadcasts"),
            row(27, "PendingMail", "pendingMails").alias("PostcardOrder", "postcardOrders"),
            row(30, "PurchaseHistoryLog", "purchaseHistoryLogs").typed(),
            row(35, "PartnerProgram", "partnerPrograms"),
            row(36, "Partner", "partners"),
            row(37, "Referral", "referrals"),
            row(38, "Commission", "commissions"),
            row(40, "PartnerPromoItem", "partnerPromoItems"),
            row(42, "UpsellForm", "upsellForms"),
            row(43, "WordPressMembership", "wordPressMemberships"),
            row(44, "OpenOrder", "openOrders").typed().dated(null, "dlm"),
            row(45, "CreditCard", "creditCards").typed().allows(SET_DEFAULT_CARD),
            row(46, "Transaction", "transactions")
                    .alias("Invoice", "invoices")
                    .typed()
                    .dated()
                    .allows(READ_DETAIL, SETTLE),
            row(47, "ShippedPackage", "shippedPackages"),
            row(49, "ShippingFulfillmentRun", "shippingFulfillmentRuns"),
            row(52, "Order", "orders").typed().allows(DELETE, EDIT_ORDER).dated(null, "dlm"),
            row(53, "FacebookApp", "facebookApps"),
            row(58, "CustomDomain", "customDomains"),
            row(61, "Role", "roles"),
            row(63, "Tax", "taxes"),
            row(64, "ShippingMethod", "shippingMethods"),
            row(65, "Offer", "offers").typed().allows(CREATE, UPDATE).createPath("/Offers"),
            row(66, "TaskOutcome", "taskOutcomes"),
            row(67, "WordPressSite", "wordPressSites"),
            row(68, "MessageTemplate", "messageTemplates"),
            row(69, "LeadRouter", "leadRouters"),
            row(70, "Gateway", "gateways"),
            // A value of tracked links, not an automation; those are type 140.
            row(75, "Campaign", "campaigns"),
            row(76, "LeadSource", "leadSources"),
            row(77, "Medium", "mediums").alias("UtmMedium", "media"),
            row(78, "Content", "contents"),
            row(79, "Term", "terms"),
            row(80, "TrackedLink", "trackedLinks"),
            row(87, "PartnerProgramProduct", "partnerProgramProducts"),
            row(88, "UrlHistory", "urlHistories"),
            row(89, "TaskNote", "taskNotes"),
            row(90, "TaskHistory", "taskHistories"),
            row(92, "Report92", "reports92"),
            row(93, "Report93", "reports93"),
            row(94, "Report94", "reports94"),
            row(95, "Report95", "reports95"),
            row(96, "Report96", "reports96"),
            row(97, "Report97", "reports97"),
            row(98, "Report98", "reports98"),
            // The definition of a custom object; the records of one have a type id of their own.
            row(99, "CustomObject", "customObjects"),
            row(100, "AutomationLog", "automationLogs"),
            row(101, "ImapSetting", "imapSettings"),
            row(102, "CustomObjectRelationship", "customObjectRelationships"),
            row(122, "Form", "forms")
                    .typed()
                    .idField("form_id")
                    .dated()
                    .allows(READ_DETAIL, READ_FORM_HTML, READ_FORM_BLOCKS),
            row(123, "Coupon", "coupons").full(),
            row(124, "CouponCode", "couponCodes").full(),
            row(125, "CouponProduct", "couponProducts").full(),
            row(138, "TagSubscriber", "tagSubscribers").paths(null, "TagSubscribers"),
            row(140, "CampaignBuilderItem", "campaignBuilderItems")
                    .alias("Automation", "automations")
                    .typed()
                    .dated()
                    .allows(PAUSE),
            // The API documents these paths, and no source shows that /objects has the type.
            row(145, "Webhook", "webhooks").typed().readAtOwnPaths().allows(SUBSCRIBE_WEBHOOK),
            row(146, "DeletedOrder", "deletedOrders"),
            row(149, "Deal", "deals").typed().fullWithUpsert().dated().allows(TAG, ASSIGN_TASK),
            row(150, "Company", "companies").typed().fullWithUpsert().dated().allows(TAG, ASSIGN_TASK),
            row(160, "CalendarEvent", "calendarEvents").paths(null, "Calendar").full(),
            row(172, "Survey", "surveys"),
            row(227, "Payment", "payments"));

    private ObjectTypeTable() {}
}
