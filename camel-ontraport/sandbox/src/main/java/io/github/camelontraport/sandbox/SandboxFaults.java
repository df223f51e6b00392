package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.FaultTurns;
import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.server.ApiCall;
import java.time.Duration;

/**
 * What goes wrong in the account: faults of the coming requests, by default of the next one whatever it is, and switches
 * for ways in which the API may deviate from what its documentation promises. All off at the start. Thread-safe.
 */
public final class SandboxFaults extends SandboxFaultScope {

    private final FaultPlan<ApiCall, RequestFault> plan;
    private volatile boolean ignoreCondition;
    private volatile boolean ignoreSort;
    private volatile boolean ignoreSearchAndGroup;
    private volatile boolean omitRateHeaders;
    private volatile boolean omitDateHeader;
    private volatile Duration tagDelay = Duration.ZERO;
    private volatile Duration visibilityDelay = Duration.ZERO;

    SandboxFaults() {
        this(new FaultPlan<>());
    }

    private SandboxFaults(FaultPlan<ApiCall, RequestFault> plan) {
        super(plan, null, null, FaultTurns.NEXT);
        this.plan = plan;
    }

    /** Whether {@code condition} has no effect, neither on reads nor on actions on many records. */
    public SandboxFaults ignoreCondition(boolean on) {
        ignoreCondition = on;
        return this;
    }

    /** Whether {@code sort} is disregarded; records then come in the reverse of the order asked for. */
    public SandboxFaults ignoreSort(boolean on) {
        ignoreSort = on;
        return this;
    }

    /** Whether {@code search} and {@code group_id} have no effect. */
    public SandboxFaults ignoreSearchAndGroup(boolean on) {
        ignoreSearchAndGroup = on;
        return this;
    }

    /** Whether replies come without the {@code X-Rate-Limit} headers. */
    public SandboxFaults omitRateHeaders(boolean on) {
        omitRateHeaders = on;
        return this;
    }

    /** Whether replies come without the {@code Date} header, which otherwise shows the sandbox clock. */
    public SandboxFaults omitDateHeader(boolean on) {
        omitDateHeader = on;
        return this;
    }

    /**
     * How long after a call the sandbox clock shows when tags are put on records and taken off them, and records on
     * sequences and automations.
     */
    public SandboxFaults tagDelay(Duration delay) {
        tagDelay = delay;
        return this;
    }

    /**
     * How long after a record was written reads over HTTP show what they showed before. Goes by the sandbox clock;
     * deletions are seen at once.
     */
    public SandboxFaults visibilityDelay(Duration delay) {
        visibilityDelay = delay;
        return this;
    }

    /** Takes back all faults that have not happened yet and turns the switches off. */
    public void clear() {
        plan.clear();
        ignoreCondition(false)
                .ignoreSort(false)
                .ignoreSearchAndGroup(false)
                .omitRateHeaders(false)
                .omitDateHeader(false)
                .tagDelay(Duration.ZERO)
                .visibilityDelay(Duration.ZERO);
    }

    public RequestFault take(ApiCall call) {
        return plan.take(call, RequestFault.NONE);
    }

    public boolean ignoresCondition() {
        return ignoreCondition;
    }

    public boolean ignoresSort() {
        return ignoreSort;
    }

    public boolean ignoresSearchAndGroup() {
        return ignoreSearchAndGroup;
    }

    public boolean omitsRateHeaders() {
        return omitRateHeaders;
    }

    public boolean omitsDateHeader() {
        return omitDateHeader;
    }

    public Duration tagDelay() {
        return tagDelay;
    }

    public Duration visibilityDelay() {
        return visibilityDelay;
    }
}
