package io.github.camelontraport;

import io.github.camelontraport.account.AccountContext;
import io.github.camelontraport.account.ClientEnvironment;
import io.github.camelontraport.account.ClientRegistry;
import io.github.camelontraport.account.ConnectionSettings;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.sync.SyncProgress;
import io.github.camelontraport.option.EndpointUri;
import io.github.camelontraport.option.ValidatingConfigurer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.URISupport;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/**
 * Reads, writes and watches the records of an Ontraport account. Holds what its endpoints share: HTTP client, rate limiter
 * and metadata of custom objects.
 */
@Component(OntraportComponent.SCHEME)
public class OntraportComponent extends HealthCheckComponent implements SSLContextParametersAware, AccountOwner {

    static final String SCHEME = "ontraport";

    @Metadata(label = "advanced", description = "The account and how to reach it; endpoints start with a copy of it.")
    private OntraportConfiguration configuration = new OntraportConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the TLS settings of the Camel context.")
    private boolean useGlobalSslContextParameters;

    private final ComponentServices services;
    private Consumer<OntraportConfiguration> accountOverride = account -> {};

    public OntraportComponent() {
        this(ClientEnvironment.REAL);
    }

    public OntraportComponent(CamelContext context) {
        this(ClientEnvironment.REAL);
        setCamelContext(context);
    }

    OntraportComponent(ClientEnvironment environment) {
        services = ComponentServices.of(new ClientRegistry(this, environment));
    }

    /** Camel reads options from the URI's normal form, in which a plus and %25 are lost. Here they are read as written. */
    @Override
    public Endpoint createEndpoint(String uri, Map<String, Object> properties) throws Exception {
        EndpointUri parsed = EndpointUri.parse(uri);
        parsed.repeatedOption().ifPresent(option -> {
            throw new InvalidInputException(
                    "Option " + option + " is given twice; give it once, several values separated by commas");
        });
        Optional<InvalidInputException> refusal =
                parsed.changedOption().map(option -> parsed.refusal(option, isSecret(option)));
        if (refusal.isPresent() && !parsed.isPossiblyEncoded()) {
            throw refusal.get();
        }
        Map<String, Object> options = new LinkedHashMap<>(parsed.options());
        if (properties != null) {
            options.putAll(properties);
        }
        Endpoint endpoint = super.createEndpoint(parsed.normalized(), options);
        if (refusal.isPresent() || !parsed.encoded().equals(parsed.options())) {
            ((OntraportEndpoint) endpoint)
                    .refuseUnlessWrapped(new WrappedEndpointOptions(parsed, refusal.orElse(null)));
        }
        return endpoint;
    }

    private boolean isSecret(String option) {
        return uriFactory().secretPropertyNames().contains(option);
    }

    @Override
    public boolean useRawUri() {
        return true;
    }

    @Override
    protected boolean resolveRawParameterValues() {
        return false;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String rawPath, Map<String, Object> parameters) throws Exception {
        String objectType = URISupport.extractRemainderPath(URISupport.normalizeUriAsURI(uri), false);
        return parameters.isEmpty()
                ? new OntraportEndpoint(uri, this, services, objectType, configuration.copy())
                : createEndpoint(uri, objectType, parameters, configuration.copy());
    }

    private Endpoint createEndpoint(
            String uri, String objectType, Map<String, Object> parameters, OntraportConfiguration account)
            throws Exception {
        EndpointParameters.parse(parameters, getEndpointPropertyConfigurer());
        OntraportEndpoint endpoint = new OntraportEndpoint(uri, this, services, objectType, account);
        Map<String, Object> query = EndpointParameters.extractQuery(parameters);
        if (!query.isEmpty()) {
            endpoint.getProducerConfiguration().setQuery(query);
        }
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void afterConfiguration(String uri, String remaining, Endpoint endpoint, Map<String, Object> parameters) {
        ((OntraportEndpoint) endpoint).checkOptions();
    }

    /** As Camel's check, with the name that a misspelt option probably means. */
    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (!parameters.isEmpty()) {
            throw new UnknownOptions(uriFactory().propertyNames(), this::isOwnOption, name()).refusal(parameters);
        }
    }

    private boolean isOwnOption(String name) {
        return super.getComponentPropertyConfigurer() instanceof PropertyConfigurerGetter own
                && own.getOptionType(name, false) != null;
    }

    /** Sets all options of the component that are set by name, and checks them before. */
    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        PropertyConfigurer options = super.getComponentPropertyConfigurer();
        return options == null ? null : new ValidatingConfigurer(options, (PropertyConfigurerGetter) options);
    }

    private EndpointUriFactory uriFactory() {
        return getCamelContext().getCamelContextExtension().getEndpointUriFactory(SCHEME);
    }

    /** The name of the component in URIs; the scheme when the component was not added to the context. */
    @Override
    public String name() {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == this)
                .findFirst()
                .orElse(SCHEME);
    }

    /** The accounts that have been used since the start, in the order of their first use. */
    List<AccountContext> accounts() {
        return services.clients().accounts();
    }

    /** The syncs that run now. */
    List<SyncProgress> syncs() {
        return services.syncs().all();
    }

    /** The polling consumers that are started. */
    List<ObservedPoll> polls() {
        return services.polls().all();
    }

    @Override
    public ConnectionSettings connectionSettings() {
        return connectionOptions().settings();
    }

    private ConnectionOptions connectionOptions() {
        return new ConnectionOptions(
                configuration, getCamelContext().getSSLContextParameters(), useGlobalSslContextParameters);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        maskAppId();
        getCamelContext().getTypeConverterRegistry().addFallbackTypeConverter(new RecordTypeConverter(), false);
    }

    /** Camel masks an apiKey by default. Keywords replace those given before, so the context's are given with it. */
    private void maskAppId() {
        ExtendedCamelContext context = getCamelContext().getCamelContextExtension();
        String given = context.getAdditionalSensitiveKeywords();
        Set<String> keywords = new LinkedHashSet<>(given == null ? List.of() : List.of(given.split(",")));
        keywords.add("appId");
        String all = String.join(",", keywords);
        if (!all.equals(given)) {
            context.setAdditionalSensitiveKeywords(all);
        }
        URISupport.addSanitizeKeywords(all);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        connectionOptions().check();
        maskAppId();
        services.stoppingRoutes().attach(getCamelContext());
        services.clients().start();
    }

    @Override
    protected void doStop() throws Exception {
        services.clients().close();
        services.stoppingRoutes().detach(getCamelContext());
        super.doStop();
    }

    public OntraportConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(OntraportConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * Changes the account of every endpoint before it is used, also of those that have account options of their own. For test
     * support that puts a sandbox in the place of all accounts.
     */
    public void setAccountOverride(Consumer<OntraportConfiguration> accountOverride) {
        this.accountOverride = accountOverride;
    }

    @Override
    public void overrideAccount(OntraportConfiguration account) {
        accountOverride.accept(account);
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public int getRequestsPerMinute() {
        return configuration.getRequestsPerMinute();
    }

    @Metadata(
            label = "common",
            defaultValue = "180",
            description =
                    "Most requests sent to the account in any rolling minute, by all endpoints together; "
                            + "fewer while replies show that others use the account. Ontraport allows 180, and more on request.")
    public void setRequestsPerMinute(int requestsPerMinute) {
        configuration.setRequestsPerMinute(requestsPerMinute);
    }

    public long getRateLimitTimeout() {
        return configuration.getRateLimitTimeout();
    }

    @Metadata(
            label = "advanced",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description = "Longest time a call waits for its turn in the requests per minute.")
    public void setRateLimitTimeout(long rateLimitTimeout) {
        configuration.setRateLimitTimeout(rateLimitTimeout);
    }

    public long getConnectTimeout() {
        return configuration.getConnectTimeout();
    }

    @Metadata(
            label = "advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "Longest time to make a connection.")
    public void setConnectTimeout(long connectTimeout) {
        configuration.setConnectTimeout(connectTimeout);
    }

    public long getConnectionIdleTimeout() {
        return configuration.getConnectionIdleTimeout();
    }

    @Metadata(
            label = "advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "Longest time that a connection waits for its next request; then it is closed. Less than "
                    + "what firewalls in between allow, which drop idle connections without a word.")
    public void setConnectionIdleTimeout(long connectionIdleTimeout) {
        configuration.setConnectionIdleTimeout(connectionIdleTimeout);
    }

    public boolean isAllowInsecureHttp() {
        return configuration.isAllowInsecureHttp();
    }

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether baseUrl may be plain http to another machine, or through a proxy on one. The keys "
                    + "travel in the clear then: for a sandbox in a container, never for a real account.")
    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        configuration.setAllowInsecureHttp(allowInsecureHttp);
    }

    public CloseableHttpAsyncClient getHttpClient() {
        return configuration.getHttpClient();
    }

    @Metadata(
            label = "advanced",
            description =
                    "Apache HttpClient 5 to use instead of one of our own. It is started when it is not running, and "
                            + "never closed. Excludes connectTimeout, connectionIdleTimeout, sslContextParameters, "
                            + "useGlobalSslContextParameters and proxyHost, which are up to it. Build it with "
                            + "disableAutomaticRetries().")
    public void setHttpClient(CloseableHttpAsyncClient httpClient) {
        configuration.setHttpClient(httpClient);
    }

    public SSLContextParameters getSslContextParameters() {
        return configuration.getSslContextParameters();
    }

    @Metadata(label = "security", description = "TLS settings, such as a trust store of one's own.")
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        configuration.setSslContextParameters(sslContextParameters);
    }

    public String getProxyHost() {
        return configuration.getProxyHost();
    }

    @Metadata(
            label = "proxy",
            description = "Host of the HTTP proxy to go through. Its name is resolved for each connection.")
    public void setProxyHost(String proxyHost) {
        configuration.setProxyHost(proxyHost);
    }

    public int getProxyPort() {
        return configuration.getProxyPort();
    }

    @Metadata(label = "proxy", description = "Port of the HTTP proxy to go through.")
    public void setProxyPort(int proxyPort) {
        configuration.setProxyPort(proxyPort);
    }

    public String getProxyUsername() {
        return configuration.getProxyUsername();
    }

    @Metadata(label = "proxy,security", secret = true, description = "User name for the proxy (Basic authentication).")
    public void setProxyUsername(String proxyUsername) {
        configuration.setProxyUsername(proxyUsername);
    }

    public String getProxyPassword() {
        return configuration.getProxyPassword();
    }

    @Metadata(label = "proxy,security", secret = true, description = "Password for the proxy.")
    public void setProxyPassword(String proxyPassword) {
        configuration.setProxyPassword(proxyPassword);
    }
}
