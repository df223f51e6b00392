package io.github.camelontraport.route.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConsumer;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.RootPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a route that watches is refused for when it starts, before any request. */
class ConsumerRefusalsTest extends PollingTestSupport {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            raw                                          | ontraport:raw makes calls only
            contacts?event=changed                       | 'changed' is not one of [created, updated, deleted, tagged, untagged
            contacts?event=udpated                       | Did you mean 'updated'?
            tasks?event=updated                          | tasks can be watched for event=created or deleted
            tags?event=updated                           | tags can be watched for event=created or deleted
            users?event=updated                          | users can be watched for event=created or deleted
            transactions?event=tagged&tag=a              | transactions can be watched for event=created or updated or deleted
            contacts?event=tagged                        | needs the tag to watch, one of tag (its name) and tagId; none is set
            contacts?event=tagged&tag=a&tagId=1          | both are set
            contacts?event=created&tag=a                 | Option tag goes with event=tagged only
            contacts?tagId=1                             | Option tagId goes with event=tagged only, not with event=created
            contacts?event=tagged&tagId=x                | Option tagId: 'x' is not a whole number
            contacts?event=tagged&tagId=0                | Option tagId: 0 is less than 1
            contacts?event=tagged&tags=a                 | set tag or tagId
            contacts?condition=RAW(id > 1 OR id < 1)     | OR cannot be watched
            contacts?event=deleted&condition=RAW(id > 1) | do not go with event=deleted
            contacts?event=deleted&groupId=1             | do not go with event=deleted
            contacts?event=deleted&startFrom=beginning   | with event=deleted it can only be now
            contacts?maxDeleted=5                        | go with event=deleted only, not with event=created
            contacts?event=updated&sweepInterval=5h      | go with event=deleted only, not with event=updated
            contacts?event=deleted&listFields=email      | Options listFields and externs do not go with event=deleted
            contacts?streaming=true&allowAll=true        | [allowAll, streaming] have no meaning in from
            contacts?batchDelay=1&batchSize=9            | [batchDelay, batchSize] have no meaning in from
            contacts?event=deleted&maxDeleted=many       | Option maxDeleted: 'many' is not a whole number
            contacts?event=deleted&maxDeleted=-1         | Option maxDeleted: -1 is less than 0
            contacts?event=deleted&sweepInterval=0       | Option sweepInterval: 0 is less than 1
            contacts?startFrom=yesterday                 | 'yesterday' is neither now nor beginning nor a time
            tags?startFrom=2026-01-01T00:00:00Z          | tags have no time of creation
            contacts?stateKey=RAW(k#log)                 | Option stateKey: 'k#log' has a #
            contacts?settleTime=-1                       | Option settleTime: -1 is less than 0
            contacts?settleTime=9999999999999            | Option settleTime: 9999999999999 milliseconds are more than 365 days
            contacts?event=deleted&sweepInterval=9999999999999 | Option sweepInterval: 9999999999999 milliseconds
            contacts?operation=search                    | [operation] have no meaning in from
            contacts?sort=id&limit=3                     | [limit, sort] have no meaning in from
            contacts?recordId=3                          | [recordId] have no meaning in from
            contacts?backoffErrorThreshold=3             | without backoffMultiplier
            contacts?groupId=0                           | Option groupId: '0' is not an id
            contacts?pageSize=51                         | Option pageSize: 51 is not between 1 and 50
            """)
    void saysWhatIsWrongAndWhatIsAllowed(String uri, String words) {
        assertThatThrownBy(() -> watch(uri)).hasStackTraceContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aNameThatIsNoTypeIsRefusedByTheFirstPoll() throws Exception {
        OntraportConsumer consumer = watch("contatcs");

        assertThatThrownBy(() -> RootPackage.poll(consumer))
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining("Did you mean 'contacts'?");
    }

    @Test
    void theDefaultDelayIsAMinute() throws Exception {
        assertThat(watch("contacts").getDelay()).isEqualTo(60_000);
        assertThat(watch("other", "contacts?delay=5s", route -> {}).getDelay()).isEqualTo(5_000);
    }
}
