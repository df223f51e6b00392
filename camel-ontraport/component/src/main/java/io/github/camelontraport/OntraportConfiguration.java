package io.github.camelontraport;

import io.github.camelontraport.account.AccountSettings;
import io.github.camelontraport.api.BaseUrl;
import io.github.camelontraport.api.Credentials;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.http.LoopbackHosts;
import io.github.camelontraport.api.http.ProxySettings;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/**
 * The account and how to reach it. Options marked as parameters may differ from endpoint to endpoint. The others are the
 * same for the whole component, which offers them as its options.
 */
@UriParams
@Configurer(extended = true)
public class OntraportConfiguration implements Cloneable {

    @UriParam(
            label = "security",
            secret = true,
            description = "API key of the account, from the API page of its"
                    + " administration. Sent only as a request header.")
    private String apiKey;

    @UriParam(
            label = "security",
            secret = true,
            description = "App ID that belongs to the API key, such as 2_12345_AbCdEfGhI.")
    private String appId;

    @UriParam(
            label = "common",
            defaultValue = "https://api.ontraport.com/1",
            description = "Where the API is, version included. Plain http is refused unless it is to this machine, "
                    + "or allowInsecureHttp is set.")
    private String baseUrl = "https://api.ontraport.com/1";

    @UriParam(
            label = "advanced",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "Longest time from sending a request to its whole reply. Ontraport may take a minute.")
    private long requestTimeout = 60_000;

    @UriParam(
            label = "advanced",
            defaultValue = "3",
            description = "How often a call is sent again when no connection"
                    + " was made, or when it failed with 5xx, a timeout or a lost connection and doing it twice is doing it"
                    + " once. Replies of HTTP 429 are repeated besides.")
    private int maxRetries = 3;

    @UriParam(
            label = "advanced",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description = "Pause before the first repeat; doubled with each further one.")
    private long retryDelay = 500;

    @UriParam(
            label = "advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "Longest pause before a repeat.")
    private long maxRetryDelay = 30_000;

    private int requestsPerMinute = 180;
    private long rateLimitTimeout = 300_000;
    private long connectTimeout = 10_000;
    private long connectionIdleTimeout = 30_000;
    private boolean allowInsecureHttp;
    private CloseableHttpAsyncClient httpClient;
    private SSLContextParameters sslContextParameters;
    private String proxyHost;
    private int proxyPort;
    private String proxyUsername;
    private String proxyPassword;

    /** A copy for an endpoint, whose changes do not affect this one. */
    public OntraportConfiguration copy() {
        try {
            return (OntraportConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The settings of a client; refuses an invalid base URL and missing credentials. */
    AccountSettings accountSettings() {
        return new AccountSettings(
                apiUrl(),
                new Credentials(apiKey, appId),
                Duration.ofMillis(requestTimeout),
                maxRetries,
                Duration.ofMillis(retryDelay),
                Duration.ofMillis(maxRetryDelay));
    }

    /** Refuses a URL that would send the keys in the clear, to another machine or to a proxy on one. */
    URI apiUrl() {
        URI url = BaseUrl.parse(baseUrl, allowInsecureHttp);
        boolean plain = url.getScheme().equalsIgnoreCase("http");
        if (plain && !allowInsecureHttp && proxyHost != null && !LoopbackHosts.contain(proxyHost)) {
            throw new InvalidInputException("baseUrl '" + url + "' would send the API key in the clear to the proxy "
                    + proxyHost + " (proxyHost): use https, or no proxy; allowInsecureHttp=true allows it");
        }
        return url;
    }

    /** Null without a proxy. */
    ProxySettings proxy() {
        return proxyHost == null ? null : new ProxySettings(proxyHost, proxyPort, proxyUsername, proxyPassword);
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getAppId() {
        return appId;
    }

    public void setAppId(String appId) {
        this.appId = appId;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public long getRateLimitTimeout() {
        return rateLimitTimeout;
    }

    public void setRateLimitTimeout(long rateLimitTimeout) {
        this.rateLimitTimeout = rateLimitTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getConnectionIdleTimeout() {
        return connectionIdleTimeout;
    }

    public void setConnectionIdleTimeout(long connectionIdleTimeout) {
        this.connectionIdleTimeout = connectionIdleTimeout;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public CloseableHttpAsyncClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(CloseableHttpAsyncClient httpClient) {
        this.httpClient = httpClient;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUsername() {
        return proxyUsername;
    }

    public void setProxyUsername(String proxyUsername) {
        this.proxyUsername = proxyUsername;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    @Override
    public String toString() {
        return "OntraportConfiguration[" + baseUrl + "]";
    }
}
