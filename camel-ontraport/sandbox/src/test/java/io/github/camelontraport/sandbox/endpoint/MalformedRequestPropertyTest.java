package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelontraport.sandbox.account.Account;
import io.github.camelontraport.sandbox.account.DirectAccess;
import io.github.camelontraport.sandbox.account.ExampleData;
import io.github.camelontraport.sandbox.account.type.TypeAction;
import io.github.camelontraport.sandbox.account.type.TypeDefinition;
import io.github.camelontraport.sandbox.fault.AccountSwitches;
import io.github.camelontraport.sandbox.fault.FaultPlan;
import io.github.camelontraport.sandbox.protocol.AccountReply;
import io.github.camelontraport.sandbox.protocol.AccountRequest;
import io.github.camelontraport.sandbox.server.AccountCredentials;
import io.github.camelontraport.sandbox.server.RateLimitWindow;
import io.github.camelontraport.sandbox.server.RequestLog;
import io.github.camelontraport.sandbox.server.RequestPipeline;
import io.github.camelontraport.sandbox.server.Router;
import io.github.camelontraport.sandbox.storage.AccountSnapshot;
import io.github.camelontraport.sandbox.support.ApiClient;
import io.github.camelontraport.sandbox.support.TestTime;
import io.github.camelontraport.sandbox.webhook.WebhookLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * All endpoints with unexpected values. Each request is either refused by a rule of the account or accepted. A refusal leaves
 * the account unchanged. An accepted request leaves all records readable.
 */
class MalformedRequestPropertyTest {

    private static final Map<String, String> HEADERS = Map.of("Api-Key", "key", "Api-Appid", "app");
    private static final List<String> CALLS =
            new Router(account()).calls().stream().sorted().toList();
    /** Valid parameters by call; those under {@code ANY} are for every call. */
    private static final JsonNode SENSIBLE = sensible();

    private static final String ANY = "any";
    /** Reads of the first records, or of all records. */
    private static final List<String> READS = List.of(
            "/objects/meta",
            "/objects/fieldeditor?objectID=0",
            "/transaction/order?id=1",
            "/objects/getInfo?objectID=46",
            "/Form/getAllFormBlocks",
            "/object?objectID=122&id=1");

    private static final List<JsonNode> STRANGE = Stream.concat(
                    Stream.of(
                                    "null",
                                    "true",
                                    "-1",
                                    "0",
                                    "1.5",
                                    "9223372036854775807",
                                    "[]",
                                    "{}",
                                    "[[]]",
                                    "[null]",
                                    "[[{}]]",
                                    "{\"a\":[1]}")
                            .map(ApiClient::parse),
                    Stream.concat(
                            Stream.of("1E999999999", "1E-999999999")
                                    .map(BigDecimal::new)
                                    .map(DecimalNode::valueOf),
                            Stream.of(
                                            "tomorrow",
                                            "",
                                            " ",
                                            "1,2",
                                            "-5",
                                            "99999999999999999999",
                                            "1E999999999",
                                            "*/*",
                                            "[]",
                                            "[{]",
                                            "NULL",
                                            "Zoë\u0000")
                                    .map(TextNode::valueOf)))
            .toList();

    /** @param form whether the body is a form, in which structures are text */
    record Strange(String call, ObjectNode parameters, boolean form) {}

    /** @param place which of the values that parameters are made of gives way, counted round and round */
    record Change(int place, JsonNode value) {}

    @Property
    void malformedRequestsAreRefusedWithoutAChange(@ForAll("requests") List<Strange> requests) {
        Account account = account();
        RequestPipeline pipeline = pipeline(account);
        for (Strange request : requests) {
            AccountSnapshot before = state(account);

            AccountReply reply = answer(pipeline, call(request));

            if (reply.status() != 200) {
                assertThat(state(account)).as("after " + reply.body()).isEqualTo(before);
            }
        }
        READS.forEach(read -> answer(pipeline, AccountRequest.of("GET", "/1" + read, HEADERS, "")));
        account.records().types().all().stream()
                .filter(type -> type.verbs().contains(TypeAction.READ))
                .forEach(type -> assertThat(answer(
                                        pipeline,
                                        AccountRequest.of("GET", "/1/objects?objectID=" + type.id(), HEADERS, ""))
                                .status())
                        .isEqualTo(200));
    }

    /** For example with records that a test created past the rules of the account. */
    @Example
    void unexpectedFailuresAreRefusedWithStatus400() {
        Account account = account();
        new DirectAccess(account).create(TypeDefinition.TRANSACTION, Map.of("total", "a lot"));

        AccountReply reply = pipeline(account)
                .handle(AccountRequest.of("GET", "/1/Transactions/getInfo", HEADERS, ""))
                .reply();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.contentType()).startsWith("text/");
        assertThat(reply.body()).startsWith(RequestPipeline.UNEXPECTED).contains("NumberFormatException");
    }

    private static RequestPipeline pipeline(Account account) {
        return new RequestPipeline(
                account,
                new FaultPlan<>(),
                new AccountCredentials("key", "app"),
                new RateLimitWindow(10_000),
                new RequestLog());
    }

    private static AccountReply answer(RequestPipeline pipeline, AccountRequest call) {
        AccountReply reply = pipeline.handle(call).reply();
        assertThat(reply.status()).as(reply.body()).isIn(200, 400, 404, 422);
        assertThat(reply.body()).doesNotStartWith(RequestPipeline.UNEXPECTED);
        return reply;
    }

    @Provide
    Arbitrary<List<Strange>> requests() {
        List<String> particular = new ArrayList<>();
        SENSIBLE.fieldNames().forEachRemaining(particular::add);
        particular.remove(ANY);
        Arbitrary<String> calls = Arbitraries.oneOf(Arbitraries.of(particular), Arbitraries.of(CALLS));
        Arbitrary<Change> changes = Combinators.combine(Arbitraries.integers().between(0, 999), Arbitraries.of(STRANGE))
                .as(Change::new);
        return calls.flatMap(call -> Combinators.combine(
                                parameters(call), changes.list().ofMaxSize(3), Arbitraries.of(true, false))
                        .as((parameters, changed, form) -> new Strange(call, changed(parameters, changed), form)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<ObjectNode> parameters(String call) {
        return Arbitraries.of(SENSIBLE.path(SENSIBLE.has(call) ? call : ANY)
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList());
    }

    private static ObjectNode changed(ObjectNode parameters, List<Change> changes) {
        ObjectNode changed = parameters.deepCopy();
        for (Change change : changes) {
            List<Consumer<JsonNode>> places = new ArrayList<>();
            collect(changed, places);
            if (!places.isEmpty()) {
                places.get(change.place() % places.size()).accept(change.value().deepCopy());
            }
        }
        return changed;
    }

    /** Collects all values, including nested ones. */
    private static void collect(JsonNode node, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                places.add(value -> object.set(member.getKey(), value));
                collect(member.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(value -> array.set(index, value));
                collect(array.get(i), places);
            }
        }
    }

    private static AccountRequest call(Strange request) {
        String[] methodAndPath = request.call().split(" ");
        List<String> fields = new ArrayList<>();
        request.parameters().properties().forEach(field -> {
            fields.add(field.getKey());
            fields.add(
                    field.getValue().isContainerNode()
                            ? field.getValue().toString()
                            : field.getValue().asText());
        });
        String encoded = ApiClient.encode(fields.toArray(String[]::new));
        if (methodAndPath[0].equals("GET") || (methodAndPath[0].equals("DELETE") && request.form())) {
            return AccountRequest.of(methodAndPath[0], "/1" + methodAndPath[1] + "?" + encoded, HEADERS, "");
        }
        String type = request.form() ? ApiClient.FORM : ApiClient.JSON;
        return AccountRequest.of(
                methodAndPath[0],
                "/1" + methodAndPath[1],
                Map.of("Api-Key", "key", "Api-Appid", "app", "Content-Type", type),
                request.form() ? encoded : request.parameters().toString());
    }

    private static Account account() {
        Account account = new Account(TestTime.clock(), new AccountSwitches());
        account.clear();
        ExampleData.fill(account);
        return account;
    }

    /** Creates all tables first, as a read creates an empty table. */
    private static AccountSnapshot state(Account account) {
        account.records().types().all().forEach(account.records()::table);
        return AccountSnapshot.of(account, new WebhookLog(account.records(), Map.of()));
    }

    private static JsonNode sensible() {
        try (InputStream json = MalformedRequestPropertyTest.class.getResourceAsStream("/sensible-requests.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
