package io.github.camelontraport;

import io.github.camelontraport.operation.sync.OnMissing;
import io.github.camelontraport.operation.sync.SyncLedger;
import io.github.camelontraport.operation.sync.SyncMode;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options of the operation sync, in {@code to}.
 */
@UriParams
@Configurer(extended = true)
public class OntraportSyncConfiguration {

    @UriParam(
            label = "producer",
            defaultValue = "dedup",
            description =
                    "For sync: append creates a record for each row; dedup keeps one record for each key, and the last"
                            + " row of a key wins; refresh does as dedup and treats records of the last complete run that have"
                            + " no row any more as onMissing says.")
    private SyncMode syncMode = SyncMode.dedup;

    @UriParam(
            label = "producer",
            description =
                    "For sync: the field that identifies a record. The default is the type's merge key, for contacts"
                            + " email. With syncMode=append, what an interrupted run may have created is looked up by it.")
    private String syncKey;

    @UriParam(
            label = "producer",
            description =
                    "For sync: what the account has accepted, so that a row that did not change costs no request and an"
                            + " interrupted run can go on. FileSyncLedger keeps it in a file, MapSyncLedger in a ConcurrentMap.")
    private SyncLedger syncLedger;

    @UriParam(
            label = "producer",
            defaultValue = "keep",
            description =
                    "For sync with syncMode=refresh: what becomes of records that have no row any more. untag takes off"
                            + " the tags of the option tags.")
    private OnMissing onMissing = OnMissing.keep;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "For sync: whether to read and compare only, write nothing, and report what would happen.")
    private boolean dryRun;

    @UriParam(label = "producer,advanced", defaultValue = "8", description = "For sync: writes at a time, 1 to 50.")
    private int concurrency = 8;

    @UriParam(
            label = "producer",
            description = "For sync: URI of the endpoint that gets each row that was refused, as it was given. Headers"
                    + " CamelOntraportRow and CamelOntraportReason say which and why. Without it such rows are logged.")
    private String rejected;

    @UriParam(
            label = "producer",
            defaultValue = "-1",
            description = "For sync: a run that has more refused rows than this ends; -1 for any number.")
    private long maxRejected = -1;

    public SyncMode getSyncMode() {
        return syncMode;
    }

    public void setSyncMode(SyncMode syncMode) {
        this.syncMode = syncMode;
    }

    public String getSyncKey() {
        return syncKey;
    }

    public void setSyncKey(String syncKey) {
        this.syncKey = syncKey;
    }

    public SyncLedger getSyncLedger() {
        return syncLedger;
    }

    public void setSyncLedger(SyncLedger syncLedger) {
        this.syncLedger = syncLedger;
    }

    public OnMissing getOnMissing() {
        return onMissing;
    }

    public void setOnMissing(OnMissing onMissing) {
        this.onMissing = onMissing;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public int getConcurrency() {
        return concurrency;
    }

    public void setConcurrency(int concurrency) {
        this.concurrency = concurrency;
    }

    public String getRejected() {
        return rejected;
    }

    public void setRejected(String rejected) {
        this.rejected = rejected;
    }

    public long getMaxRejected() {
        return maxRejected;
    }

    public void setMaxRejected(long maxRejected) {
        this.maxRejected = maxRejected;
    }
}
