package io.github.camelontraport.verify;

import java.util.List;
import java.util.stream.Stream;

/** All facts, in the order in which they are checked. */
final class Facts {

    static final List<Fact> ALL = Stream.of(
                    ReplyFacts.ALL,
                    PagingFacts.ALL,
                    RecordFacts.ALL,
                    ConditionFacts.ALL,
                    DateFacts.ALL,
                    FailureFacts.ALL,
                    MetadataFacts.ALL,
                    TagFacts.ALL,
                    WebhookFacts.ALL)
            .flatMap(List::stream)
            .toList();

    private Facts() {}
}
