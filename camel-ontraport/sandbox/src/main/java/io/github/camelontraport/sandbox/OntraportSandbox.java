package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.account.AccountSnapshot;
import io.github.camelontraport.sandbox.account.AccountState;
import io.github.camelontraport.sandbox.account.DataFile;
import io.github.camelontraport.sandbox.account.DirectAccess;
import io.github.camelontraport.sandbox.account.ExampleData;
import io.github.camelontraport.sandbox.account.RateWindow;
import io.github.camelontraport.sandbox.server.AccountCredentials;
import io.github.camelontraport.sandbox.server.ApiCall;
import io.github.camelontraport.sandbox.server.HttpServer;
import io.github.camelontraport.sandbox.server.RequestGateway;
import io.github.camelontraport.sandbox.server.RequestLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Ontraport account in this process. It serves the API on the loopback interface until closed, strictly: what the API
 * refuses, it refuses. All methods are thread-safe.
 *
 * <pre>{@code
 * try (OntraportSandbox sandbox = OntraportSandbox.start()) {
 *     long id = sandbox.create(0, Map.of("firstname", "Nora", "email", "nora@example.com"));
 *     ... // point the component at sandbox.baseUrl() with sandbox.apiKey() and sandbox.appId()
 * }
 * }</pre>
 *
 * <p>Records are maps from field name to text, or null where a field has no value, as the API shows them. Types are named
 * by their number: 0 is contacts, 14 tags, 10000 and up custom objects. Methods that take a type throw
 * {@link IllegalArgumentException} when there is none of that number.
 */
public final class OntraportSandbox implements AutoCloseable {

    /** In an account without HTTP: a valid port at which hardly any machine listens. */
    private static final int NO_PORT = 1;

    private final Builder settings;
    private final AccountCredentials credentials;
    private final SandboxClock clock;
    private final SandboxFaults faults = new SandboxFaults();
    private final RateWindow rateLimit;
    private final SandboxWebhooks webhooks;
    private final RequestLog log = new RequestLog();
    private final AccountState account;
    private final DirectAccess direct;
    private final RequestGateway gateway;
    /** Null without HTTP. */
    private final HttpServer server;
    /** Null when the account is not kept. */
    private final DataFile dataFile;

    private boolean kept;

    private OntraportSandbox(Builder settings) {
        this.settings = settings.copy();
        credentials = new AccountCredentials(settings.apiKey, settings.appId);
        clock = new SandboxClock(settings.clock);
        rateLimit = new RateWindow(settings.requestsPerMinute);
        account = new AccountState(clock, faults, settings.webhookLogFields);
        webhooks = new SandboxWebhooks(account);
        direct = new DirectAccess(account);
        gateway = new RequestGateway(account, credentials, rateLimit, log);
        server = settings.http ? new HttpServer(settings.port, gateway) : null;
        dataFile = settings.dataFile == null ? null : new DataFile(settings.dataFile);
        reset();
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
     * Where clients send their requests, without a slash at the end: {@code http://localhost:PORT/1}. Without HTTP it is as
     * valid, but nobody is there.
     */
    public String baseUrl() {
        return "http://localhost:" + port() + ApiCall.BASE_PATH;
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

    /** The account's time, which tests can move forward. */
    public SandboxClock clock() {
        return clock;
    }

    /** Faults to come and switches. */
    public SandboxFaults faults() {
        return faults;
    }

    /** Deliveries to subscribed webhooks: their form, their faults, and what came of them. */
    public SandboxWebhooks webhooks() {
        return webhooks;
    }

    /**
     * Changes the rate limit; requests of the last minute count against the new one.
     *
     * @throws IllegalArgumentException when the limit is not positive
     */
    public void requestsPerMinute(int limit) {
        run(() -> rateLimit.limit(limit));
    }

    /**
     * Answers a request without a connection, for tests with so many requests that HTTP is too slow. It goes the same way as
     * one that came over HTTP, through credentials, rate limit, faults and log; only delays are not waited for.
     *
     * @param pathAndQuery as in HTTP, encoded and with the leading {@code /1}: {@code /1/objects?objectID=0&range=50}
     * @param headers by name in any case; credentials and the content type of a body have to be among them
     * @param body "" when there is none
     * @return empty when the connection would have been dropped
     */
    public Optional<SandboxReply> answer(String method, String pathAndQuery, Map<String, String> headers, String body) {
        return gateway.handle(ApiCall.of(method, pathAndQuery, headers, body)).toReply();
    }

    /** The latest requests, up to 2000, in the order they were answered. Requests that failed are among them. */
    public List<SandboxRequest> requests() {
        return account.locked(log::latest);
    }

    /** How many requests arrived, including those no longer in {@link #requests()}. */
    public int requestCount() {
        return account.locked(log::count);
    }

    public void forgetRequests() {
        run(log::clear);
    }

    /**
     * Creates a record past the API: not counted, never faulted, any field can be set, including the dates and, for a
     * record that must have a certain one, the id.
     *
     * @param fields values in Java: text, numbers, booleans (1 or 0), collections (a list field), null
     * @return the id
     * @throws IllegalArgumentException when the type has no such field, or there is a record with that id
     */
    public long create(int objectType, Map<String, ?> fields) {
        return account.locked(() -> direct.create(objectType, fields));
    }

    /**
     * Changes a record past the API, and its time of modification unless the fields name one.
     *
     * @throws java.util.NoSuchElementException when there is no such record
     * @throws IllegalArgumentException when the type has no such field
     */
    public void update(int objectType, long id, Map<String, ?> fields) {
        run(() -> direct.update(objectType, id, fields));
    }

    /**
     * As {@link #create}, but reads over the API do not show the record until it is released. That does not depend on the
     * clock, so that single records can become visible in any order.
     */
    public long createHidden(int objectType, Map<String, ?> fields) {
        return account.locked(() -> direct.createHidden(objectType, fields));
    }

    /**
     * As {@link #update}, but reads over the API go on showing the record as it was, also after further changes by whatever
     * way, until it is released. A deletion takes effect at once.
     */
    public void updateHidden(int objectType, long id, Map<String, ?> fields) {
        run(() -> direct.updateHidden(objectType, id, fields));
    }

    /**
     * Lets reads over the API show a hidden record as it is now; no effect on one that is not hidden.
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

    /** The record as it is now, whether or not reads over the API show it so already; an unmodifiable copy. */
    public Optional<Map<String, Object>> find(int objectType, long id) {
        return account.locked(() -> direct.find(objectType, id));
    }

    /** All records of a type by ascending id, as {@link #find} shows them. */
    public List<Map<String, Object>> records(int objectType) {
        return account.locked(() -> direct.records(objectType));
    }

    /**
     * Puts a tag on a record past the API, after the tag delay if one is set; a tag of a new name is created.
     *
     * @throws java.util.NoSuchElementException when there is no such record
     */
    public void addTag(int objectType, long id, String tagName) {
        run(() -> direct.addTag(objectType, id, tagName));
    }

    /** Takes a tag off a record past the API, after the tag delay if one is set; no effect when the record has no such tag. */
    public void removeTag(int objectType, long id, String tagName) {
        run(() -> direct.removeTag(objectType, id, tagName));
    }

    /**
     * Does what a visitor does who fills in a form: changes the record that has the same e-mail address, or creates one, of
     * the type the form is for.
     *
     * @return the record's id
     * @throws java.util.NoSuchElementException when there is no such form
     * @throws IllegalArgumentException when the type has no such field
     */
    public long submitForm(long formId, Map<String, ?> fields) {
        return account.locked(() -> direct.submitForm(formId, fields));
    }

    /** Makes records members of a group, a record of type 3 whose field {@code type} says what it holds. */
    public void addToGroup(long groupId, long... ids) {
        run(() -> {
            for (long id : ids) {
                account.addToGroup(groupId, id);
            }
        });
    }

    /**
     * Adds a custom object type, with the fields every such type has and those given.
     *
     * @param fields by field name, which wins over the name within
     * @return the type's number, from 10000 up
     * @throws IllegalArgumentException when there is a type of that name
     */
    public int defineCustomObject(String name, Map<String, SandboxField> fields) {
        return account.locked(() -> account.types().defineObject(name, fields));
    }

    /**
     * Adds a custom field to a type. Records that exist have no value for it until it is set.
     *
     * @return the field's name
     * @throws IllegalArgumentException when the type has a field of that name
     */
    public String defineField(int objectType, SandboxField field) {
        return account.locked(() -> account.defineField(objectType, field));
    }

    /**
     * Puts everything back to the start: records, custom types and fields, faults, webhook deliveries, request log, clock,
     * rate limit. An account that has a data file starts from that file as it is now.
     */
    public void reset() {
        run(() -> {
            faults.clear();
            clock.reset();
            account.clear();
            rateLimit.limit(settings.requestsPerMinute);
            rateLimit.clear();
            log.clear();
            boolean restored = dataFile != null && dataFile.restore(account, clock);
            if (settings.exampleData && !restored) {
                ExampleData.fill(account);
            }
        });
    }

    /**
     * Stops serving and delivering, and writes the data file the first time. The state stays readable.
     *
     * @throws RuntimeException when the data file cannot be written
     */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
        }
        account.locked(() -> account.webhooks().queue().close()).awaitEnd();
        if (dataFile != null && !kept) {
            dataFile.write(account.locked(() -> AccountSnapshot.of(account)));
            kept = true;
        }
    }

    private void run(Runnable work) {
        account.run(work);
    }

    /** Settings of an account. Not thread-safe. */
    public static final class Builder {

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

        /** The port to listen on; 0, the default, takes a free one. */
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

        /** The rolling limit; default 180. */
        public Builder requestsPerMinute(int value) {
            requestsPerMinute = value;
            return this;
        }

        /** The clock the account's time starts from; default the system's. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Whether the account starts with contacts, tags, companies, products and a custom object to look at; default no. */
        public Builder exampleData(boolean value) {
            exampleData = value;
            return this;
        }

        /** Whether the account listens on a port, default yes; {@link OntraportSandbox#answer} works either way. */
        public Builder http(boolean value) {
            http = value;
            return this;
        }

        /**
         * A file, in a folder that exists, that keeps the account from one run to the next: records, tags, groups, custom types
         * and fields, and the numbers given out. It is read at the start, in place of the example data, when it exists, and
         * written by {@link OntraportSandbox#close}. Default none.
         */
        public Builder dataFile(Path value) {
            dataFile = value;
            return this;
        }

        /**
         * Other names for fields of the webhook log, by their usual ones: {@code webhook_id}, {@code event}, {@code url},
         * {@code payload}, {@code code}, {@code date}. An empty name leaves a field out. How Ontraport names them is not
         * documented, so clients have to find out by themselves. Default none.
         *
         * @throws IllegalArgumentException from {@link #start} when there is no such field, or a name is given twice
         */
        public Builder webhookLogFields(Map<String, String> value) {
            webhookLogFields = Map.copyOf(value);
            return this;
        }

        /** @throws RuntimeException when the port cannot be had, or the data file is damaged */
        public OntraportSandbox start() {
            return new OntraportSandbox(this);
        }

        private Builder copy() {
            return new Builder()
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
