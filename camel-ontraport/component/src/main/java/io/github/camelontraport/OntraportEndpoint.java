package io.github.camelontraport;

import io.github.camelontraport.account.ClientRegistry.Connection;
import io.github.camelontraport.api.BaseUrl;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.FixedOptions;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.batch.BatchingPolicy;
import io.github.camelontraport.operation.catalog.OptionChecks;
import io.github.camelontraport.option.OptionRange;
import io.github.camelontraport.receiver.ListenAddress;
import io.github.camelontraport.receiver.WebhookReceiver;
import io.github.camelontraport.webhook.WebhookFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Read, write and watch the records of an Ontraport account (CRM and marketing automation).
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "ontraport",
        title = "Ontraport",
        syntax = "ontraport:objectType",
        category = {Category.CLOUD, Category.API, Category.SAAS},
        headersClass = OntraportConstants.class)
@Metadata(annotations = "vendor=Ontraport")
@ManagedResource(description = "Managed Ontraport endpoint")
public class OntraportEndpoint extends ScheduledPollEndpoint
        implements AsyncEndpoint, EndpointServiceLocation, MultipleConsumersSupport, WebhookCapableEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(OntraportEndpoint.class);
    private static final String RAW = "raw";
    /** Camel's own default of half a second would spend two thirds of an account's requests on one idle route. */
    static final long DEFAULT_DELAY_MILLIS = 60_000;

    static final long DEFAULT_SWEEP_INTERVAL_MILLIS = 86_400_000;
    static final int DEFAULT_BATCH_SIZE = 200;
    private static final int MAX_BATCH_SIZE = 1_000;
    static final long DEFAULT_SETTLE_TIME_MILLIS = 30_000;
    static final String DEFAULT_START_FROM = "now";
    static final int DEFAULT_MAX_BODY_SIZE = 1_048_576;

    private final OntraportComponent component;

    @UriPath(
            description = "Kind of records: a name such as contacts, deals or automations (any case, singular or"
                    + " plural), a type id, the name of a custom object of the account, or raw for any API call.")
    @Metadata(required = true)
    private final String objectType;

    @UriParam
    private final OntraportConfiguration configuration;

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
            description = "Condition that selects records: in short, such as city IN ('Bend', 'Salem') AND "
                    + "email IS NULL, or as the API's JSON. Clauses are joined by AND and OR, without brackets; a "
                    + "value with a plus or an ampersand is written RAW(...). The header CamelOntraportCondition "
                    + "wins.")
    private String condition;

    @UriParam(description = "Text to search records for. The header CamelOntraportSearch wins.")
    private String search;

    @UriParam(defaultValue = "false", description = "Whether search looks into notes, too.")
    private boolean searchNotes;

    @UriParam(description = "Id of the group whose members are selected. The header CamelOntraportGroupId " + "wins.")
    private String groupId;

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

    @UriParam(label = "advanced", defaultValue = "50", description = "Records to one API call, 1 to 50.")
    private int pageSize = PageRequest.MAX_PAGE_SIZE;

    @UriParam(
            description = "Fields to read, separated by commas; the id always comes along. Fewer fields "
                    + "make faster calls.")
    private String listFields;

    @UriParam(
            description =
                    "Fields of related records to read along, separated by commas, such as " + "owner//firstname.")
    private String externs;

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
            description = "Ids of sequences, separated by commas. The header CamelOntraportSequences wins.")
    private String sequences;

    @UriParam(
            label = "producer",
            description = "Ids of automations, which the API also calls campaigns, separated by commas. The header"
                    + " CamelOntraportCampaigns wins.")
    private String campaigns;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Whether an upsert leaves fields as they are for which the message has an empty"
                    + " text. Otherwise the empty text overwrites.")
    private boolean ignoreBlanks;

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
    private int batchSize = DEFAULT_BATCH_SIZE;

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

    @UriParam(
            label = "consumer",
            defaultValue = "created",
            description = "What to watch for: created, updated (created ones included), deleted, or tagged with tag or"
                    + " tagId. Behind webhook: also untagged with tag or tagId, formSubmitted with formId, productPurchased or"
                    + " transactionCreated with productId; but not updated and deleted.")
    private OntraportEvent event = OntraportEvent.created;

    @UriParam(
            label = "consumer",
            defaultValue = "now",
            description =
                    "Where to begin without a stored state: now, beginning (every record there is), or a time such as"
                            + " 2026-01-31T08:00:00Z. Once there is a state it has no effect.")
    private String startFrom = DEFAULT_START_FROM;

    @UriParam(
            label = "consumer",
            description =
                    "Where to keep how far the consumer has come, so that a restart goes on from there. Without one it"
                            + " is kept in memory. AtomicFileStateRepository keeps it in a file, MapStateRepository in a"
                            + " distributed map.")
    private StateRepository<String, String> stateRepository;

    @UriParam(
            label = "consumer",
            description = "Key of the state in the repository. The default is route id, object type and event, such as"
                    + " welcome/contacts/created.")
    private String stateKey;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description =
                    "Longest time that a new or changed record takes to show up in the API. So long what was seen is"
                            + " read again with each poll, and what comes late is not missed.")
    private long settleTime = DEFAULT_SETTLE_TIME_MILLIS;

    @UriParam(
            label = "consumer",
            javaType = "java.lang.Long",
            description =
                    "For event=deleted: if more records than this are gone at once, the poll fails and delivers nothing,"
                            + " as a lost permission is likelier. The default is 1000 or a tenth of the records, whichever is more.")
    private Long maxDeleted;

    @UriParam(
            label = "consumer",
            defaultValue = "86400000",
            javaType = "java.time.Duration",
            description = "For event=deleted: time after which all ids are compared, whatever the counts say.")
    private long sweepInterval = DEFAULT_SWEEP_INTERVAL_MILLIS;

    @UriParam(label = "consumer", description = "For event=tagged or untagged: name of the tag to watch.")
    private String tag;

    @UriParam(
            label = "consumer",
            javaType = "java.lang.Long",
            description = "For event=tagged or untagged: id of the tag to watch.")
    private Long tagId;

    @UriParam(
            label = "consumer",
            description = "Most records that one poll delivers; 0 for all. The rest comes with the next.")
    private int maxMessagesPerPoll;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "Time between the end of a poll and the next. An idle poll takes one of the account's requests a"
                            + " minute.")
    private long delay = DEFAULT_DELAY_MILLIS;

    @UriParam(
            label = "consumer,webhook",
            javaType = "java.lang.Long",
            description = "For event=formSubmitted: id of the form.")
    private Long formId;

    @UriParam(
            label = "consumer,webhook",
            javaType = "java.lang.Long",
            description = "For event=productPurchased or transactionCreated: id of the product.")
    private Long productId;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "full",
            description =
                    "How much of the record Ontraport sends: full, lightweight (of contacts id, name and e-mail address)"
                            + " or notify (the id). With full, a record that comes with only its id is read.")
    private WebhookFormat webhookFormat = WebhookFormat.full;

    @UriParam(
            label = "consumer,webhook,security",
            secret = true,
            description =
                    "Secret that Ontraport sends along, as it signs nothing: 16 or more letters, digits, dots, hyphens,"
                            + " underscores and tildes. What comes without it is answered with 403. Without one, whoever knows the URL can make"
                            + " up deliveries.")
    private String webhookVerifyToken;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "" + DEFAULT_MAX_BODY_SIZE,
            description = "Most bytes that a delivery may have. A larger one is answered with 413.")
    private int webhookMaxBodySize = DEFAULT_MAX_BODY_SIZE;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "true",
            description =
                    "Whether the subscription stays when the route stops, so that Ontraport notes down what it could not"
                            + " deliver meanwhile. Otherwise it is removed.")
    private boolean webhookKeepSubscription = true;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "false",
            description = "Whether missed deliveries are read back from Ontraport's log when the route starts. Needs"
                    + " idempotentRepository.")
    private boolean webhookRepair;

    @UriParam(
            label = "consumer,webhook",
            description =
                    "By which deliveries are recognised that come again; they are answered without going through the route."
                            + " The key is that of the header CamelOntraportDeliveryKey.")
    private IdempotentRepository idempotentRepository;

    @UriParam(
            label = "advanced",
            defaultValue = "UTC",
            description = "Time zone in which dates and times without a zone of their own are meant when "
                    + "they are written.")
    private String timeZone = "UTC";

    private Connection connection;
    private final WebhookReceiver webhookSide = new WebhookReceiver(this);
    /** Belongs to the endpoint, so that a route that is stopped and started goes on where it was. */
    private final StateRepository<String, String> memory = new MemoryStateRepository();

    OntraportEndpoint(
            String uri, OntraportComponent component, String objectType, OntraportConfiguration configuration) {
        super(uri, component);
        this.component = component;
        this.objectType = objectType;
        this.configuration = configuration;
        if (objectType == null || objectType.isBlank()) {
            throw new InvalidInputException(
                    "The object type is missing: ontraport:contacts, ontraport:raw and the like");
        }
        // Refuses at once what can be no type; a name that is none may still be a custom object's.
        knownType();
        setDelay(DEFAULT_DELAY_MILLIS);
    }

    @Override
    public Producer createProducer() {
        ProducerOptions.check(this);
        return new OntraportProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ConsumerOptions options = new ConsumerOptions(this);
        options.check();
        OntraportConsumer consumer = new OntraportConsumer(this, processor, options);
        consumer.setMaxMessagesPerPoll(maxMessagesPerPoll);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration configuration) {
        webhookSide.configure(configuration);
    }

    @Override
    public Processor createWebhookHandler(Processor next) {
        return new OntraportWebhookProcessor(this, webhookSide, next);
    }

    /** Where deliveries come while a route runs; empty otherwise. */
    public Optional<ListenAddress> listensAt() {
        return webhookSide.listensAt();
    }

    /** Sees to the subscription in the background, as soon as the route runs. */
    @Override
    public void registerWebhook() {
        webhookSide.register();
    }

    @Override
    public void unregisterWebhook() {
        webhookSide.unregister();
    }

    @Override
    public List<String> getWebhookMethods() {
        return List.of("POST");
    }

    /**
     * Reads missed deliveries back from Ontraport's log and delivers them, in the background; what comes of it is told by
     * log and health check.
     *
     * @throws IllegalStateException when the route is not started
     * @throws IllegalArgumentException without the option idempotentRepository
     */
    @ManagedOperation(description = "Reads missed webhook deliveries back from Ontraport's log, in the background")
    public void repairWebhooks() {
        webhookSide.repair();
    }

    /** Each route has a state of its own. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    /** The repository of the option, else one that ends with the application. */
    StateRepository<String, String> stateRepositoryOrMemory() {
        return stateRepository == null ? memory : stateRepository;
    }

    boolean isRaw() {
        return objectType.equalsIgnoreCase(RAW);
    }

    /** The type, unless only the account knows it. */
    Optional<ObjectType> knownType() {
        return isRaw() ? Optional.empty() : ObjectTypes.find(objectType);
    }

    /** The operation of the option; the raw type has one without. */
    Optional<Operation> configuredOperation() {
        return Optional.ofNullable(operation == null && isRaw() ? OntraportOperation.raw : operation)
                .map(OntraportOperation::row);
    }

    void checkRaw(Operation row) {
        if (!row.name().equals(RAW)) {
            throw new InvalidInputException(
                    "ontraport:raw makes raw calls only, not " + row.name() + "; name the object type instead of raw");
        }
    }

    /** Refuses what can be known to be wrong without the account. */
    void checkOptions() {
        OptionRange.atLeast(1, "requestTimeout", configuration.getRequestTimeout());
        OptionRange.atLeast(0, "maxRetries", configuration.getMaxRetries());
        OptionRange.atLeast(0, "retryDelay", configuration.getRetryDelay());
        OptionRange.atLeast(0, "maxRetryDelay", configuration.getMaxRetryDelay());
        OptionRange.between(1, PageRequest.MAX_PAGE_SIZE, "pageSize", pageSize);
        OptionRange.atLeast(0, "batchDelay", batchDelay);
        OptionRange.between(1, MAX_BATCH_SIZE, "batchSize", batchSize);
        try {
            ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    "Option timeZone: '" + timeZone + "' is no time zone such as Europe/Berlin", e);
        }
        if (streaming && (start > 0 || sort != null && !sort.equals("id"))) {
            LOG.info(
                    "{} streams by offset, because of sort or start: records that move while they are read may be missed "
                            + "or come twice. Without sort and start they are read safely, by id.",
                    this);
        }
        ParameterValues inputs = new ParameterValues(Map.of(), options(), Set.of(), null, fixed());
        inputs.checkOptions();
        configuredOperation().ifPresent(row -> {
            if (isRaw()) {
                checkRaw(row);
            }
            OptionChecks.check(row, inputs, knownType());
        });
    }

    /** Checked at start only, as an application may set them after its routes have been made. */
    private void checkConnection() {
        BaseUrl.parse(configuration.getBaseUrl());
        checkCredential("apiKey", configuration.getApiKey());
        checkCredential("appId", configuration.getAppId());
        new Credentials(configuration.getApiKey(), configuration.getAppId());
    }

    private static void checkCredential(String option, String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidInputException("No " + option + " is given: set the option " + option
                    + " on the component (" + "camel.component.ontraport." + option + ") or the endpoint");
        }
    }

    /** The options that operations read, those that were set. */
    Map<Parameter, Object> options() {
        Map<Parameter, Object> options = new EnumMap<>(Parameter.class);
        options.put(Parameter.RECORD_ID, recordId);
        options.put(Parameter.IDS, ids);
        options.put(Parameter.EMAIL, email);
        options.put(Parameter.UNIQUE_ID, uniqueId);
        options.put(Parameter.CONDITION, condition);
        options.put(Parameter.SEARCH, search);
        options.put(Parameter.SEARCH_NOTES, searchNotes ? true : null);
        options.put(Parameter.GROUP_ID, groupId);
        options.put(Parameter.SORT, sort);
        options.put(Parameter.SORT_DIR, sortDir);
        options.put(Parameter.START, start == 0 ? null : start);
        options.put(Parameter.LIMIT, limit == 0 ? null : limit);
        options.put(Parameter.LIST_FIELDS, listFields);
        options.put(Parameter.EXTERNS, externs);
        options.put(Parameter.TAGS, tags);
        options.put(Parameter.TAG_IDS, tagIds);
        options.put(Parameter.SEQUENCES, sequences);
        options.put(Parameter.CAMPAIGNS, campaigns);
        options.put(Parameter.IGNORE_BLANKS, ignoreBlanks ? true : null);
        options.put(Parameter.METHOD, method);
        options.put(Parameter.PATH, path);
        options.put(Parameter.QUERY, query);
        options.values().removeIf(value -> value == null);
        return options;
    }

    FixedOptions fixed() {
        return new FixedOptions(streaming, allowAll, failOnDecline, pageSize, batchDelay > 0);
    }

    /** How the exchange meets others; {@code null} when it does not. */
    BatchingPolicy<OperationResult> joining(Connection connection, Exchange exchange) {
        return batchDelay == 0
                ? null
                : new BatchingPolicy<>(
                        connection.joiner(),
                        connection.settings(),
                        Duration.ofMillis(batchDelay),
                        batchSize,
                        () -> component.stoppingRoutes().have(exchange));
    }

    public synchronized Connection connection() {
        if (connection == null || connection.client().isClosed()) {
            checkConnection();
            connection = component.connections().open(configuration);
        }
        return connection;
    }

    @Override
    protected void doStart() throws Exception {
        checkConnection();
        super.doStart();
    }

    @Override
    protected synchronized void doStop() throws Exception {
        webhookSide.forget();
        connection = null;
        super.doStop();
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("objectType", objectType);
    }

    @Override
    public OntraportComponent getComponent() {
        return component;
    }

    public String getObjectType() {
        return objectType;
    }

    public OntraportConfiguration getConfiguration() {
        return configuration;
    }

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

    public String getCondition() {
        return condition;
    }

    public void setCondition(String condition) {
        this.condition = condition;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public boolean isSearchNotes() {
        return searchNotes;
    }

    public void setSearchNotes(boolean searchNotes) {
        this.searchNotes = searchNotes;
    }

    public String getGroupId() {
        return groupId;
    }

    public void setGroupId(String groupId) {
        this.groupId = groupId;
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

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public String getListFields() {
        return listFields;
    }

    public void setListFields(String listFields) {
        this.listFields = listFields;
    }

    public String getExterns() {
        return externs;
    }

    public void setExterns(String externs) {
        this.externs = externs;
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

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public OntraportEvent getEvent() {
        return event;
    }

    public void setEvent(OntraportEvent event) {
        this.event = event;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    public void setStateRepository(StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public String getStateKey() {
        return stateKey;
    }

    public void setStateKey(String stateKey) {
        this.stateKey = stateKey;
    }

    public long getSettleTime() {
        return settleTime;
    }

    public void setSettleTime(long settleTime) {
        this.settleTime = settleTime;
    }

    public Long getMaxDeleted() {
        return maxDeleted;
    }

    public void setMaxDeleted(Long maxDeleted) {
        this.maxDeleted = maxDeleted;
    }

    public long getSweepInterval() {
        return sweepInterval;
    }

    public void setSweepInterval(long sweepInterval) {
        this.sweepInterval = sweepInterval;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    public Long getTagId() {
        return tagId;
    }

    public void setTagId(Long tagId) {
        this.tagId = tagId;
    }

    public Long getFormId() {
        return formId;
    }

    public void setFormId(Long formId) {
        this.formId = formId;
    }

    public Long getProductId() {
        return productId;
    }

    public void setProductId(Long productId) {
        this.productId = productId;
    }

    public WebhookFormat getWebhookFormat() {
        return webhookFormat;
    }

    public void setWebhookFormat(WebhookFormat webhookFormat) {
        this.webhookFormat = webhookFormat;
    }

    public String getWebhookVerifyToken() {
        return webhookVerifyToken;
    }

    public void setWebhookVerifyToken(String webhookVerifyToken) {
        this.webhookVerifyToken = webhookVerifyToken;
    }

    public int getWebhookMaxBodySize() {
        return webhookMaxBodySize;
    }

    public void setWebhookMaxBodySize(int webhookMaxBodySize) {
        this.webhookMaxBodySize = webhookMaxBodySize;
    }

    public boolean isWebhookKeepSubscription() {
        return webhookKeepSubscription;
    }

    public void setWebhookKeepSubscription(boolean webhookKeepSubscription) {
        this.webhookKeepSubscription = webhookKeepSubscription;
    }

    public boolean isWebhookRepair() {
        return webhookRepair;
    }

    public void setWebhookRepair(boolean webhookRepair) {
        this.webhookRepair = webhookRepair;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }
}
