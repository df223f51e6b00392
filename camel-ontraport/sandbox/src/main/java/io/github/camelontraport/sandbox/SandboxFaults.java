package io.github.camelontraport.sandbox;

import io.github.camelontraport.sandbox.fault.AccountSwitches;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.fault.FaultSchedule;
import io.github.camelontraport.sandbox.fault.RequestFault;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import java.time.Duration;

/**
 * Faults of the account. A fault is for the next request by default. Switches make the account deviate from the documented
 * API and are all off at first. Thread-safe.
 */
public final class SandboxFaults extends SandboxFaultScope {

    private final FaultPlan<AccountRequest, RequestFault> plan;
    private final AccountSwitches switches;

    SandboxFaults(FaultPlan<AccountRequest, RequestFault> plan, AccountSwitches switches) {
        super(plan, null, null, FaultSchedule.NEXT);
        this.plan = plan;
        this.switches = switches;
    }

    /** Whether {@code condition} has no effect on reads and on bulk actions. */
    public SandboxFaults ignoreCondition(boolean on) {
        switches.ignoreCondition(on);
        return this;
    }

    /** Whether {@code sort} has no effect. Records then come in the reverse of the requested order. */
    public SandboxFaults ignoreSort(boolean on) {
        switches.ignoreSort(on);
        return this;
    }

    /** Whether {@code search} and {@code group_id} have no effect. */
    public SandboxFaults ignoreSearchAndGroup(boolean on) {
        switches.ignoreSearchAndGroup(on);
        return this;
    }

    /** Whether replies have no {@code X-Rate-Limit} headers. */
    public SandboxFaults omitRateHeaders(boolean on) {
        switches.omitRateHeaders(on);
        return this;
    }

    /** Whether replies have no {@code Date} header. Otherwise it shows the sandbox clock. */
    public SandboxFaults omitDateHeader(boolean on) {
        switches.omitDateHeader(on);
        return this;
    }

    /**
     * Whether meta shows options whose ids are 0, 1, 2 and so on as a list of labels. A serializer of the API may do so; it is
     * not documented.
     */
    public SandboxFaults listOptions(boolean on) {
        switches.listOptions(on);
        return this;
    }

    /** Whether meta of one type also has the types that its fields relate to, as recorded replies have. */
    public SandboxFaults addRelatedTypes(boolean on) {
        switches.addRelatedTypes(on);
        return this;
    }

    /**
     * Whether the reply to an update, or to an upsert that merges, has only the fields whose values changed, in place of all
     * fields that were sent. What is known of the API shows both.
     */
    public SandboxFaults omitUnchanged(boolean on) {
        switches.omitUnchanged(on);
        return this;
    }

    /** The delay, by the sandbox clock, after which changes of tags, sequences and automations take effect. Default none. */
    public SandboxFaults tagDelay(Duration delay) {
        switches.tagDelay(delay);
        return this;
    }

    /**
     * The delay, by the sandbox clock, after which reads over the API show a written record. Deletions are visible at once.
     * Default none.
     */
    public SandboxFaults visibilityDelay(Duration delay) {
        switches.visibilityDelay(delay);
        return this;
    }

    /** Removes all planned faults and turns the switches off. */
    public void clear() {
        plan.clear();
        switches.clear();
    }
}
