package io.github.camelontraport;

import io.github.camelontraport.account.AccountSettings;
import io.github.camelontraport.api.BaseUrl;
import io.github.camelontraport.api.Credentials;
import java.net.http.HttpClient;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

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
            description = "Where the API is, version included. Plain http is refused unless it is to this machine.")
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
    private HttpClient httpClient;
    private SSLContextParameters sslContextParameters;
    private String proxyHost;
    private int proxyPort;

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
                BaseUrl.parse(baseUrl),
                new Credentials(apiKey, appId),
                Duration.ofMillis(requestTimeout),
                maxRetries,
                Duration.ofMillis(retryDelay),
                Duration.ofMillis(maxRetryDelay));
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

    public HttpClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(HttpClient httpClient) {
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

    @Override
    public String toString() {
        return "OntraportConfiguration[" + baseUrl + "]";
    }
}
