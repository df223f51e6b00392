package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.DirectAccess;
import io.github.camelontraport.sandbox.account.ExampleData;
import io.github.camelontraport.sandbox.fault.AccountSwitches;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.page.PageState;
import io.github.camelontraport.sandbox.page.SandboxPage;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import io.github.camelontraport.sandbox.server.AccountCredentials;
import io.github.camelontraport.sandbox.server.RateLimitWindow;
import io.github.camelontraport.sandbox.server.RequestLog;
import io.github.camelontraport.sandbox.server.RequestPipeline;
import io.github.camelontraport.sandbox.server.SandboxHttpServer;
import io.github.camelontraport.sandbox.server.WireOutcome;
import io.github.camelontraport.sandbox.storage.AccountSnapshot;
import io.github.camelontraport.sandbox.storage.DataFile;
import io.github.camelontraport.sandbox.webhook.WebhookPublisher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An Ontraport account in this process. It serves the API, on the loopback interface by default, until it is closed, and refuses what the
 * API refuses. All methods are thread-safe.
 *
 * <pre>{@code
 * try (OntraportSandbox sandbox = OntraportSandbox.start()) {
 *     long id = sandbox.create(0, Map.of("firstname", "Nora", "email", "nora@example.com"));
 *     ... // point the component at sandbox.baseUrl() with sandbox.apiKey() and sandbox.appId()
 * }
 * }</pre>
 *
 * <p>Records are maps from field name to text, as the API shows them; the value of an unset field may be null. Object types
 * are given by id: 0 is contacts, 14 tags, 10000 and up custom objects. Methods that take a type throw
 * {@link IllegalArgumentException} for an unknown id.
 */
public final class OntraportSandbox implements AutoCloseable {

    /** The port without HTTP: valid, but hardly any machine listens there. */
    private static final int NO_PORT = 1;

    private final Builder settings;
    private final AccountCredentials credentials;
    private final SandboxClock clock;
    private final SandboxFaults faults;
    private final RateLimitWindow rateLimit;
    private final SandboxWebhooks webhooks;
    private final RequestLog log = new RequestLog();
    private final Account account;
    private final WebhookPublisher publisher;
    private final DirectAccess direct;
    private final SandboxFields fields;
    private final RequestPipeline pipeline;
    private final SandboxPage page;
    /** Null without HTTP. */
    private final SandboxHttpServer server;
    /** Null without a data file. */
    private final DataFile dataFile;

    private boolean saved;

    private OntraportSandbox(Builder settings) {
        this.settings = settings.copy();
        credentials = new AccountCredentials(settings.apiKey, settings.appId);
        clock = new SandboxClock(settings.clock);
        rateLimit = new RateLimitWindow(settings.requestsPerMinute);
        AccountSwitches switches = new AccountSwitches();
        FaultPlan<AccountRequest, RequestFault> plan = new FaultPlan<>();
        faults = new SandboxFaults(plan, switches);
        account = new Account(clock, switches);
        publisher = new WebhookPublisher(account, settings.webhookLogFields);
        webhooks = new SandboxWebhooks(account.lock(), publisher.queue());
        direct = new DirectAccess(account);
        fields = new SandboxFields(account);
        pipeline = new RequestPipeline(account, plan, credentials, rateLimit, log);
        page = new SandboxPage(new PageState(account, rateLimit, log, plan, publisher));
        dataFile = settings.dataFile == null ? null : new DataFile(settings.dataFile);
        reset();
        server = settings.http ? new SandboxHttpServer(settings.host, settings.port, this::handle) : null;
        if (server != null) {
            server.start();
        }
    }

    /** Starts an account without example data on a free port: 180 requests per minute, system clock. */
    public static OntraportSandbox start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The base URL of the API, without a trailing slash: {@code http://localhost:PORT/1}, or with the host of
     * {@link Builder#host}. Without HTTP it is valid, but nothing listens there.
     */
    public String baseUrl() {
        return "http://" + ListenAddress.nameInUrl(settings.host) + ":" + port() + AccountRequest.BASE_PATH;
    }

    /** A page for browsers that shows what happens in the account. It asks for no credentials, and shows none. */
    public String pageUrl() {
        return "http://" + ListenAddress.nameInUrl(settings.host) + ":" + port() + "/";
    }

    /** The port listened on; 1 without HTTP. */
    public int port() {
        return server == null ? NO_PORT : server.port();
    }

    public String apiKey() {
        return credentials.apiKey();
    }

    public String appId() {
        return credentials.appId();
    }

    /** The account's clock. Tests can advance it. */
    public SandboxClock clock() {
        return clock;
    }

    /** Plans faults and turns switches on. */
    public SandboxFaults faults() {
        return faults;
    }

    /** The deliveries to webhook subscriptions: settings, faults and outcomes. */
    public SandboxWebhooks webhooks() {
        return webhooks;
    }

    /** Adds, changes and removes fields, their labels and their options. */
    public SandboxFields fields() {
        return fields;
    }

    /**
     * Changes the rate limit. Requests of the last minute count against the new limit.
     *
     * @throws IllegalArgumentException when the limit is not positive
     */
    public void requestsPerMinute(int limit) {
        run(() -> rateLimit.limit(limit));
    }

    /**
     * Processes a request without a connection, for tests with so many requests that HTTP is too slow. Credentials, rate limit,
     * faults and log apply as over HTTP; delays do not.
     *
     * @param pathAndQuery as in HTTP, encoded and with the leading {@code /1}: {@code /1/objects?objectID=0&range=50}
     * @param headers by name in any case, including the credentials and the content type of the body
     * @param body "" when there is none
     * @return empty when the connection would be dropped
     */
    public Optional<SandboxReply> answer(String method, String pathAndQuery, Map<String, String> headers, String body) {
        WireOutcome outcome = pipeline.handle(AccountRequest.of(method, pathAndQuery, headers, body));
        return Optional.ofNullable(outcome.reply())
                .map(reply -> new SandboxReply(reply.status(), outcome.headersByLowerCase(), reply.body()));
    }

    /** The latest requests, up to 2000, in the order of their processing, including failed ones. */
    public List<SandboxRequest> requests() {
        return locked(() -> log.latest().stream().map(SandboxRequest::of).toList());
    }

    /** The number of requests, including those no longer in {@link #requests()}. */
    public int requestCount() {
        return locked(log::count);
    }

    public void forgetRequests() {
        run(log::clear);
    }

    /**
     * Creates a record past the API: it is not counted and meets no fault. Every field can be set, including dates and the id.
     *
     * @param fields values may be text, numbers, booleans (written as 1 or 0), collections (for a list field) and null
     * @return the id
     * @throws IllegalArgumentException when the type has no such field, or the id is taken
     */
    public long create(int objectType, Map<String, ?> fields) {
        return locked(() -> direct.create(objectType, fields));
    }

    /**
     * Changes a record past the API. Sets its time of modification unless the fields contain one.
     *
     * @throws java.util.NoSuchElementException when there is no such record
     * @throws IllegalArgumentException when the type has no such field
     */
    public void update(int objectType, long id, Map<String, ?> fields) {
        run(() -> direct.update(objectType, id, fields));
    }

    /**
     * As {@link #create}, but reads over the API do not show the record until {@link #release}, whatever the clock shows.
     */
    public long createHidden(int objectType, Map<String, ?> fields) {
        return locked(() -> direct.createHidden(objectType, fields));
    }

    /**
     * As {@link #update}, but reads over the API show the record as it was until {@link #release}, even after further changes. A
     * deletion is visible at once.
     */
    public void updateHidden(int objectType, long id, Map<String, ?> fields) {
        run(() -> direct.updateHidden(objectType, id, fields));
    }

    /**
     * Makes reads over the API show a hidden record as it is now. No effect on a record that is not hidden.
     *
     * @throws java.util.NoSuchElementException when there is no such record
     */
    public void release(int objectType, long id) {
        run(() -> direct.release(objectType, id));
    }

    /**
     * Deletes a record past the API.
     *
     * @throws java.util.NoSuchElementException when there is no such record
     */
    public void delete(int objectType, long id) {
        run(() -> direct.delete(objectType, id));
    }

    /** An unmodifiable copy of the record as it is now, even if reads over the API do not show it yet. */
    public Optional<Map<String, Object>> find(int objectType, long id) {
        return locked(() -> direct.find(objectType, id));
    }

    /** All records of a type by ascending id, each as in {@link #find}. */
    public List<Map<String, Object>> records(int objectType) {
        return locked(() -> direct.records(objectType));
    }

    /**
     * Adds a tag to a record past the API, after the tag delay. Creates the tag when there is none of that name.
     *
     * @throws java.util.NoSuchElementException when there is no such record
     */
    public void addTag(int objectType, long id, String tagName) {
        run(() -> direct.addTag(objectType, id, tagName));
    }

    /** Removes a tag from a record past the API, after the tag delay. No effect when the record has no such tag. */
    public void removeTag(int objectType, long id, String tagName) {
        run(() -> direct.removeTag(objectType, id, tagName));
    }

    /**
     * Submits a form like a visitor: updates the record that has the same e-mail address, or creates a record, of the type of
     * the form.
     *
     * @return the record's id
     * @throws java.util.NoSuchElementException when there is no such form
     * @throws IllegalArgumentException when the type has no such field
     */
    public long submitForm(long formId, Map<String, ?> fields) {
        return locked(() -> direct.submitForm(formId, fields));
    }

    /** Adds records to a group. A group is a record of type 3; its field {@code type} is the type id of its members. */
    public void addToGroup(long groupId, long... ids) {
        run(() -> {
            for (long id : ids) {
                account.groups().add(groupId, id);
            }
        });
    }

    /** As {@link SandboxFields#defineCustomObject}. */
    public int defineCustomObject(String name, Map<String, SandboxField> customFields) {
        return fields.defineCustomObject(name, customFields);
    }

    /** As {@link SandboxFields#add}. */
    public String defineField(int objectType, SandboxField field) {
        return fields.add(objectType, field);
    }

    /**
     * Deletes all records past the API, as a person would: the ids of later records are higher, so that routes that watch the
     * account go on. For tests that share an account with running routes, such as those of one Spring context. Tests that
     * start their routes themselves take {@link #reset}.
     *
     * <p>Users, tags, webhook subscriptions and their log stay, and so does all that is not a record: custom types and fields,
     * faults, deliveries, request log, clock and rate limit. No record has a tag any more. A form, group or product that is
     * created again has another id, as if a person had done it: a route that watches it must be started anew. A route with
     * {@code event=deleted} delivers these deletions.
     */
    public void clear() {
        run(direct::deleteAll);
    }

    /**
     * Restores the initial state: records, custom types and fields, faults, webhook deliveries, request log, clock, rate limit.
     * An account with a data file reads that file again.
     *
     * <p>Ids begin anew, and webhook subscriptions are gone. Routes that watch the account must be started anew, without the
     * state that they kept: a route that goes on takes a new record for one that it has already delivered, and stays silent.
     * While routes run, take {@link #clear}.
     */
    public void reset() {
        run(() -> {
            faults.clear();
            clock.reset();
            account.clear();
            publisher.clear();
            rateLimit.limit(settings.requestsPerMinute);
            rateLimit.clear();
            log.clear();
            boolean restored = dataFile != null && restore();
            if (settings.exampleData && !restored) {
                ExampleData.fill(account);
            }
        });
    }

    /**
     * Stops the server and the deliveries. The first call writes the data file. The state stays readable.
     *
     * @throws RuntimeException when the data file cannot be written
     */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
        }
        locked(() -> publisher.queue().close()).awaitEnd();
        if (dataFile != null && !saved) {
            dataFile.write(locked(() -> AccountSnapshot.of(account, publisher.log())));
            saved = true;
        }
    }

    /** Moves the clock forward to the time in the data file, so that the account's time does not run backwards. */
    private boolean restore() {
        Optional<Instant> written = dataFile.restore(account, publisher.log());
        written.map(time -> Duration.between(clock.instant(), time))
                .filter(behind -> !behind.isNegative())
                .ifPresent(clock::advance);
        return written.isPresent();
    }

    private WireOutcome handle(AccountRequest request) {
        return page.answer(request).orElseGet(() -> pipeline.handle(request));
    }

    private void run(Runnable work) {
        account.lock().run(work);
    }

    private <T> T locked(Supplier<T> work) {
        return account.lock().locked(work);
    }

    /** Settings of an account. Not thread-safe. */
    public static final class Builder {

        private String host = ListenAddress.LOOPBACK;
        private int port;
        private String apiKey = "sandbox-key";
        private String appId = "2_4711_SandboxApp";
        private int requestsPerMinute = 180;
        private Clock clock = Clock.systemUTC();
        private boolean exampleData;
        private boolean http = true;
        private Path dataFile;
        private Map<String, String> webhookLogFields = Map.of();

        private Builder() {}

        /**
         * The address to listen on. Default {@code 127.0.0.1}, which only this machine reaches; {@code 0.0.0.0} is all addresses,
         * as in a container.
         */
        public Builder host(String value) {
            host = Objects.requireNonNull(value, "host");
            return this;
        }

        /** The port to listen on. Default 0, which takes a free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        public Builder apiKey(String value) {
            apiKey = value;
            return this;
        }

        public Builder appId(String value) {
            appId = value;
            return this;
        }

        /** The rolling rate limit. Default 180. */
        public Builder requestsPerMinute(int value) {
            requestsPerMinute = value;
            return this;
        }

        /** The base of the account's clock. Default the system clock in UTC. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Whether the account starts with example records: contacts, tags, companies, products, a custom object. Default no. */
        public Builder exampleData(boolean value) {
            exampleData = value;
            return this;
        }

        /** Whether the account listens on a port. Default yes. {@link OntraportSandbox#answer} works without. */
        public Builder http(boolean value) {
            http = value;
            return this;
        }

        /**
         * A file that keeps the account between runs: records, tags, groups, custom types and fields, and the assigned ids. Its
         * folder must exist. If the file exists, it is read at the start instead of the example data.
         * {@link OntraportSandbox#close} writes it. Default none.
         */
        public Builder dataFile(Path value) {
            dataFile = value;
            return this;
        }

        /**
         * Other names for fields of the webhook log, by default name: {@code webhook_id}, {@code event}, {@code url},
         * {@code payload}, {@code code}, {@code date}. An empty name omits a field. Ontraport does not document its names, so
         * clients have to detect them. {@link #start} throws {@link IllegalArgumentException} for an unknown default name and
         * for a name that is given twice. Default none.
         */
        public Builder webhookLogFields(Map<String, String> value) {
            webhookLogFields = Map.copyOf(value);
            return this;
        }

        /** @throws RuntimeException when the port is taken, or the data file is damaged */
        public OntraportSandbox start() {
            return new OntraportSandbox(this);
        }

        private Builder copy() {
            return new Builder()
                    .host(host)
                    .port(port)
                    .apiKey(apiKey)
                    .appId(appId)
                    .requestsPerMinute(requestsPerMinute)
                    .clock(clock)
                    .exampleData(exampleData)
                    .http(http)
                    .dataFile(dataFile)
                    .webhookLogFields(webhookLogFields);
        }
    }
}
