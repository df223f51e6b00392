package io.github.camelontraport.operation.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.operation.OperationFixture;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RecordWritesTest {

    private final OperationFixture fixture = new OperationFixture();

    @Test
    void createReportsTheIdOfTheNewRecord() {
        fixture.reply("{\"id\":\"8\",\"city\":\"Bend\"}");

        OperationResult result = RecordWrites.create(fixture.context(ObjectTypes.CONTACT, Map.of("city", "Bend")))
                .toCompletableFuture()
                .join();

        assertThat(fixture.requests()).containsExactly("POST /objects {\"objectID\":0,\"city\":\"Bend\"}");
        assertThat(result.objectId()).isEqualTo("8");
        assertThat(result.body()).isEqualTo(Map.of("id", "8", "city", "Bend"));
    }

    @Test
    void aCreateWithoutAnIdInItsReplyHasAnUnknownOutcome() {
        fixture.reply("{\"city\":\"Bend\"}");

        assertThatThrownBy(() -> RecordWrites.create(fixture.context(ObjectTypes.CONTACT, Map.of("city", "Bend")))
                        .toCompletableFuture()
                        .join())
                .cause()
                .isInstanceOfSatisfying(ApiException.class, failure -> {
                    assertThat(failure.outcomeUnknown()).isTrue();
                    assertThat(failure.attempts()).isEqualTo(1);
                });
    }

    @Test
    void aTypeWithItsOwnPathHasNoObjectId() {
        fixture.reply("{\"tag_id\":\"8\"}");

        RecordWrites.create(fixture.context(ObjectTypes.TAG, Map.of("tag_name", "VIP")));

        assertThat(fixture.requests()).containsExactly("POST /Tags {\"tag_name\":\"VIP\"}");
    }

    @Test
    void upsertDistinguishesMergedFromCreatedByTheShapeOfTheReply() {
        fixture.reply("{\"attrs\":{\"id\":\"8\"}}").reply("{\"id\":\"9\"}");
        Map<String, Object> fields = Map.of("email", "ada@example.com");

        assertThat(RecordWrites.upsert(fixture.context(ObjectTypes.CONTACT, fields))
                        .toCompletableFuture()
                        .join()
                        .created())
                .isFalse();
        assertThat(RecordWrites.upsert(fixture.context(ObjectTypes.CONTACT, fields))
                        .toCompletableFuture()
                        .join()
                        .created())
                .isTrue();
    }

    @Test
    void theIdOfTheHeaderWinsOverThatOfTheBodyInAnUpdate() {
        fixture.header(Parameter.RECORD_ID, 5).reply("{\"attrs\":{\"id\":\"5\"}}");
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("city", "Bend"));
        fields.put("id", 9);

        RecordWrites.update(fixture.context(ObjectTypes.CONTACT, fields));

        assertThat(fixture.requests()).containsExactly("PUT /objects {\"objectID\":0,\"city\":\"Bend\",\"id\":5}");
    }

    @Test
    void anUpdateThatIsOnlyAcknowledgedIsDone() {
        fixture.header(Parameter.RECORD_ID, 5).reply("\"Updated\"");

        OperationResult result = RecordWrites.update(fixture.context(ObjectTypes.CONTACT, Map.of("city", "Bend")))
                .toCompletableFuture()
                .join();

        assertThat(result.body()).isNull();
        assertThat(result.keepsBody()).isFalse();
        assertThat(result.objectId()).isEqualTo("5");
        assertThat(result.acknowledgement()).isEqualTo("Updated");
    }

    @Test
    void anUpdateWithoutARecordIsRefused() {
        assertThatThrownBy(
                        () -> done(RecordWrites.update(fixture.context(ObjectTypes.CONTACT, Map.of("city", "Bend")))))
                .cause()
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("needs the record");
        assertThat(fixture.sent).isEmpty();
    }

    @Test
    void theObjectIdOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> done(RecordWrites.create(
                        fixture.context(ObjectTypes.CONTACT, Map.of("objectID", 14, "city", "Bend")))))
                .cause()
                .hasMessageContaining("objectID 14 is not that of the endpoint, 0");
    }

    @Test
    void fieldsThatWouldSelectManyRecordsAreRefused() {
        for (String name : new String[] {"ids", "performAll", "group_id", "group_ids", "performAll[]"}) {
            Map<String, Object> fields = Map.of("id", 1, name, 2);
            assertThatThrownBy(() -> done(RecordWrites.update(fixture.context(ObjectTypes.CONTACT, fields))))
                    .cause()
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("changes one record");
        }
        assertThat(fixture.sent).isEmpty();
    }

    @Test
    void aMessageIsUpdatedAsAForm() {
        fixture.header(Parameter.RECORD_ID, 57).reply("{\"id\":\"57\"}");

        RecordWrites.update(fixture.context(ObjectTypes.MESSAGE, Map.of("type", "sms")));

        assertThat(fixture.requests()).containsExactly("PUT /message type=sms&id=57");
    }

    private static OperationResult done(CompletionStage<OperationResult> stage) {
        return stage.toCompletableFuture().join();
    }
}
