package io.github.camelontraport.operation.sync;

/** What a run counts. The first is the sum of the next six. */
public enum SyncCount {
    READ("read"),
    CREATED("created"),
    UPDATED("updated"),
    UNCHANGED("unchanged"),
    /** Rows behind which another row of the same key came. */
    SUPERSEDED("superseded"),
    REJECTED("rejected"),
    /** Rows that may have been written. */
    UNCLEAR("unclear"),
    /** Records that were untagged or deleted, as they were missing. */
    REMOVED("removed"),
    TAGGED("tagged");

    private final String label;

    SyncCount(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}
