package io.github.camelontraport.poll.checkpoint;

import java.net.URI;

/**
 * Whose state it is: that of another account, type, event or filter means something else.
 *
 * @param account fingerprint of base URL and app id
 * @param filter  fingerprint of what selects the records
 */
public record CheckpointOwner(String event, String type, String account, String filter) {

    /** @param filter in words that are equal only for equal filters; empty for none */
    public static CheckpointOwner of(String event, String type, URI baseUrl, String appId, String filter) {
        return new CheckpointOwner(
                event,
                type,
                ContentDigest.of(baseUrl + "\n" + appId),
                filter.isEmpty() ? "none" : ContentDigest.of(filter));
    }
}
