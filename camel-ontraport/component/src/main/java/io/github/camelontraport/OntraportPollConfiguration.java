package io.github.camelontraport;

import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options of polls, in {@code from}. Webhooks share {@code event}, {@code tag} and {@code tagId}.
 */
@UriParams
@Configurer(extended = true)
public class OntraportPollConfiguration {

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
    private String startFrom = "now";

    @UriParam(
            label = "consumer",
            description =
                    "Where to keep how far the consumer has come, so that a restart goes on from there. Without one it"
                            + " is kept in memory. AtomicFileStateRepository keeps it in a file, MapStateRepository in a"
                            + " distributed map, JdbcStateRepository in a database.")
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
                    "Longest time that a new or changed record takes to show up in the API. For that long each poll"
                            + " reads again what was seen, so that what comes late is not missed.")
    private long settleTime = 30_000;

    @UriParam(
            label = "consumer",
            defaultValue = "86400000",
            javaType = "java.time.Duration",
            description = "For event=deleted: time after which all ids are compared, whatever the counts say.")
    private long sweepInterval = 86_400_000;

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
    private long delay = 60_000;

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

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public long getDelay() {
        return delay;
    }

    public void setDelay(long delay) {
        this.delay = delay;
    }
}
