package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportComponent;
import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportNotFoundException;
import io.github.camelontraport.OntraportRateLimitedException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.sandbox.SandboxRequest;
import io.github.camelontraport.support.SandboxTestSupport;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions on transactions, purchases and orders that exist. */
class TransactionOperationsTest extends SandboxTestSupport {

    private static final int PURCHASE = 17;
    private static final int INVOICE = 46;
    private static final int ORDER = 52;

    @BeforeEach
    void threeInvoices() {
        for (int i = 1; i <= 3; i++) {
            sandbox().create(INVOICE, Map.of("contact_id", 1, "status", 5, "total", "49.50"));
            sandbox().create(PURCHASE, Map.of("contact_id", 1, "status", 1));
            sandbox()
                    .create(
                            ORDER,
                            Map.of(
                                    "contact_id",
                                    1,
                                    "offer_id",
                                    7,
                                    "order_form_json",
                                    "{\"products\":[{\"id\":\"6\",\"quantity\":\"1\",\"total\":\"20.00\",\"tax\":false}],\"coupon\":null}"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            refund          | PUT /transaction/refund          | Refunded           | 2
            voidTransaction | PUT /transaction/void            | Voided             | 4
            writeOff        | PUT /transaction/writeOff        | 1                  | 6
            rerun           | POST /transaction/rerun          | 1                  | 5
            rerunCommission | PUT /transaction/rerunCommission | Re-ran commissions | 5
            resendInvoice   | POST /transaction/resendInvoice  | ''                 | 5
            """)
    void thoseThatTakeIdsTakeOneCall(String operation, String call, String word, String status) {
        for (Object ids : Arrays.asList(
                List.of(1, "3"),
                "1,3",
                "[1,3]",
                new int[] {1, 3},
                List.of(Map.of("id", "1"), Map.of("invoice_id", 3)),
                Map.of("ids", List.of(1, 3)))) {
            sandbox().forgetRequests();

            Exchange done = send("ontraport:invoices?operation=" + operation, ids);

            acknowledged(done, 2, word);
            assertThat(done.getMessage().getBody()).isSameAs(ids);
            assertThat(sandbox().requests()).singleElement().satisfies(request -> {
                assertThat(request.method() + " " + request.path()).isEqualTo(call);
                assertThat(request.contentType()).startsWith("application/json");
                assertThat(request.body()).isEqualTo("{\"objectID\":46,\"ids\":[1,3]}");
            });
        }
        assertThat(sandbox().records(INVOICE))
                .extracting(invoice -> invoice.get("status"))
                .containsExactly(status, "5", status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            transactions | markPaid             | -      | 1
            transactions | convertToCollections | -      | 0
            transactions | convertToDecline     | -      | 5
            purchases    | voidPurchase         | Voided | 3
            """)
    void thoseThatTakeOneIdTakeACallEach(String type, String operation, String word, String status) {
        Exchange done =
                send("ontraport:" + type + "?operation=" + operation, "body", Map.of(OntraportConstants.IDS, "3,1"));

        acknowledged(done, 2, word);
        assertThat(done.getMessage().getBody()).isEqualTo("body");
        assertThat(sandbox().requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsOnly("PUT /transaction/" + operation);
        assertThat(sandbox().requests()).extracting(SandboxRequest::contentType).allSatisfy(form -> assertThat(form)
                .startsWith("application/x-www-form-urlencoded"));
        assertThat(sandbox().requests()).extracting(SandboxRequest::body).containsExactly("id=3", "id=1");
        assertThat(sandbox()
                        .find(type.equals("purchases") ? PURCHASE : INVOICE, 1)
                        .orElseThrow())
                .containsEntry("status", status);
    }

    @Test
    void markPaidTakesATypeButNotThatOfARecord() {
        send("ontraport:transactions?operation=markPaid", Map.of("id", 1, "type", "cash"));
        send("ontraport:transactions?operation=markPaid", Map.of("id", 2, "type", "x", "status", "5"));

        assertThat(sandbox().requests())
                .extracting(request -> PercentEncoding.decode(request.body()))
                .containsExactly(Map.of("id", "1", "type", "cash"), Map.of("id", "2"));
    }

    @Test
    void acknowledgementsOfEveryShapeAreSuccesses() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("{\"code\":0,\"data\":\"Done\"}", "Done");
        words.put("{\"code\":0,\"data\":1}", "1");
        words.put("{\"code\":0,\"data\":[]}", null);
        words.put("{\"code\":0,\"data\":{}}", null);
        words.put("{\"code\":0,\"data\":\"\"}", "");
        words.put("{\"code\":0,\"data\":null}", null);
        words.put("{\"code\":0}", null);
        for (String operation : List.of(
                "refund",
                "voidTransaction",
                "writeOff",
                "rerun",
                "rerunCommission",
                "markPaid",
                "resendInvoice",
                "convertToCollections",
                "convertToDecline",
                "payInvoice",
                "requestPayment")) {
            words.forEach((reply, word) -> {
                sandbox().faults().json(200, reply);
                acknowledged(send("ontraport:transactions?operation=" + operation, 1), 1, word);
            });
        }
    }

    @Test
    void aFailedCallReportsTheProgressAndIsNotRetryable() {
        sandbox().faults().on("PUT", "/transaction/markPaid").skip(1).status(403, "Not Authorized");
        sandbox().faults().on("PUT", "/transaction/refund").skip(1).dropConnectionAfterCommit();
        List<Long> many = LongStream.rangeClosed(1, 2_500).boxed().toList();

        Exchange marked = send("ontraport:transactions?operation=markPaid&ids=1,2,3");
        Exchange refunded = send("ontraport:transactions?operation=refund", many);

        assertThat(marked.getException())
                .isInstanceOf(OntraportAuthenticationException.class)
                .hasMessageContaining(
                        "markPaid was acknowledged for the first 1 of 3 ids, then: PUT /transaction/markPaid");
        assertThat(refunded.getException())
                .isInstanceOfSatisfying(OntraportConnectionException.class, failure -> {
                    assertThat(failure.isOutcomeUnknown()).isTrue();
                    assertThat(failure.isRetryable()).isFalse();
                })
                .hasMessageContaining(
                        "refund was acknowledged for the first 1000 of 2500 ids, then: PUT /transaction/refund");
        assertThat(sandbox().requestCount()).isEqualTo(4);
    }

    @Test
    void onceOneIsDoneTheWholeIsNotRetryable() {
        sandbox().faults().on("PUT", "/transaction/markPaid").skip(1).always().rateLimited(3600);

        Exchange marked = send("ontraport:transactions?operation=markPaid&ids=1,2");

        assertThat(marked.getException())
                .isInstanceOfSatisfying(OntraportRateLimitedException.class, failure -> {
                    assertThat(failure.isRetryable()).isFalse();
                    assertThat(failure.isOutcomeUnknown()).isFalse();
                })
                .hasMessageContaining("first 1 of 2 ids");
    }

    @Override
    public void configure(OntraportComponent component) {
        component.getConfiguration().setRateLimitTimeout(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund", "rerun", "markPaid", "payInvoice", "requestPayment", "convertToDecline"})
    void onlyExplicitIds(String operation) {
        String uri = "ontraport:transactions?operation=" + operation;
        Map<String, Object> nullIds = new HashMap<>();
        nullIds.put(OntraportConstants.IDS, null);

        refused(send(uri, List.of(1), Map.of(OntraportConstants.CONDITION, "status = 5")), "takes explicit ids only");
        refused(send(uri, Map.of("id", 1, "ids", List.of(2)), Map.of()), "has both id and ids");
        refused(send(uri, Map.of("id", 1, "ids", List.of()), Map.of()), "has both id and ids");
        refused(send(uri, 1, Map.of(OntraportConstants.SEARCH, "Nora")), "CamelOntraportSearch selects");
        refused(send(uri, 1, Map.of(OntraportConstants.GROUP_ID, 3)), "CamelOntraportGroupId selects");
        refused(send(uri, "{\"ids\":[1],\"performAll\":1}"), "performAll in the body selects");
        refused(send(uri, "{\"group_id\":0}"), "group_id in the body");
        refused(send(uri), "needs the ids of transactions");
        refused(send(uri, Map.of()), "needs the ids of transactions");
        refused(send(uri, "0"), "'0'");
        refused(send(uri, List.of(1, "all")), "'all'");
        refused(send(uri, 1, nullIds), "CamelOntraportIds");
        List<Object> purchases = List.of(1, Map.of("id", 4, "invoice_id", 3));
        refused(send(uri, purchases), "has both id and invoice_id");
        refused(send(uri, Map.of("ids", purchases)), "has both id and invoice_id");
        refused(send(uri, null, Map.of(OntraportConstants.IDS, purchases)), "has both id and invoice_id");
        refused(
                send("ontraport:transactions?condition=status = 5", 1, Map.of(OntraportConstants.OPERATION, operation)),
                "option condition selects");
        for (Object nothing : List.of(List.of(), "", "[]", Map.of("ids", List.of()))) {
            assertThat(send(uri, nothing).getMessage().getHeaders())
                    .containsEntry(OntraportConstants.COUNT, 0L)
                    .containsEntry(OntraportConstants.REQUESTS, 0);
        }
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void readsAnOrderAndSendsItBackChanged() {
        Exchange read = send("ontraport:orders?operation=getOrder", 2);

        assertThat(record(read))
                .containsEntry("order_id", "2")
                .containsEntry("offer_id", 7L)
                .containsEntry("hasTaxes", false);
        assertThat(read.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("2");
        assertThat(sandbox().requests().get(0).query()).isEqualTo(Map.of("id", "2"));

        Map<String, Object> order = new HashMap<>(record(read));
        order.put("contact_id", 1);
        order.put("cc_id", 9);
        Exchange written = send("ontraport:orders?operation=updateOrder", order);

        assertThat(record(written)).containsEntry("id", "2").containsEntry("cc_id", "9");
        assertThat(written.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("2");
        assertThat(sandbox().requests().get(1)).satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("PUT /transaction/order");
            assertThat(request.body())
                    .contains(
                            "\"contact_id\":1,",
                            "\"objectID\":52",
                            "\"order_id\":2",
                            "\"hasTaxes\":false",
                            "\"total\":20.00")
                    .doesNotContain("null");
        });
        assertThat(sandbox().records(ORDER)).hasSize(3);
    }

    @Test
    void anOrderIsNamedByAnOfferOrTheRecordId() {
        Map<String, Object> offer = Map.of("products", List.of(Map.of("id", 6, "total", new BigDecimal("5.25"))));

        assertThat(send("ontraport:orders?operation=updateOrder&recordId=3", Map.of("offer", offer))
                        .getException())
                .isNull();
        assertThat(send("ontraport:orders?operation=updateOrder", Map.of("id", "1", "offer", offer))
                        .getException())
                .isNull();

        assertThat(sandbox().requests())
                .extracting(SandboxRequest::body)
                .allSatisfy(body -> assertThat(body).contains("\"total\":5.25").doesNotContain("\"id\":\"1\""));
        assertThat(sandbox().find(ORDER, 3).orElseThrow()).containsEntry("next_charge", "5.25");
        assertThat(sandbox().find(ORDER, 1).orElseThrow()).containsEntry("next_charge", "5.25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {}                                                            | the API removes it
            {"contact_id":1}                                              | the API removes it
            {"offer":null,"order_id":1}                                   | the API removes it
            {"offer":"x","products":[{"id":1}]}                           | the API removes it
            {"offer":{"order_id":1}}                                      | offer.products
            {"offer":{"order_id":1,"products":[]}}                        | offer.products
            {"offer":{"order_id":1,"products":[null]}}                    | offer.products
            {"order_id":1,"products":[]}                                  | offer.products
            {"offer":{"products":[{"id":6}]}}                             | needs recordId, or offer.order_id
            {"id":2,"offer":{"order_id":1,"products":[{"id":6}]}}         | are two orders
            {"objectID":46,"offer":{"order_id":1,"products":[{"id":6}]}}  | objectID 46
            {"offer":{"order_id":1,"products":[{"id":6,"total":"9,-"}]}}  | '9,-', not an amount
            """)
    void anOrderThatWouldBeRemovedIsNotSent(String body, String words) {
        refused(send("ontraport:orders?operation=updateOrder", body), words);
    }

    @Test
    void anotherOrderThanTheOneAskedForIsAnError() {
        sandbox().faults().json(200, "{\"code\":0,\"data\":{\"order_id\":\"9\",\"products\":[]}}");

        assertThat(send("ontraport:orders?operation=getOrder&recordId=1").getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("order 9 instead of 1");
        assertThat(send("ontraport:orders?operation=getOrder&recordId=99").getException())
                .isInstanceOf(OntraportNotFoundException.class);
        assertThat(send("ontraport:orders?operation=getOrder").getException()).hasMessageContaining("needs recordId");
        assertThat(send("ontraport:orders?operation=getOrder", Map.of("order_id", 3))
                        .getException())
                .isNull();
    }

    /** The API has no amount for a refund: it would give back all of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"ids":[4],"amount":5}                                   | 'amount'
            {"id":1,"amount":5}                                      | 'amount'
            {"invoice_id":9,"amount":5}                              | 'amount'
            {"invoice_id":9,"result_code":1,"amount":5}              | 'amount'
            {"id":1,"status":"1","contact_id":"1","amount":5}        | 'amount'
            {"id":1,"total":5}                                       | 'total'
            [{"id":1,"amount":5}]                                    | 'amount'
            {"ids":{"id":1,"amount":5}}                              | 'amount'
            {"id":5,"firstname":"Nora","email":"nora@example.com","date":"1760000000","status":"1"} | 'firstname'
            """)
    void whatIsNotPartOfATransactionIsNotLeftOut(String body, String key) {
        for (String operation : List.of(
                "refund",
                "voidTransaction",
                "writeOff",
                "rerun",
                "rerunCommission",
                "markPaid",
                "resendInvoice",
                "convertToCollections",
                "convertToDecline",
                "payInvoice",
                "requestPayment")) {
            refused(
                    send("ontraport:transactions?operation=" + operation, body),
                    "does not know " + key + " in the body");
        }
        refused(
                send("ontraport:transactions?operation=refund", body),
                "the whole of each of transactions, not with a part");
        refused(
                send(
                        "ontraport:transactions?operation=refund",
                        null,
                        Map.of(OntraportConstants.IDS, List.of(Map.of("id", 1, "amount", 5)))),
                "does not know 'amount'");
        refused(
                send("ontraport:purchases?operation=voidPurchase", "{\"id\":1,\"qty\":1}"),
                "the whole of each of purchases");
    }

    @Test
    void whatWasReadOrGivenByAChargeIsTakenForItsId() {
        Map<String, Object> charged = Map.of(
                "result_code", 1, "transaction_id", 0, "external_txn", "9", "message", "Approved", "invoice_id", 3);
        List<Map<String, Object>> found =
                records(send("ontraport:transactions?operation=search&condition=id = 2&externs=owner//firstname"));

        for (Object body : List.of(charged, List.of(charged), Map.of("invoice_id", 3))) {
            sandbox().forgetRequests();
            acknowledged(send("ontraport:transactions?operation=refund", body), 1, "Refunded");
            assertThat(sandbox().requests().get(0).body()).isEqualTo("{\"objectID\":46,\"ids\":[3]}");
        }
        acknowledged(send("ontraport:transactions?operation=refund", found), 1, "Refunded");
        acknowledged(send("ontraport:transactions?operation=refund", found.get(0)), 1, "Refunded");
        Object purchase = send("ontraport:purchases?operation=get&recordId=1")
                .getMessage()
                .getBody();
        assertThat(send("ontraport:purchases?operation=voidPurchase", purchase).getException())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            textBlock =
                    """
            {"code":0,"data":1}         | 1
            {"code":0,"data":"Updated"} | Updated
            {"code":0,"data":true}      | true
            {"code":0,"data":""}        | ``
            {"code":0,"data":[]}        | null
            {"code":0}                  | null
            """)
    void anOrderThatIsOnlyAcknowledgedIsUpdated(String reply, String word) {
        sandbox().faults().json(200, reply);

        Exchange updated = send(
                "ontraport:orders?operation=updateOrder",
                "{\"contact_id\":1,\"offer\":{\"order_id\":2,\"products\":[{\"id\":1}]}}");

        assertThat(updated.getException()).isNull();
        assertThat(updated.getMessage().getBody()).isNull();
        assertThat(updated.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("2");
        assertThat(updated.getMessage().getHeader(OntraportConstants.ACKNOWLEDGEMENT))
                .isEqualTo(word);
    }

    private static void acknowledged(Exchange done, long count, String word) {
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, count);
        assertThat(done.getMessage().getHeader(OntraportConstants.ACKNOWLEDGEMENT))
                .isEqualTo(word);
    }

    private static void refused(Exchange exchange, String words) {
        assertThat(exchange.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }
}
