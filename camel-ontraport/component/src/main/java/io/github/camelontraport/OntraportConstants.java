package io.github.camelontraport;

import org.apache.camel.spi.Metadata;

/** Names of message headers, and the value that empties a field. */
public final class OntraportConstants {

    /** As a field's value: empties the field. A null leaves it as it is. */
    public static final String CLEAR = "";

    @Metadata(
            label = "producer",
            description = "Fields of the body that the account does not have and that Ontraport therefore dropped, with"
                    + " unknownFields=warn. Absent when there are none.",
            javaType = "List<String>")
    public static final String UNKNOWN_FIELDS = "CamelOntraportUnknownFields";

    @Metadata(
            label = "producer",
            javaType = "io.github.camelontraport.OntraportOperation",
            important = true,
            description = "What to do; wins over the option operation. Removed after success.")
    public static final String OPERATION = "CamelOntraportOperation";

    @Metadata(
            label = "producer",
            javaType = "Long",
            important = true,
            description = "Id of the record to work on; wins over the option and the body. Removed after success.")
    public static final String RECORD_ID = "CamelOntraportRecordId";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Ids of the records to work on: a List, an array,"
                    + " or text separated by commas; an empty list means no record. Removed after success.")
    public static final String IDS = "CamelOntraportIds";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "E-mail address of the record to get. Removed after success.")
    public static final String EMAIL = "CamelOntraportEmail";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Unique id (field unique_id) of the record to get or update. Removed after success.")
    public static final String UNIQUE_ID = "CamelOntraportUniqueId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Condition that selects records, in the short form"
                    + " or as the API's JSON (text or List). Removed after success.")
    public static final String CONDITION = "CamelOntraportCondition";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Text to search records for. Removed after success.")
    public static final String SEARCH = "CamelOntraportSearch";

    @Metadata(
            label = "producer",
            javaType = "Boolean",
            description = "Whether search looks into notes, too. Removed after success.")
    public static final String SEARCH_NOTES = "CamelOntraportSearchNotes";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Id or name of the group whose members are selected. Removed after success.")
    public static final String GROUP_ID = "CamelOntraportGroupId";

    @Metadata(label = "producer", javaType = "String", description = "Field to sort by. Removed after success.")
    public static final String SORT = "CamelOntraportSort";

    @Metadata(
            label = "producer",
            javaType = "String",
            enums = "asc,desc",
            description = "Direction to sort in. Removed after success.")
    public static final String SORT_DIR = "CamelOntraportSortDir";

    @Metadata(
            label = "producer",
            javaType = "Integer",
            description = "Number of records to leave out at the beginning. Removed after success.")
    public static final String START = "CamelOntraportStart";

    @Metadata(
            label = "producer",
            javaType = "Integer",
            description = "Most records to read; 0 for all. Removed after success.")
    public static final String LIMIT = "CamelOntraportLimit";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Fields to read, as a List or as text separated by"
                    + " commas; the id always comes along. Removed after success.")
    public static final String LIST_FIELDS = "CamelOntraportListFields";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Fields of related records to read along, such as"
                    + " owner//firstname, as a List or as text separated by commas. Removed after success.")
    public static final String EXTERNS = "CamelOntraportExterns";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Names of tags, as text separated by commas, or as"
                    + " a List when names hold commas. Removed after success.")
    public static final String TAGS = "CamelOntraportTags";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Ids of tags, as a List or as text separated by commas. Removed after success.")
    public static final String TAG_IDS = "CamelOntraportTagIds";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description = "Ids or names of sequences, as a List or as text separated by commas. Removed after success.")
    public static final String SEQUENCES = "CamelOntraportSequences";

    @Metadata(
            label = "producer",
            javaType = "Object",
            description =
                    "Ids or names of automations, as a List or as text separated by commas. Removed after success.")
    public static final String CAMPAIGNS = "CamelOntraportCampaigns";

    @Metadata(
            label = "producer",
            javaType = "Boolean",
            description = "Whether an upsert leaves fields as they are for"
                    + " which the message has an empty text. Removed after success.")
    public static final String IGNORE_BLANKS = "CamelOntraportIgnoreBlanks";

    @Metadata(
            label = "producer",
            javaType = "String",
            enums = "GET,POST,PUT,DELETE,HEAD",
            description = "HTTP verb of a raw call. Removed after success.")
    public static final String METHOD = "CamelOntraportMethod";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Path of a raw call, relative to the base URL. Removed after success.")
    public static final String PATH = "CamelOntraportPath";

    @Metadata(
            label = "producer",
            javaType = "java.util.Map",
            description = "Query parameters of a raw call, not"
                    + " encoded; they win over the options query.*. Removed after success.")
    public static final String QUERY = "CamelOntraportQuery";

    @Metadata(
            label = "producer",
            javaType = "java.util.Map",
            description = "Request headers of a raw call, such as"
                    + " Content-Type application/x-www-form-urlencoded to send a form instead of JSON. The credentials cannot"
                    + " be set. Removed after success.")
    public static final String REQUEST_HEADERS = "CamelOntraportRequestHeaders";

    @Metadata(javaType = "String", description = "Out: the object type, such as contacts.")
    public static final String OBJECT_TYPE = "CamelOntraportObjectType";

    @Metadata(
            javaType = "String",
            important = true,
            description = "Out: the id of the record that was written, read or"
                    + " deleted, or that something happened to, as the API writes it.")
    public static final String OBJECT_ID = "CamelOntraportObjectId";

    @Metadata(
            label = "producer",
            javaType = "Boolean",
            important = true,
            description = "Out, after upsert: true when a"
                    + " record was created, false when one was updated, absent when that is unknown, such as"
                    + " when a reply is lost and the repeat finds the record.")
    public static final String CREATED = "CamelOntraportCreated";

    @Metadata(
            label = "producer",
            javaType = "Long",
            description =
                    "Out: how many records there are (count, get by e-mail"
                            + " or unique id), were read (search, listByTag) or were named in the call (operations on many records).")
    public static final String COUNT = "CamelOntraportCount";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Out: the API's word of acknowledgement, such as Deleted; absent when it said nothing.")
    public static final String ACKNOWLEDGEMENT = "CamelOntraportAcknowledgement";

    @Metadata(
            label = "consumer",
            javaType = "String",
            important = true,
            description = "What happened, as the option event names it.")
    public static final String EVENT = "CamelOntraportEvent";

    @Metadata(
            label = "consumer",
            javaType = "java.time.Instant",
            description = "When it happened, as far as the API says; of a deleted record, when that was noticed.")
    public static final String EVENT_TIME = "CamelOntraportEventTime";

    @Metadata(label = "consumer", javaType = "String", description = "Id of the tag that the record got or lost.")
    public static final String TAG_ID = "CamelOntraportTagId";

    @Metadata(label = "consumer", javaType = "String", description = "Of a webhook: id of the form that was submitted.")
    public static final String FORM_ID = "CamelOntraportFormId";

    @Metadata(label = "consumer", javaType = "String", description = "Of a webhook: id of the product that was bought.")
    public static final String PRODUCT_ID = "CamelOntraportProductId";

    @Metadata(
            label = "consumer",
            javaType = "String",
            description = "Of a webhook: id of the subscription that it came by.")
    public static final String WEBHOOK_ID = "CamelOntraportWebhookId";

    @Metadata(
            label = "consumer",
            javaType = "String",
            important = true,
            description = "The same whenever the same"
                    + " occurrence is delivered again, by polls or else by webhooks, which happens after a failure or crash only:"
                    + " the key for an idempotent consumer.")
    public static final String DELIVERY_KEY = "CamelOntraportDeliveryKey";

    @Metadata(
            label = "producer",
            javaType = "Integer",
            important = true,
            description = "Out: how many HTTP requests this exchange took, repeats included; also after a failure.")
    public static final String REQUESTS = "CamelOntraportRequests";

    @Metadata(
            label = "producer",
            javaType = "Integer",
            description = "Out: how many requests the account has left in its minute, as the server said last.")
    public static final String RATE_LIMIT_REMAINING = "CamelOntraportRateLimitRemaining";

    @Metadata(
            label = "producer",
            javaType = "Integer",
            description = "Out: the HTTP status of the last reply; also after a failure.")
    public static final String HTTP_STATUS = "CamelOntraportHttpStatus";

    @Metadata(
            label = "producer",
            javaType = "Long",
            description =
                    "Of a row that a sync refused, at the endpoint of option rejected: its number in the input, from 1.")
    public static final String ROW = "CamelOntraportRow";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Of a row that a sync refused, at the endpoint of option rejected: why.")
    public static final String REASON = "CamelOntraportReason";

    private OntraportConstants() {}
}
