package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.operation.argument.ArgumentType;
import io.github.camelontraport.operation.argument.ArgumentTypes;
import io.github.camelontraport.operation.message.MessageParameter;
import io.github.camelontraport.operation.message.MessageType;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of every type: what they take, what is refused, what comes back. */
class MessageOperationsTest extends SandboxTestSupport {

    private static final int MESSAGES = 7;
    private static final String CREATE = "ontraport:messages?operation=create";
    private static final String UPDATE = "ontraport:messages?operation=update";

    private static final Map<ArgumentType, Object> VALUES = Map.of(
            ArgumentTypes.TEXT,
            "Grüße & Co",
            ArgumentTypes.TYPE,
            150,
            ArgumentTypes.ID,
            12,
            ArgumentTypes.SENDER,
            "custom",
            ArgumentTypes.ADDRESS,
            "ada@example.com",
            ArgumentTypes.FIELD,
            "owner//email",
            ArgumentTypes.FLAG,
            true,
            ArgumentTypes.DAYS,
            3,
            ArgumentTypes.OWNER_OR_USER,
            "owner");

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void everyTypeTakesAllOfItsParameters(MessageType type) {
        Map<String, Object> message = message(type);
        MessageParameter.all().stream()
                .filter(parameter -> parameter.types().contains(type))
                .forEach(parameter -> message.put(parameter.name(), VALUES.get(parameter.argumentType())));
        if (!message.containsKey("send_out_name")) {
            message.put("from", "owner");
        }

        Exchange created = send(CREATE, message);

        assertThat(created.getException()).isNull();
        Map<String, String> expected = new HashMap<>();
        message.forEach((name, value) -> expected.put(name, value.equals(true) ? "1" : value.toString()));
        expected.keySet().removeAll(List.of("name", "objectID"));
        assertThat(form(0)).isEqualTo(expected);
        assertThat(sandbox().find(MESSAGES, 1)).hasValueSatisfying(stored -> assertThat(stored)
                .containsAllEntriesOf(without(expected, "email_title")));
    }

    static Stream<Arguments> typesAndParameters() {
        return Arrays.stream(MessageType.values()).flatMap(type -> MessageParameter.all().stream()
                .filter(parameter -> !parameter.types().contains(type))
                .map(parameter -> Arguments.of(type, parameter.name())));
    }

    @ParameterizedTest
    @MethodSource("typesAndParameters")
    void parametersOfOtherTypesAreRefused(MessageType type, String parameter) {
        Map<String, Object> message = message(type);
        message.put(parameter, 12);

        refused(send(CREATE, message), "Field '" + parameter + "' is for messages of type ");
        message.put("id", 1);
        refused(send(UPDATE, message), ", not " + type.text());
    }

    @ParameterizedTest
    @CsvSource({
        "e-mail,e-mail",
        "email,e-mail",
        "E-Mail,e-mail",
        "Email,e-mail",
        "Template,template",
        "SMS,sms",
        "task,task"
    })
    void typesAreTakenInAnyCaseAndWithoutTheHyphen(String given, String sent) {
        send(CREATE, Map.of("type", given, "alias", "a"));
        send(UPDATE + "&recordId=1", Map.of("type", given));

        assertThat(form(0)).containsEntry("type", sent);
        assertThat(form(1)).containsEntry("type", sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"alias":"a"}                                          | A message needs its type, to be created and to be updated
            {"type":"","alias":"a"}                                | A message needs its type, to be created and to be updated: one of [e-mail, template, sms, task]
            {"type":"sms"}                                         | The message has nothing but its type
            {"type":"e-mail","from":"owner","reply_to_email":"ada@example.com"} | Field 'reply_to_email' is for a message whose 'from' is custom, not owner
            {"type":"task","due_date":1772319600}                  | Field 'due_date': '1772319600' is not a number of days
            {"type":"templat"}                                     | Field 'type': 'templat' is not one of [e-mail, template, sms, task]. Did you mean 'template'?
            {"type":"Postcard"}                                    | Postcards can be read only
            {"type":"sms","plaintxt":"x"}                          | Messages have no field 'plaintxt', and the API would ignore it. Did you mean 'plaintext'?
            {"type":"sms","unique_id":"x"}                         | Messages have no field 'unique_id'
            {"type":"e-mail","from":"me"}                          | Field 'from': 'me' is not one of owner, custom or an id
            {"type":"e-mail","from":"custom"}                      | Field 'from' is custom, so that 'send_out_name' is needed
            {"type":"e-mail","from":"owner","send_out_name":"Ada"} | Field 'send_out_name' is for a message whose 'from' is custom, not owner
            {"type":"e-mail","reply_to_email":"ada"}               | Field 'reply_to_email': 'ada' is not an e-mail address
            {"type":"e-mail","send_from":"ada example.com"}        | Field 'send_from'
            {"type":"template","transactional_email":"maybe"}      | Field 'transactional_email': 'maybe' is not one of true (1), false (0)
            {"type":"sms","send_to":"the number"}                  | Field 'send_to': 'the number' is not a field
            {"type":"task","due_date":"tomorrow"}                  | Field 'due_date': 'tomorrow' is not a number of days
            {"type":"task","task_owner":"me"}                      | Field 'task_owner'
            {"type":"task","task_form":"x"}                        | Field 'task_form'
            {"type":"task","object_type_id":"deals"}               | Field 'object_type_id': 'deals' is not a type id
            {"type":"task","object_type_id":0,"objectID":150}      | Fields 'objectID' and 'object_type_id' are the same, but given as '150' and '0'
            {"type":"task","name":"a","alias":"b"}                 | Fields 'name' and 'alias' are the same
            {}                                                     | holds no fields
            """)
    void whatIsNoMessageIsRefusedBeforeAnythingIsSent(String body, String problem) {
        refused(send(CREATE, body), problem);
    }

    @Test
    void anUpdateIsHeldToTheSame() {
        refused(send(UPDATE + "&recordId=1", Map.of("subject", "x")), "A message needs its type");
        refused(send(UPDATE, Map.of("type", "sms", "plaintext", "x")), "needs the record");
        refused(
                send(UPDATE, Map.of("type", "sms", "plaintext", "x"), Map.of(OntraportConstants.UNIQUE_ID, "a1")),
                "Messages are updated by id: give recordId in place of uniqueId");
        assertThatThrownBy(() -> context.getEndpoint(UPDATE + "&uniqueId=a1")
                        .createProducer()
                        .start())
                .hasMessageContaining("Messages are updated by id");
    }

    @Test
    void aCustomSenderMayKeepItsNameInAnUpdate() {
        sandbox().create(MESSAGES, Map.of("type", "e-mail", "send_out_name", "Ada"));

        assertThat(send(UPDATE + "&recordId=1", Map.of("type", "e-mail", "from", "custom"))
                        .getException())
                .isNull();
    }

    @Test
    void structuresAreSentAsJsonText() {
        send(CREATE, Map.of("type", "template", "resource", Map.of("blocks", List.of(Map.of("id", 1)))));

        assertThat(form(0)).containsEntry("resource", "{\"blocks\":[{\"id\":1}]}");
    }

    /** It has every field of every type, most of them empty or 0. */
    @ParameterizedTest
    @ValueSource(strings = {"e-mail", "template", "sms", "task"})
    void aMessageThatWasReadCanBeSentBack(String type) {
        send(CREATE, Map.of("type", type, "name", "Hello"));
        Map<String, Object> read = record(send("ontraport:messages?operation=get&recordId=1"));
        read.put("alias", "Goodbye");

        Exchange updated = send(UPDATE, read);

        assertThat(updated.getException()).isNull();
        assertThat(sandbox().find(MESSAGES, 1))
                .hasValueSatisfying(stored ->
                        assertThat(stored).containsEntry("alias", "Goodbye").containsEntry("type", type));
    }

    @Test
    void repliesAreFlatWithAnIdOfEitherKind() {
        Exchange created = send(CREATE, Map.of("type", "sms", "plaintext", "Hi"));
        Exchange updated = send(UPDATE + "&recordId=1", Map.of("type", "sms", "plaintext", "Bye"));

        assertThat(record(created)).containsEntry("id", 1L).containsOnlyKeys("id", "date");
        assertThat(record(updated)).containsEntry("id", "1");
        assertThat(List.of(created, updated))
                .allSatisfy(done -> assertThat(done.getMessage().getHeader(OntraportConstants.OBJECT_ID))
                        .isEqualTo("1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            {"code":0,"data":{"id":"57","date":"1"}}           | null
            {"code":0,"data":{"attrs":{"id":57,"date":"1"}}}   | null
            {"code":0,"data":[{"id":57}]}                      | null
            {"code":0,"data":"Updated"}                        | Updated
            {"code":0,"data":1}                                | 1
            {"code":0,"data":[]}                               | null
            {"code":0,"data":""}                               | ``
            {"code":0}                                         | null
            """)
    void anUpdateIsASuccessWhateverItsReply(String reply, String word) {
        sandbox().faults().json(200, reply);

        Exchange updated = send(UPDATE + "&recordId=57", Map.of("type", "sms", "plaintext", "Bye"));

        assertThat(updated.getException()).isNull();
        assertThat(updated.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("57");
        assertThat(updated.getMessage().getHeader(OntraportConstants.ACKNOWLEDGEMENT))
                .isEqualTo(word);
    }

    @Test
    void anUpdateIsRepeatedAndACreateIsNot() {
        Map<String, Object> message = Map.of("type", "sms", "plaintext", "Hi");
        sandbox().faults().on("POST", "/message").dropConnectionAfterCommit();
        Exchange failed = send(CREATE, message);
        sandbox().faults().on("PUT", "/message").status(503, "Oops");
        Exchange updated = send(UPDATE + "&recordId=1", message);

        assertThat(failed.getException())
                .isInstanceOfSatisfying(OntraportException.class, failure -> assertThat(failure.isOutcomeUnknown())
                        .isTrue());
        assertThat(updated.getException()).isNull();
        assertThat(sandbox().records(MESSAGES)).hasSize(1);
        assertThat(sandbox().requestCount()).isEqualTo(3);
    }

    @Test
    void aRawUpdateNamesItsMessageById() {
        String raw = "ontraport:raw?method=PUT&path=/message";

        refused(send(raw, Map.of("type", "sms", "plaintext", "x")), "needs the parameter id");
        refused(send(raw, Map.of("type", "sms", "unique_id", "a1")), "needs the parameter id");
    }

    @Test
    void whatTheAccountHoldsOfTheSenderIsNoContradictionInAMessageThatWasRead() {
        sandbox()
                .create(
                        MESSAGES,
                        Map.of(
                                "type",
                                "e-mail",
                                "alias",
                                "Hello",
                                "from",
                                "owner",
                                "subject",
                                "Hi",
                                "send_out_name",
                                "Ada",
                                "reply_to_email",
                                "ada@example.com"));
        Map<String, Object> read = record(send("ontraport:messages?operation=get&recordId=1"));

        assertThat(send(UPDATE, read).getException()).isNull();
    }

    private static Map<String, Object> message(MessageType type) {
        return new LinkedHashMap<>(Map.of("type", type.text()));
    }

    private static Map<String, String> without(Map<String, String> map, String name) {
        Map<String, String> rest = new HashMap<>(map);
        rest.remove(name);
        return rest;
    }

    private static Map<String, String> form(int request) {
        return PercentEncoding.decode(sandbox().requests().get(request).body());
    }

    private static void refused(Exchange failed, String problem) {
        assertThat(failed.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(problem);
        assertThat(sandbox().requestCount()).isZero();
    }
}
