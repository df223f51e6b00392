package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportDeclinedException;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.support.SandboxTestSupport;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales: charge, logTransaction, requestPayment, payInvoice. */
class SaleOperationsTest extends SandboxTestSupport {

    private static final int INVOICE = 46;
    private static final String CHARGE = "ontraport:transactions?operation=charge";
    private static final String LOG = "ontraport:transactions?operation=logTransaction";
    private static final String PAY = "ontraport:transactions?operation=payInvoice";
    private static final String REQUEST = "ontraport:transactions?operation=requestPayment";

    @BeforeEach
    void aContactWithTwoCards() {
        sandbox().create(CONTACTS, Map.of("firstname", "Nora"));
        sandbox().create(16, Map.of("name", "Workshop"));
        sandbox().create(45, Map.of("contact_id", 1, "status", 3));
        sandbox().create(45, Map.of("contact_id", 1, "status", 2));
    }

    @Test
    void chargesACard() throws Exception {
        Map<String, Object> sale = sale(new BigDecimal("49.50"));
        sale.put("cc_id", 1);
        sale.put("trans_date", Instant.ofEpochMilli(1_762_505_200_123L));

        Exchange charged = send(CHARGE, sale);

        assertThat(charged.getException()).isNull();
        assertThat(record(charged)).containsEntry("result_code", 1L).containsEntry("invoice_id", 1L);
        assertThat(charged.getMessage().getHeaders())
                .containsEntry(OntraportConstants.OBJECT_ID, "1")
                .containsEntry(OntraportConstants.OBJECT_TYPE, "transactions");
        assertThat(sandbox().requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("POST /transaction/processManual");
            assertThat(request.contentType()).startsWith("application/json");
            assertThat(request.body())
                    .contains(
                            "\"contact_id\":1",
                            "\"chargeNow\":\"chargeNow\"",
                            "\"total\":49.50",
                            "\"trans_date\":1762505200123",
                            "\"shipping\":false",
                            "\"price\":[{\"price\":49.50}]");
        });
        assertThat(sandbox().find(INVOICE, 1).orElseThrow())
                .containsEntry("total", "49.50")
                .containsEntry("status", "1");
    }

    @Test
    void logsASale() throws Exception {
        Map<String, Object> sale = sale("120");
        sale.put("contact_id", "1");

        Exchange logged = send(LOG, new ObjectMapper().writeValueAsString(sale));

        assertThat(record(logged)).isEqualTo(Map.of("invoice_id", 1L));
        assertThat(logged.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("1");
        assertThat(sandbox().requests().get(0).body()).contains("\"chargeNow\":\"chargeLog\"", "\"contact_id\":1,");
    }

    @Test
    void aStreamIsReadOnce() {
        String sale = "{\"contact_id\":1,\"gateway_id\":2,\"offer\":{\"products\":[{\"id\":1,\"quantity\":1}]}}";

        for (String uri : List.of(CHARGE, LOG, REQUEST)) {
            assertThat(send(uri, new ByteArrayInputStream(sale.getBytes(StandardCharsets.UTF_8)))
                            .getException())
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"49.5,49.5", "1E+3,1000", "0.10,0.10", "123456789012345678.99,123456789012345678.99", "-0.0,0.0"})
    void amountsAreExactDecimals(String amount, String sent) throws Exception {
        for (Object price : List.of(new BigDecimal(amount), DecimalNode.valueOf(new BigDecimal(amount)), amount)) {
            sandbox().forgetRequests();
            sandbox().faults().json(200, "{\"code\":0,\"data\":{\"invoice_id\":5}}");
            assertThat(send(LOG, sale(price)).getException()).isNull();
            assertThat(sandbox().requests().get(0).body())
                    .containsPattern("\"grandTotal\":" + Pattern.quote(sent) + "[,}]")
                    .contains("\"price\":" + sent + "}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "total":null             | offer.products[0].total is null
            "total":""               | offer.products[0].total is ''
            "total":-1               | offer.products[0].total is '-1', not an amount of 0 or more
            "total":true             | offer.products[0].total is 'true'
            "price":""               | offer.products[0].price is ''
            "price":[{"price":""}]   | offer.products[0].price[0].price is ''
            "price":[{"price":null}] | offer.products[0].price[0].price is null
            "price":["$5"]           | offer.products[0].price is not a single value
            "price":[]               | offer.products[0].price is not a single value
            "price":[null]           | offer.products[0].price is not a single value
            "price":[-5]             | offer.products[0].price is not a single value
            "price":{"price":-5}     | offer.products[0].price is not a single value
            "total":{"x":1}          | offer.products[0].total is not a single value
            "total":[1]              | offer.products[0].total is not a single value
            "id":0                   | offer.products: the id is '0'
            "id":"x"                 | offer.products: the id is 'x'
            "id":[1]                 | offer.products: one id is needed
            "quantity":null          | offer.products[0].quantity is null
            "quantity":""            | offer.products[0].quantity is '', not a whole number of 1 or more
            "quantity":"two"         | offer.products[0].quantity is 'two'
            "quantity":-1            | offer.products[0].quantity is '-1'
            "quantity":0             | offer.products[0].quantity is '0'
            "quantity":true          | offer.products[0].quantity is 'true'
            "quantity":"1,5"         | offer.products[0].quantity is '1,5'
            "quantity":1.5           | offer.products[0].quantity is '1.5'
            "quantity":[1]           | offer.products[0].quantity is not a single value
            """)
    void amountsAndQuantitiesThatAreNotMeantAreRefused(String wrong, String words) {
        String product = Stream.of("\"id\":1", "\"quantity\":1", wrong)
                .filter(field -> field.equals(wrong) || !wrong.startsWith(field.substring(0, field.indexOf(':'))))
                .collect(Collectors.joining(","));
        String body = "{\"contact_id\":1,\"offer\":{\"products\":[{" + product + "}]}}";

        for (String operation : List.of(CHARGE, LOG, REQUEST)) {
            refused(send(operation, body), words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2.0", "1E+1"})
    void aWholeQuantityIsSent(String quantity) {
        sandbox().faults().json(200, "{\"code\":0,\"data\":{\"invoice_id\":5}}");

        assertThat(send(
                                CHARGE,
                                "{\"contact_id\":1,\"offer\":{\"products\":[{\"id\":1,\"quantity\":" + quantity
                                        + "}]}}")
                        .getException())
                .isNull();
    }

    @Test
    void doublesAreSentAsTheyAreWrittenAndRefusedWhenTheyWereComputed() {
        sandbox().faults().json(200, "{\"code\":0,\"data\":{\"invoice_id\":5}}");

        assertThat(send(LOG, sale(1.0E7)).getException()).isNull();

        assertThat(sandbox().requests().get(0).body())
                .contains("\"price\":10000000}")
                .doesNotContain("E");
        sandbox().forgetRequests();
        refused(send(LOG, sale(0.1 + 0.2)), "'0.30000000000000004', not an amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"49,50", "49.50 EUR", "true", "1.23456"})
    void whatIsNoAmountIsRefused(String amount) {
        refused(send(CHARGE, sale(amount)), "'" + amount + "', not an amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                                                                                     | needs the sale in the body
            {}                                                                       | needs the sale in the body
            {"offer":{"products":[{"id":1,"quantity":1}]}}                           | needs contact_id
            {"contact_id":0,"offer":{"products":[{"id":1,"quantity":1}]}}            | '0'
            {"contact_id":1}                                                         | needs offer
            {"contact_id":1,"offer":"x"}                                             | needs offer
            {"contact_id":1,"offer":{"products":[]}}                                 | needs offer.products
            {"contact_id":1,"offer":{"products":{"id":1}}}                           | needs offer.products
            {"contact_id":1,"offer":{"products":[{"id":1}]}}                         | id and quantity
            {"contact_id":1,"trans_date":1762505200,"offer":{"products":[{"id":1,"quantity":1}]}}   | Unix milliseconds, not '1762505200'
            {"contact_id":1,"trans_date":"2026-01-01","offer":{"products":[{"id":1,"quantity":1}]}} | Unix milliseconds, not '2026-01-01'
            {"contact_id":1,"chargeNow":"chargeLater","offer":{"products":[{"id":1,"quantity":1}]}} | not 'chargeLater' as the body has it
            [1,2]                                                                    | holds no fields
            """)
    void whatCannotBeSoldIsRefusedBeforeSending(String body, String words) {
        refused(send(CHARGE, body), words);
        refused(send(LOG, body), words);
    }

    @Test
    void aDeclineIsAnExceptionOfItsOwn() {
        Map<String, Object> sale = sale("49.50");
        sale.put("cc_id", 2);

        Exchange declined = send(CHARGE, sale);

        assertThat(declined.getException())
                .isInstanceOfSatisfying(OntraportDeclinedException.class, failure -> {
                    assertThat(failure.getApiCode()).isEqualTo("2");
                    assertThat(failure.getApiText()).isEqualTo("Card declined");
                    assertThat(failure.getHttpResponseCode()).isEqualTo(200);
                    assertThat(failure.isOutcomeUnknown()).isFalse();
                    assertThat(failure.isRetryable()).isFalse();
                    assertThat(failure.getAttempts()).isEqualTo(1);
                })
                .hasMessageContaining("declined, invoice 1: Card declined");
        assertThat(declined.getMessage().getBody()).isSameAs(sale);
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    @Test
    void aDeclineIsAResultWhereItIsMeantToBe() {
        Map<String, Object> sale = sale("49.50");
        sale.put("cc_id", 2);

        Exchange declined = send(CHARGE + "&failOnDecline=false", sale);

        assertThat(declined.getException()).isNull();
        assertThat(record(declined)).containsEntry("result_code", 2L).containsEntry("message", "Card declined");
        assertThat(declined.getMessage().getHeader(OntraportConstants.OBJECT_ID))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"code":0,"data":{"invoice_id":4}}                     | 4
            {"code":0,"data":{"invoice_id":"4","result_code":"1"}} | 4
            {"code":0,"data":[{"invoice_id":4}]}                   | 4
            {"code":"0","data":{"result_code":1}}                  |
            """)
    void aSuccessComesInSeveralShapes(String reply, String invoice) {
        sandbox().faults().json(200, reply);

        Exchange charged = send(CHARGE, sale("1"));

        assertThat(charged.getException()).isNull();
        assertThat(charged.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo(invoice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0}",
                "{\"code\":0,\"data\":\"Approved\"}",
                "{\"code\":0,\"data\":[]}",
                "{\"code\":0,\"data\":{}}",
                "{\"code\":0,\"data\":1}",
                "{\"code\":1,\"data\":{\"invoice_id\":4}}",
                "Invalid Contact ID",
                "["
            })
    void aReplyWithoutAResultLeavesTheOutcomeUnknown(String reply) {
        sandbox().faults().json(200, reply);

        assertThat(send(CHARGE, sale("1")).getException()).isInstanceOfSatisfying(OntraportException.class, failure -> {
            assertThat(failure.isOutcomeUnknown()).isTrue();
            assertThat(failure.getAttempts()).isEqualTo(1);
        });
        assertThat(sandbox().requestCount()).isEqualTo(1);
    }

    @Test
    void paysAnInvoiceWithTheDefaultCardOrTheNamed() {
        long first = invoice();
        Map<String, Object> second = Map.of("invoice_id", invoice(), "cc_id", "1");

        Exchange paid = send(PAY, first);

        assertThat(paid.getException()).isNull();
        assertThat(paid.getMessage().getBody()).isEqualTo(first);
        assertThat(paid.getMessage().getHeaders())
                .containsEntry(OntraportConstants.ACKNOWLEDGEMENT, "This transaction has been approved")
                .containsEntry(OntraportConstants.COUNT, 1L);
        assertThat(send(PAY, second).getException()).isNull();
        assertThat(sandbox().requests())
                .extracting(request -> request.method() + request.path() + request.body())
                .containsExactly(
                        "POST/transaction/payInvoice{\"invoice_id\":1}",
                        "POST/transaction/payInvoice{\"invoice_id\":2,\"cc_id\":1}");
    }

    @Test
    void aDeclineInBetweenReportsWhatWasPaid() {
        invoice();
        invoice();
        sandbox()
                .faults()
                .on("POST", "/transaction/payInvoice")
                .skip(1)
                .json(200, "{\"code\":0,\"data\":{\"result_code\":3,\"message\":\"No funds\",\"invoice_id\":2}}");

        Exchange failed = send(PAY + "&ids=1,2,3");

        assertThat(failed.getException())
                .isInstanceOf(OntraportDeclinedException.class)
                .hasMessageContaining(
                        "payInvoice was acknowledged for the first 1 of 3 ids, then: POST /transaction/payInvoice was declined");
        assertThat(sandbox().requestCount()).isEqualTo(2);
    }

    @Test
    void declinesThatAreNoErrorAreReportedOneByOne() {
        long id = invoice();

        refused(send(PAY + "&failOnDecline=false&ids=1,2"), "takes one invoice at a time");

        Exchange declined = send(PAY + "&failOnDecline=false", Map.of("id", id, "cc_id", 2));
        assertThat(declined.getException()).isNull();
        assertThat(declined.getMessage().getHeader(OntraportConstants.ACKNOWLEDGEMENT))
                .isEqualTo("Card declined");
    }

    @Test
    void anInvoiceThatWasReadIsPaidWithTheCardItNamesIfAny() {
        long id = invoice();
        Map<String, Object> read = sandbox().find(INVOICE, id).orElseThrow();

        assertThat(send(PAY, read).getException()).isNull();

        assertThat(sandbox().requests().get(0).body()).isEqualTo("{\"invoice_id\":1}");
    }

    @Test
    void aMisspeltCardIsNotLeftOut() {
        invoice();

        refused(
                send(PAY, Map.of("invoice_id", 1, "ccid", 1)),
                "does not know 'ccid' in the body. Did you mean 'cc_id'?");
        refused(send(PAY, Map.of("invoice_id", 1, "cc_id", "gold")), "'gold'");
        refused(send(PAY, Map.of("invoice_id", 1, "cc_id", List.of(1))), "cc_id: one id is needed");
        refused(send(PAY, Map.of("invoice_id", 1, "cc_id", Map.of("card", 1))), "to be the id of a card");
    }

    @Test
    void asksForPaymentWithANewInvoice() {
        Map<String, Object> sale = sale("49.50");
        sale.put("send_invoice", true);
        sale.put("due_on", 14);

        Exchange asked = send(REQUEST, sale);

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getBody()).isSameAs(sale);
        assertThat(asked.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("1");
        assertThat(sandbox().requests().get(0).body())
                .contains("\"chargeNow\":\"requestPayment\"", "\"send_invoice\":true", "\"due_on\":14");
        assertThat(sandbox().find(INVOICE, 1).orElseThrow()).containsEntry("status", "0");
    }

    @Test
    void asksForPaymentOfInvoicesThatExist() {
        invoice();
        invoice();

        Exchange asked = send(REQUEST, Map.of("ids", List.of(1, 2), "customer_note", "Please"));

        assertThat(asked.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, 2L);
        assertThat(sandbox().requests())
                .extracting(request -> request.body())
                .containsExactly(
                        "{\"invoice_id\":1,\"customer_note\":\"Please\"}",
                        "{\"invoice_id\":2,\"customer_note\":\"Please\"}");
        sandbox().forgetRequests();
        refused(send(REQUEST + "&ids=1", sale("1")), "either ids of invoices or a body with contact_id and offer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "cc_idd":7,"offer":{"products":[{"id":1,"quantity":1}]}                                | : 'cc_idd' is not known. Did you mean 'cc_id'?
            "gatewayId":7,"offer":{"products":[{"id":1,"quantity":1}]}                             | Did you mean 'gateway_id'?
            "payer":{"cnumber":"4"},"offer":{"products":[{"id":1,"quantity":1}]}                   | .payer: 'cnumber' is not known. Did you mean 'ccnumber'?
            "billing_address":{"ctiy":"Bend"},"offer":{"products":[{"id":1,"quantity":1}]}         | .billing_address: 'ctiy' is not known. Did you mean 'city'?
            "offer":{"grandTotl":5,"products":[{"id":1,"quantity":1}]}                             | offer: 'grandTotl' is not known. Did you mean 'grandTotal'?
            "offer":{"products":[{"id":1,"quantity":1},{"id":1,"quantity":1,"totl":5}]}            | offer.products: 'totl' is not known. Did you mean 'total'?
            "offer":{"products":[{"id":1,"quantity":1,"price":[{"prise":5}]}]}                     | offer.products.price: 'prise' is not known. Did you mean 'price'?
            "offer":{"products":[{"id":1,"quantity":1,"trial":{"pric":5}}]}                        | offer.products.trial: 'pric'
            "offer":{"taxes":[{"rat":5}],"products":[{"id":1,"quantity":1}]}                       | offer.taxes: 'rat'
            "offer":{"shipping":[{"prcie":5}],"products":[{"id":1,"quantity":1}]}                  | offer.shipping: 'prcie'
            """)
    void aMisspeltKeyIsNotLeftOut(String rest, String words) {
        String body = "{\"contact_id\":1," + rest + "}";

        refused(send(CHARGE, body), words);
        refused(send(LOG, body), words);
        refused(send(REQUEST, body), words);
    }

    @Test
    void theInvoiceOfADeclinedCardIsThereForTheRoute() throws Exception {
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                from("direct:sell")
                        .doTry()
                        .to(CHARGE)
                        .doCatch(OntraportDeclinedException.class)
                        .setBody(header(OntraportConstants.OBJECT_ID))
                        .to(REQUEST);
            }
        });
        Map<String, Object> sale = sale("49.50");
        sale.put("cc_id", 2);

        assertThat(send(CHARGE, sale).getException())
                .isInstanceOfSatisfying(OntraportDeclinedException.class, failure -> assertThat(failure.getInvoiceId())
                        .isEqualTo(1L));
        Exchange asked = send("direct:sell", sale);

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getBody()).isEqualTo("2");
        assertThat(sandbox().records(INVOICE)).hasSize(2);
        sandbox()
                .faults()
                .on("POST", "/transaction/payInvoice")
                .skip(1)
                .json(200, "{\"code\":0,\"data\":{\"result_code\":3,\"message\":\"No funds\",\"invoice_id\":2}}");
        Exchange partly = send(PAY + "&ids=1,2");
        assertThat(partly.getException())
                .isInstanceOfSatisfying(OntraportDeclinedException.class, failure -> assertThat(failure.getInvoiceId())
                        .isEqualTo(2L));
        assertThat(partly.getMessage().getHeader(OntraportConstants.OBJECT_ID)).isEqualTo("2");
        sandbox().faults().json(200, "{\"code\":0,\"data\":{\"result_code\":3}}");
        assertThat(send(CHARGE, sale).getException())
                .isInstanceOfSatisfying(OntraportDeclinedException.class, failure -> assertThat(failure.getInvoiceId())
                        .isNull());
    }

    private static long invoice() {
        return sandbox().create(INVOICE, Map.of("contact_id", 1, "status", 0, "total", "49.50"));
    }

    private static Map<String, Object> sale(Object amount) {
        Map<String, Object> product = new HashMap<>(Map.of("id", 1, "quantity", 1, "shipping", false, "total", amount));
        product.put("price", List.of(Map.of("price", amount)));
        Map<String, Object> sale = new HashMap<>(Map.of("contact_id", 1, "gateway_id", 2));
        sale.put("offer", Map.of("products", new ArrayList<>(List.of(product)), "grandTotal", amount));
        return sale;
    }

    private static void refused(Exchange exchange, String words) {
        assertThat(exchange.getException())
                .isInstanceOf(OntraportValidationException.class)
                .hasMessageContaining(words);
        assertThat(sandbox().requestCount()).isZero();
    }
}
