package io.github.camelontraport.sandbox.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways in which the account deviates from the documented API. All are off at first. Thread-safe. */
public final class AccountSwitches {

    private volatile boolean ignoresCondition;
    private volatile boolean ignoresSort;
    private volatile boolean ignoresSearchAndGroup;
    private volatile boolean omitsRateHeaders;
    private volatile boolean omitsDateHeader;
    private volatile boolean listsOptions;
    private volatile boolean addsRelatedTypes;
    private volatile boolean omitsUnchanged;
    private volatile Duration tagDelay = Duration.ZERO;
    private volatile Duration visibilityDelay = Duration.ZERO;

    public boolean ignoresCondition() {
        return ignoresCondition;
    }

    public void ignoreCondition(boolean on) {
        ignoresCondition = on;
    }

    public boolean ignoresSort() {
        return ignoresSort;
    }

    public void ignoreSort(boolean on) {
        ignoresSort = on;
    }

    public boolean ignoresSearchAndGroup() {
        return ignoresSearchAndGroup;
    }

    public void ignoreSearchAndGroup(boolean on) {
        ignoresSearchAndGroup = on;
    }

    public boolean omitsRateHeaders() {
        return omitsRateHeaders;
    }

    public void omitRateHeaders(boolean on) {
        omitsRateHeaders = on;
    }

    public boolean omitsDateHeader() {
        return omitsDateHeader;
    }

    public void omitDateHeader(boolean on) {
        omitsDateHeader = on;
    }

    public boolean listsOptions() {
        return listsOptions;
    }

    public void listOptions(boolean on) {
        listsOptions = on;
    }

    public boolean addsRelatedTypes() {
        return addsRelatedTypes;
    }

    public void addRelatedTypes(boolean on) {
        addsRelatedTypes = on;
    }

    public boolean omitsUnchanged() {
        return omitsUnchanged;
    }

    public void omitUnchanged(boolean on) {
        omitsUnchanged = on;
    }

    public Duration tagDelay() {
        return tagDelay;
    }

    public void tagDelay(Duration delay) {
        tagDelay = delay;
    }

    public Duration visibilityDelay() {
        return visibilityDelay;
    }

    public void visibilityDelay(Duration delay) {
        visibilityDelay = delay;
    }

    /** What is on, for people, in the names of {@code SandboxFaults}. */
    public List<String> active() {
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("ignoreCondition", ignoresCondition);
        all.put("ignoreSort", ignoresSort);
        all.put("ignoreSearchAndGroup", ignoresSearchAndGroup);
        all.put("omitRateHeaders", omitsRateHeaders);
        all.put("omitDateHeader", omitsDateHeader);
        all.put("listOptions", listsOptions);
        all.put("addRelatedTypes", addsRelatedTypes);
        all.put("omitUnchanged", omitsUnchanged);
        all.put("tagDelay of " + tagDelay.toSeconds() + " s", !tagDelay.isZero());
        all.put("visibilityDelay of " + visibilityDelay.toSeconds() + " s", !visibilityDelay.isZero());
        return all.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    public void clear() {
        ignoresCondition = false;
        ignoresSort = false;
        ignoresSearchAndGroup = false;
        omitsRateHeaders = false;
        omitsDateHeader = false;
        listsOptions = false;
        addsRelatedTypes = false;
        omitsUnchanged = false;
        tagDelay = Duration.ZERO;
        visibilityDelay = Duration.ZERO;
    }
}
