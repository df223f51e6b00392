package io.github.camelontraport;

import io.github.camelontraport.operation.DescribeAs;
import io.github.camelontraport.value.mapper.UnknownFields;
import java.util.Map;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options of operations, in {@code to}.
 */
@UriParams
@Configurer(extended = true)
public class OntraportProducerConfiguration {

    @UriParam(label = "producer", description = "What to do with the records. The header CamelOntraportOperation wins.")
    private OntraportOperation operation;

    @UriParam(
            label = "producer",
            description = "Id of the record to work on. The header CamelOntraportRecordId wins; without "
                    + "either, the id in the body counts.")
    private String recordId;

    @UriParam(
            label = "producer",
            description = "Ids of the records to work on, separated by commas. The header "
                    + "CamelOntraportIds wins; without either, the ids in the body count.")
    private String ids;

    @UriParam(
            label = "producer",
            description = "E-mail address of the record to get; one with a plus is written RAW(...). The header "
                    + "CamelOntraportEmail wins.")
    private String email;

    @UriParam(
            label = "producer",
            description = "Unique id (field unique_id) of the record to get or update. The header "
                    + "CamelOntraportUniqueId wins.")
    private String uniqueId;

    @UriParam(
            label = "producer",
            description = "Field to sort by. Without it records come in the order of their ids, and none "
                    + "is missed or repeated while they are read.")
    private String sort;

    @UriParam(label = "producer", defaultValue = "asc", enums = "asc,desc", description = "Direction to sort in.")
    private String sortDir;

    @UriParam(label = "producer", defaultValue = "0", description = "Number of records to leave out at the beginning.")
    private int start;

    @UriParam(label = "producer", defaultValue = "0", description = "Most records to read; 0 for all.")
    private int limit;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Whether search and listByTag give an Iterator that reads on while it is read, "
                    + "instead of a List of all records. It is closed with the exchange.")
    private boolean streaming;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "false",
            description = "Whether deleteAll without any selection deletes every record of the type. "
                    + "Otherwise that is refused.")
    private boolean allowAll;

    @UriParam(
            label = "producer",
            description = "Names of tags, separated by commas. The header CamelOntraportTags wins; as a "
                    + "List it takes names with commas.")
    private String tags;

    @UriParam(
            label = "producer",
            description = "Ids of tags, separated by commas. The header CamelOntraportTagIds wins.")
    private String tagIds;

    @UriParam(
            label = "producer",
            description = "Ids or names of sequences, separated by commas. The header CamelOntraportSequences wins.")
    private String sequences;

    @UriParam(
            label = "producer",
            description =
                    "Ids or names of automations, which the API also calls campaigns, separated by commas. The header"
                            + " CamelOntraportCampaigns wins.")
    private String campaigns;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Whether an upsert leaves fields as they are for which the message has an empty"
                    + " text. Otherwise the empty text overwrites.")
    private boolean ignoreBlanks;

    @UriParam(
            label = "producer",
            defaultValue = "warn",
            description =
                    "What happens to a field of the body that the account does not have: warn sends it, logs it once"
                            + " and names it in the header CamelOntraportUnknownFields; fail looks before anything is sent; ignore"
                            + " does nothing. With fieldFormat=typed or fieldNames=label the message always fails.")
    private UnknownFields unknownFields = UnknownFields.warn;

    @UriParam(
            label = "producer",
            defaultValue = "fields",
            description = "What describe gives: fields as the account describes them, or the schema (JSON Schema, draft"
                    + " 2020-12) of a typed record.")
    private DescribeAs describeAs = DescribeAs.fields;

    @UriParam(label = "producer", defaultValue = "true", description = "Whether a declined card is an error.")
    private boolean failOnDecline = true;

    @UriParam(
            label = "producer",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "For get, tag and untag: longest time that a message waits for others with the same request, to be"
                            + " joined with them into one API call; 0 joins none. Helps where messages come concurrently.")
    private long batchDelay;

    @UriParam(
            label = "producer",
            defaultValue = "200",
            description =
                    "With batchDelay: most records to a joined call, 1 to 1000. A call that has them does not wait any"
                            + " longer. get reads at most 50 at a time, and untag with tagIds takes 200.")
    private int batchSize = 200;

    @UriParam(
            label = "producer",
            defaultValue = "GET",
            enums = "GET,POST,PUT,DELETE,HEAD",
            description = "HTTP verb of a raw call. The header CamelOntraportMethod wins.")
    private String method;

    @UriParam(
            label = "producer",
            description = "Path of a raw call, relative to the base URL, such as /objects/meta. The "
                    + "header CamelOntraportPath wins.")
    private String path;

    @UriParam(
            label = "producer",
            prefix = "query.",
            multiValue = true,
            description = "Query parameters of a raw call, not encoded, such as query.objectID=0. The "
                    + "header CamelOntraportQuery adds to them and wins.")
    private Map<String, Object> query;

    public OntraportOperation getOperation() {
        return operation;
    }

    public void setOperation(OntraportOperation operation) {
        this.operation = operation;
    }

    public String getRecordId() {
        return recordId;
    }

    public void setRecordId(String recordId) {
        this.recordId = recordId;
    }

    public String getIds() {
        return ids;
    }

    public void setIds(String ids) {
        this.ids = ids;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getUniqueId() {
        return uniqueId;
    }

    public void setUniqueId(String uniqueId) {
        this.uniqueId = uniqueId;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getSortDir() {
        return sortDir;
    }

    public void setSortDir(String sortDir) {
        this.sortDir = sortDir;
    }

    public int getStart() {
        return start;
    }

    public void setStart(int start) {
        this.start = start;
    }

    public int getLimit() {
        return limit;
    }

    public void setLimit(int limit) {
        this.limit = limit;
    }

    public boolean isStreaming() {
        return streaming;
    }

    public void setStreaming(boolean streaming) {
        this.streaming = streaming;
    }

    public boolean isAllowAll() {
        return allowAll;
    }

    public void setAllowAll(boolean allowAll) {
        this.allowAll = allowAll;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getTagIds() {
        return tagIds;
    }

    public void setTagIds(String tagIds) {
        this.tagIds = tagIds;
    }

    public String getSequences() {
        return sequences;
    }

    public void setSequences(String sequences) {
        this.sequences = sequences;
    }

    public String getCampaigns() {
        return campaigns;
    }

    public void setCampaigns(String campaigns) {
        this.campaigns = campaigns;
    }

    public boolean isIgnoreBlanks() {
        return ignoreBlanks;
    }

    public void setIgnoreBlanks(boolean ignoreBlanks) {
        this.ignoreBlanks = ignoreBlanks;
    }

    public UnknownFields getUnknownFields() {
        return unknownFields;
    }

    public void setUnknownFields(UnknownFields unknownFields) {
        this.unknownFields = unknownFields;
    }

    public DescribeAs getDescribeAs() {
        return describeAs;
    }

    public void setDescribeAs(DescribeAs describeAs) {
        this.describeAs = describeAs;
    }

    public boolean isFailOnDecline() {
        return failOnDecline;
    }

    public void setFailOnDecline(boolean failOnDecline) {
        this.failOnDecline = failOnDecline;
    }

    public long getBatchDelay() {
        return batchDelay;
    }

    public void setBatchDelay(long batchDelay) {
        this.batchDelay = batchDelay;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public Map<String, Object> getQuery() {
        return query;
    }

    public void setQuery(Map<String, Object> query) {
        this.query = query;
    }
}
