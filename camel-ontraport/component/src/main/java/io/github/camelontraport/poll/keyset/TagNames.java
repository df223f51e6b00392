package io.github.camelontraport.poll.keyset;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.TagLookup;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.PollingClient;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Looks up the tag that has a name. */
record TagNames(PollingClient client, PollSpec spec, String name) {

    /** Empty when the account has no such tag. */
    OptionalLong find() {
        TagLookup wanted = new TagLookup(spec.type(), name);
        KeysetPages pages =
                new KeysetPages(spec.request(client, TagLookup.TAGS, Map.of(), wanted.condition(), 1), false);
        List<Map<String, Object>> tags = client.await(pages::next);
        return wanted.idIn(tags);
    }

    InvalidInputException missing() {
        ObjectType type = spec.type();
        return new InvalidInputException("Option tag: the account has no tag '" + name + "' for " + type.plural()
                + ". Nothing is lost meanwhile: once there is such a tag, those who got it since the first poll come");
    }
}
