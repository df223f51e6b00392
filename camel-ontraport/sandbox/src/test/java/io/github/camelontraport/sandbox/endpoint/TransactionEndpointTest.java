package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionEndpointTest extends AccountTestBase {

    private static final int PURCHASE = 17;
    private static final int CARD = 45;
    private static final int INVOICE = 46;
    private static final int ORDER = 52;
    private static final String PRODUCTS = "'offer':{'products':[{'id':1,'quantity':2,'total':99.00,"
            + "'price':[{'price':49.50}]}],'grandTotal':99.00}";

    @BeforeEach
    void aContactWithAProductAndTwoCards() {
        sandbox.create(0, Map.of("firstname", "Nora", "lastname", "Stone", "email", "nora@example.com"));
        sandbox.create(16, Map.of("name", "Workshop", "price", "49.50"));
        sandbox.create(CARD, Map.of("contact_id", 1, "status", 3));
        sandbox.create(CARD, Map.of("contact_id", 1, "status", 2));
    }

    @Test
    void aChargeLeavesAnInvoiceAndPurchases() {
        ApiClient.Answer charged =
                process("'chargeNow':'chargeNow','gateway_id':2,'trans_date':1762505200000,'cc_id':1," + PRODUCTS);

        assertThat(charged.data().get("result_code").intValue()).isEqualTo(1);
        assertThat(charged.data().get("invoice_id").isInt()).isTrue();
        assertThat(sandbox.records(INVOICE)).singleElement().satisfies(invoice -> assertThat(invoice)
                .containsEntry("status", "1")
                .containsEntry("total", "99.00")
                .containsEntry("contact_name", "Nora Stone")
                .containsEntry("date", "1762505200")
                .containsEntry("cc_id", "1")
                .containsEntry("gateway_id", "2"));
        assertThat(sandbox.records(PURCHASE)).singleElement().satisfies(purchase -> assertThat(purchase)
                .containsEntry("invoice_id", "1")
                .containsEntry("name", "Workshop")
                .containsEntry("quantity", "2")
                .containsEntry("price", "49.50")
                .containsEntry("total_price", "99.00")
                .containsEntry("status", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'cc_id':2,                                             | 2
            'payer':{'expire_month':10,'expire_year':2025},        | 2
            'payer':{'expire_month':11,'expire_year':25},          | 1
            '',                                                    | 1
            """,
            quoteCharacter = '`')
    void expiredCardsAreDeclined(String card, int result) {
        ApiClient.Answer answer =
                process("'chargeNow':'chargeNow','gateway_id':2," + (card.startsWith("''") ? "" : card) + PRODUCTS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("result_code").intValue()).isEqualTo(result);
        assertThat(sandbox.records(INVOICE))
                .extracting(invoice -> invoice.get("status"))
                .containsExactly(result == 1 ? "1" : "5");
    }

    @Test
    void chargeLogReturnsTheInvoiceIdOnly() {
        assertThat(process("'chargeNow':'chargeLog'," + PRODUCTS).data())
                .isEqualTo(ApiClient.parse("{\"invoice_id\":1}"));
        assertThat(process("'chargeNow':'requestPayment'," + PRODUCTS).data())
                .isEqualTo(ApiClient.parse("{\"invoice_id\":2}"));
        assertThat(sandbox.records(INVOICE))
                .extracting(invoice -> invoice.get("status"))
                .containsExactly("1", "0");
    }

    @Test
    void refusesInvalidSales() {
        assertThat(api.json("POST", "/transaction/processManual", "{'contact_id':9,'chargeNow':'chargeLog'}")
                        .text())
                .isEqualTo("Invalid Contact ID");
        assertThat(process("'chargeNow':'chargeLog'").text()).isEqualTo("Missing required parameter: offer");
        assertThat(process("'chargeNow':'chargeLog','offer':{'products':[]}").text())
                .contains("offer.products");
        assertThat(process("'chargeNow':'chargeLog','offer':{'products':[{'id':9,'quantity':1}]}")
                        .text())
                .isEqualTo("Invalid Product ID");
        assertThat(process("'chargeNow':'perhaps'," + PRODUCTS).text()).contains("chargeNow");
        assertThat(process("'chargeNow':'chargeNow'," + PRODUCTS).text()).contains("gateway_id");
        assertThat(process("'chargeNow':'chargeNow','gateway_id':2,'cc_id':9," + PRODUCTS)
                        .text())
                .contains("cc_id");
        assertThat(process("'chargeNow':'chargeNow','gateway_id':2,'payer':{}," + PRODUCTS)
                        .text())
                .contains("payer");
        assertThat(process("'chargeNow':'chargeLog'," + PRODUCTS.replace("'grandTotal':99.00", "'grandTotal':'x'"))
                        .text())
                .isEqualTo("Invalid amount");
        assertThat(sandbox.records(INVOICE)).isEmpty();
    }

    /** A sale that is refused for its last product leaves nothing of its first. */
    @Test
    void oneInvalidAmountRefusesTheWholeSale() {
        ApiClient.Answer answer = process(
                "'chargeNow':'chargeLog','offer':{'products':[{'id':1,'quantity':1,'total':20,'type':'subscription'},"
                        + "{'id':1,'quantity':1,'total':20,'price':[{'price':'1E999999999'}]}]}");

        assertThat(answer.text()).isEqualTo("Invalid amount");
        assertThat(sandbox.records(INVOICE)).isEmpty();
        assertThat(sandbox.records(PURCHASE)).isEmpty();
        assertThat(sandbox.records(ORDER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'quantity':1 | 'quantity':'two' | Invalid quantity",
                "'quantity':1 | 'quantity':'1,5' | Invalid quantity",
                "'quantity':1 | 'quantity':'' | Invalid quantity",
                "'quantity':1 | 'quantity':-1 | Invalid quantity",
                "'quantity':1 | 'quantity':0 | Invalid quantity",
                "'quantity':1 | 'quantity':1.5 | Invalid quantity",
                "'quantity':1 | 'quantity':true | Invalid quantity",
                "'quantity':1 | 'quantity':null | Invalid quantity",
                "'quantity':1, | ~~ | Missing required parameter: offer.products.quantity",
                "'total':20 | 'total':-20 | Invalid amount",
                "'total':20 | 'total':'-0.01' | Invalid amount",
                "'total':20 | 'total':null | Invalid amount",
                "'total':20 | 'total':true | Invalid amount",
                "'total':20 | 'total':'$20' | Invalid amount",
                "'price':20 | 'price':'' | Invalid amount",
                "'price':20 | 'price':-20 | Invalid amount",
                "'price':[{'price':20}] | 'price':20 | Invalid value for parameter: offer.products.price",
                "'price':[{'price':20}] | 'price':[{'unit':'day'}] | Missing required parameter: offer.products.price",
                "'grandTotal':20 | 'grandTotal':-20 | Invalid amount",
                "'grandTotal':20 | 'grandTotal':null | Invalid amount",
                "'grandTotal':20 | 'grandTotal':20,'subTotal':-1 | Invalid amount",
                "'grandTotal':20 | 'grandTotal':20,'shipping':[{'id':1,'price':-5}] | Invalid amount",
            })
    void refusesInvalidQuantitiesAndAmounts(String valid, String invalid, String reply) {
        String offer = "'chargeNow':'chargeLog','offer':{'products':[{'id':1,'quantity':1,'total':20,"
                + "'price':[{'price':20}]}],'grandTotal':20}";

        assertThat(process(offer.replace(valid, invalid)).text()).isEqualTo(reply);
        assertThat(sandbox.records(INVOICE)).isEmpty();
        assertThat(process(offer).status()).isEqualTo(200);
    }

    @Test
    void aChargedCardOfTheRequestIsStored() {
        process("'chargeNow':'chargeNow','gateway_id':2,'payer':{'ccnumber':'4111111111111234','code':'123',"
                + "'expire_month':12,'expire_year':2099}," + PRODUCTS);

        assertThat(sandbox.records(CARD)).last().satisfies(card -> assertThat(card)
                .containsEntry("contact_id", "1")
                .containsEntry("last4", "1234")
                .containsEntry("type", "1")
                .containsEntry("exp_month", "12")
                .containsEntry("exp_year", "2099")
                .containsEntry("status", "1"));
        assertThat(sandbox.find(INVOICE, 1).orElseThrow())
                .containsEntry("cc_id", Integer.toString(sandbox.records(CARD).size()));
    }

    @Test
    void noCardIsStoredOfADeclinedOrRefusedCharge() {
        int before = sandbox.records(CARD).size();
        String payer = "'chargeNow':'chargeNow','gateway_id':2,'payer':{'ccnumber':'4111111111111234',"
                + "'expire_month':1,'expire_year':%s}," + PRODUCTS;

        assertThat(process(payer.formatted("2001")).data().get("result_code").intValue())
                .isNotEqualTo(1);
        assertThat(process(payer.formatted("2099").replace("99.00", "'-1'")).status())
                .isEqualTo(400);
        assertThat(process(payer.formatted("2099") + ",'trans_date':'x'").status())
                .isEqualTo(400);
        assertThat(sandbox.records(CARD)).hasSize(before);
    }

    @Test
    void aCardTokenNeedsNoCardData() {
        assertThat(process("'chargeNow':'chargeNow','gateway_id':2,'payer':{'cctoken':'tok_1'}," + PRODUCTS)
                        .data()
                        .get("result_code")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void onlyASingleReadShowsTheOffer() {
        process("'chargeNow':'chargeLog'," + PRODUCTS);

        String offer =
                api.get("/Transaction", "id", "1").data().get("offer_data").textValue();
        assertThat(ApiClient.parse(offer).get("products")).hasSize(1);
        assertThat(api.get("/Transactions").data().get(0).has("offer_data")).isFalse();
        assertThat(api.get("/Transactions", "listFields", "id,offer_data")
                        .data()
                        .get(0)
                        .has("offer_data"))
                .isFalse();
    }

    @Test
    void openOrdersFollowOrdersUntilTheyAreDeleted() {
        process("'chargeNow':'chargeNow','gateway_id':2,"
                + PRODUCTS.replace("'quantity'", "'type':'subscription','quantity'"));
        assertThat(api.get("/OpenOrders").data()).singleElement().satisfies(order -> {
            assertThat(order.get("id").textValue()).isEqualTo("1");
            assertThat(order.get("contact_id").textValue()).isEqualTo("1");
            assertThat(order.get("next_charge").textValue()).isEqualTo("99.00");
        });
        assertThat(api.get("/objects", "objectID", "146").data()).isEmpty();

        api.json(
                "PUT",
                "/transaction/order",
                "{'objectID':52,'offer':{'order_id':1,'products':[{'id':1,'quantity':1,'total':20}]}}");
        assertThat(api.get("/OpenOrder", "id", "1").data().get("next_charge").textValue())
                .isEqualTo("20.00");

        api.delete("/Order", "id", "1");
        assertThat(api.get("/OpenOrders").data()).isEmpty();
        assertThat(api.get("/objects", "objectID", "146").ids()).isEqualTo("1");
    }

    @Test
    void convertToCollectionsAcceptsIds() {
        process("'chargeNow':'chargeLog'," + PRODUCTS);
        process("'chargeNow':'chargeLog'," + PRODUCTS);

        assertThat(api.form("PUT", "/transaction/convertToCollections", "ids", "1,2")
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.records(INVOICE))
                .extracting(invoice -> invoice.get("status"))
                .containsExactly("0", "0");
        assertThat(api.form("PUT", "/transaction/convertToCollections").text())
                .isEqualTo("Missing required parameter: id");
    }

    @Test
    void aCardIsChargedForItsContactOnly() {
        sandbox.create(0, Map.of("firstname", "Ivo"));

        ApiClient.Answer answer = api.json(
                "POST",
                "/transaction/processManual",
                "{'contact_id':2,'chargeNow':'chargeNow','gateway_id':2,'cc_id':1," + PRODUCTS + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("Invalid value for parameter: cc_id");
        assertThat(sandbox.records(INVOICE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PUT  | refund          | 1 | 2 | 4 | "Refunded"
            PUT  | void            | 1 | 4 | 3 | "Voided"
            PUT  | writeOff        | 5 | 6 | 5 | 1
            PUT  | rerunCommission | 1 | 1 | 1 | "Re-ran commissions"
            POST | rerun           | 5 | 1 | 1 | 1
            POST | rerun           | 2 | 2 | 4 | 1
            POST | resendInvoice   | 0 | 0 | 0 | ""
            """)
    void bulkActionsChangeTheSelectedInvoices(
            String method, String action, int before, int after, int purchase, String data) {
        invoice(before);
        invoice(before);

        ApiClient.Answer answer = api.json(method, "/transaction/" + action, "{'objectID':46,'ids':[1,99]}");

        assertThat(answer.data()).isEqualTo(ApiClient.parse(data));
        assertThat(sandbox.records(INVOICE))
                .extracting(invoice -> invoice.get("status"))
                .containsExactly(Integer.toString(after), Integer.toString(before));
        if (after != before) {
            assertThat(sandbox.find(PURCHASE, 1).orElseThrow()).containsEntry("status", Integer.toString(purchase));
        }
        assertThat(api.json(method, "/transaction/" + action, "{'objectID':46}").status())
                .isEqualTo(400);
        assertThat(api.json(method, "/transaction/" + action, "{'objectID':0,'ids':[1]}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"PUT,refund", "PUT,void", "PUT,writeOff", "PUT,rerunCommission", "POST,rerun", "POST,resendInvoice"})
    void bulkActionsRefuseOnlyUnknownIds(String method, String action) {
        invoice(1);

        ApiClient.Answer answer = api.json(method, "/transaction/" + action, "{'objectID':46,'ids':[9999,9998]}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("Object not found");
    }

    @ParameterizedTest
    @CsvSource({"convertToCollections,0", "convertToDecline,5", "markPaid,1"})
    void singleActionsRequireAnId(String action, String after) {
        invoice(7);

        assertThat(api.form("PUT", "/transaction/" + action, "id", "1").status())
                .isEqualTo(200);
        assertThat(sandbox.find(INVOICE, 1).orElseThrow()).containsEntry("status", after);
        assertThat(api.form("PUT", "/transaction/" + action, "id", "9").status())
                .isEqualTo(404);
        assertThat(api.form("PUT", "/transaction/" + action).status()).isEqualTo(400);
    }

    @Test
    void aPurchaseIsVoided() {
        invoice(1);

        assertThat(api.form("PUT", "/transaction/voidPurchase", "id", "1")
                        .data()
                        .textValue())
                .isEqualTo("Voided");
        assertThat(sandbox.find(PURCHASE, 1).orElseThrow()).containsEntry("status", "3");
    }

    @Test
    void anOpenInvoiceIsPaidOnce() {
        invoice(0);

        assertThat(api.json("POST", "/transaction/payInvoice", "{'invoice_id':1,'cc_id':2}")
                        .data()
                        .get("message")
                        .textValue())
                .isEqualTo("Card declined");
        assertThat(api.json("POST", "/transaction/payInvoice", "{'invoice_id':1}")
                        .data()
                        .get("result_code")
                        .intValue())
                .isEqualTo(1);
        assertThat(sandbox.find(INVOICE, 1).orElseThrow()).containsEntry("status", "1");
        assertThat(api.json("POST", "/transaction/payInvoice", "{'invoice_id':1}")
                        .text())
                .contains("not open");
        assertThat(api.json("POST", "/transaction/payInvoice", "{'invoice_id':9}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void requestPaymentCreatesAnUnpaidInvoice() {
        ApiClient.Answer made = api.json(
                "POST",
                "/transaction/requestPayment",
                "{'contact_id':1,'chargeNow':'requestPayment','gateway_id':2," + PRODUCTS + "}");

        assertThat(made.data()).isEqualTo(ApiClient.parse("{\"invoice_id\":1}"));
        assertThat(sandbox.find(INVOICE, 1).orElseThrow()).containsEntry("status", "0");
        assertThat(api.json("POST", "/transaction/requestPayment", "{'invoice_id':1}")
                        .data()
                        .textValue())
                .isEmpty();
    }

    @Test
    void ordersOfSubscriptionsAreReadAndReplaced() {
        process("'chargeNow':'chargeNow','gateway_id':2,"
                + PRODUCTS.replace("'quantity'", "'type':'subscription','quantity'"));

        assertThat(api.get("/transaction/order", "id", "1")
                        .data()
                        .get("products")
                        .get(0)
                        .get("type")
                        .textValue())
                .isEqualTo("subscription");
        assertThat(sandbox.find(INVOICE, 1).orElseThrow()).containsEntry("order_id", "1");

        ApiClient.Answer replaced = api.json(
                "PUT",
                "/transaction/order",
                "{'objectID':52,'offer':{'order_id':1,'cc_id':2," + "'products':[{'id':1,'quantity':1,'total':20}]}}");

        assertThat(replaced.data().get("next_charge").textValue()).isEqualTo("20.00");
        assertThat(api.get("/transaction/order", "id", "1").data().get("cc_id").textValue())
                .isEqualTo("2");
        assertThat(api.json("PUT", "/transaction/order", "{'offer':{'products':[{'id':1}]}}")
                        .status())
                .isEqualTo(400);
        assertThat(api.json(
                                "PUT",
                                "/transaction/order",
                                "{'offer':{'order_id':1,'offer_id':'x','products':[{'id':1}]}}")
                        .text())
                .isEqualTo("Invalid value for parameter: offer.offer_id");
    }

    @Test
    void replacingAnOrderWithoutProductsDeletesIt() {
        sandbox.create(ORDER, Map.of("contact_id", 1));

        assertThat(api.get("/transaction/order", "id", "1")
                        .data()
                        .get("hasTaxes")
                        .isBoolean())
                .isTrue();
        assertThat(api.json("PUT", "/transaction/order", "{'objectID':52,'offer':{'order_id':1}}")
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.records(ORDER)).isEmpty();
        assertThat(api.get("/transaction/order", "id", "1").status()).isEqualTo(404);
    }

    private ApiClient.Answer process(String rest) {
        return api.json("POST", "/transaction/processManual", "{'contact_id':1," + rest + "}");
    }

    private void invoice(int status) {
        long invoice = sandbox.create(INVOICE, Map.of("contact_id", 1, "status", status, "total", "49.50"));
        sandbox.create(PURCHASE, Map.of("contact_id", 1, "invoice_id", invoice, "status", status));
    }
}
