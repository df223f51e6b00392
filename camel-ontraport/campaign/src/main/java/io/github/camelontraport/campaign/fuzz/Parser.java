package io.github.camelontraport.campaign.fuzz;

import io.github.camelontraport.OntraportRules;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.option.EndpointUri;
import io.github.camelontraport.poll.checkpoint.CheckpointException;
import io.github.camelontraport.value.BodyReader;
import io.github.camelontraport.webhook.delivery.RejectedDeliveryException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What reads texts of people, of the account and of disks, with the exceptions by which it refuses one. */
enum Parser {
    CONDITION(
            Parser::condition,
            List.of(InvalidInputException.class),
            "dlm > 1760000000 AND city IN ('Bend', 'Salem')",
            "email IS NULL OR \"Favourite colour\" = 'Blue'",
            "[{\"field\":{\"field\":\"email\"},\"op\":\"=\",\"value\":{\"value\":\"a@b.example\"}}]",
            "[{\"field\":{\"field\":\"id\"},\"op\":\"IN\",\"value\":{\"list\":[{\"value\":1}]}},\"AND\"]",
            "firstname LIKE '%a\\'b%' AND id != 7"),
    RULE(
            input -> OntraportRules.parse(text(input)),
            List.of(IllegalArgumentException.class),
            "object_create(1)",
            "Contact_added_to_my_database;Is_subscribed_to_tag(3)",
            "Send_an_email(1,\"x\")|Add_contact_to_tag(2)",
            "{\"events\":[{\"name\":\"a\",\"params\":[\"1\"]}]}"),
    STATE_FILE(StateInputs::file, List.of(StateInputs.Damaged.class), StateInputs.EXAMPLES),
    STATE_TEXT(
            StateInputs::checkpoint,
            List.of(CheckpointException.class),
            "{\"format\":2,\"account\":\"x\",\"type\":\"contacts\",\"event\":\"created\",\"position\":7}",
            "{\"format\":1,\"filter\":\"none\"}"),
    STATE_IDS(StateInputs::ids, List.of(IllegalArgumentException.class), StateInputs.IDS),
    WEBHOOK_JSON(
            input -> Deliveries.read("application/json", input),
            List.of(RejectedDeliveryException.class),
            "{\"webhook_id\":\"2\",\"object_type_id\":\"0\",\"event\":{\"type\":\"object_create\",\"object_type_id\":\"0\"},"
                    + "\"data\":{\"id\":\"8\",\"firstname\":\"Nora\"},\"timestamp\":\"1760000000\"}",
            "{\"event\":\"object_create(0)\",\"data\":{\"id\":8,\"n\":[1,{\"a\":1e9}]},\"timestamp\":1}"),
    WEBHOOK_FORM(
            input -> Deliveries.read("application/x-www-form-urlencoded", input),
            List.of(RejectedDeliveryException.class),
            "webhook_id=6&object_type_id=0&event%5Btype%5D=object_create&event[object_type_id]=0&data%5Bid%5D=212"
                    + "&data[firstname]=N%C3%B6ra&timestamp=1762506100",
            "data[id]=1&data[a][]=2&data[a][b]=3&event=sub_tag(6)"),
    REPLY(
            Replies::read,
            List.of(ApiException.class),
            "\u0000{\"code\":0,\"data\":[{\"id\":\"1\",\"email\":null}],\"account_id\":\"1\"}",
            "\u0000{\"code\":0,\"data\":{\"id\":1,\"attrs\":{\"dlm\":\"1\"}}}",
            "\u0001Object not found",
            "\u0002{\"code\":7,\"data\":[],\"error\":\"no\"}"),
    BODY(
            Parser::body,
            List.of(InvalidInputException.class),
            "{\"email\":\"a@b.example\",\"tags\":[\"x\",1,true,null]}",
            "[1,2,\"3\"]",
            "{\"a\":{\"b\":1e999}}"),
    URI(
            input -> EndpointUri.parse(text(input)).changedOption(),
            List.of(URISyntaxException.class, IllegalArgumentException.class),
            "ontraport:contacts?operation=search&condition=city = 'A%20B'&sort=RAW(a&b)",
            "ontraport://contacts?email=a+b@c.example&tags=%25x,y");

    /** May throw whatever code can throw. */
    @FunctionalInterface
    private interface Reading {
        Object read(byte[] input) throws Exception;
    }

    private final Reading reading;
    private final List<Class<? extends Exception>> refusals;
    private final List<String> examples;

    Parser(Reading reading, List<Class<? extends Exception>> refusals, String... examples) {
        this.reading = reading;
        this.refusals = refusals;
        this.examples = List.of(examples);
    }

    /** Inputs that it takes, from which others are made. */
    List<String> examples() {
        return examples;
    }

    /**
     * @return whether it takes the input
     * @throws Exception that the contract does not have
     */
    boolean takes(byte[] input) throws Exception {
        try {
            reading.read(input);
            return true;
        } catch (Exception e) {
            if (refusals.stream().anyMatch(refusal -> refusal.isInstance(e))) {
                return false;
            }
            throw e;
        }
    }

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /** Also whether what it writes is what it read. */
    private static Object condition(byte[] input) {
        Condition condition = Condition.parse(text(input));
        condition.matches(Map.of("email", "a@b.example", "id", "7"));
        if (condition.hasLabels() || condition.hasDates()) {
            return condition;
        }
        String json = condition.toJson();
        String again = Condition.parse(json).toJson();
        if (!json.equals(again)) {
            throw new AssertionError(json + " is read as " + again);
        }
        return json;
    }

    private static Object body(byte[] input) {
        String text = text(input);
        BodyReader.isJson(text);
        BodyReader.jsonOrText(text);
        return BodyReader.record(text);
    }
}
