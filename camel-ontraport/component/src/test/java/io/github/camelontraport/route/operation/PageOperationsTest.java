package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelontraport.OntraportConstants;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportNotFoundException;
import io.github.camelontraport.OntraportValidationException;
import io.github.camelontraport.api.PercentEncoding;
import io.github.camelontraport.support.SandboxTestSupport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations setDefaultCard, hostedUrl, formHtml and formBlocks. */
class PageOperationsTest extends SandboxTestSupport {

    private static final String CARD = "ontraport:creditCards?operation=setDefaultCard";
    private static final String URL = "ontraport:landingPages?operation=hostedUrl";
    private static final String HTML = "ontraport:forms?operation=formHtml";
    private static final String BLOCKS = "ontraport:forms?operation=formBlocks";
    private static final int FORMS = 122;

    @Test
    void makesACardTheDefaultOne() {
        sandbox().create(45, Map.of("contact_id", 1, "status", 3));
        sandbox().create(45, Map.of("contact_id", 1, "status", 1));
        sandbox().faults().dropConnectionAfterCommit();

        Exchange set = send(CARD, Map.of("id", "2"));

        assertThat(set.getException()).isNull();
        assertThat(record(set)).containsOnly(Map.entry("id", "2"), Map.entry("status", "3"));
        assertThat(set.getMessage().getHeaders())
                .containsEntry(OntraportConstants.OBJECT_ID, "2")
                .containsEntry(OntraportConstants.REQUESTS, 2);
        assertThat(sandbox().records(45)).extracting(card -> card.get("status")).containsExactly("1", "3");
        assertThat(sandbox().requests().get(1)).satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("PUT /CreditCard/default");
            assertThat(request.contentType()).startsWith("application/x-www-form-urlencoded");
            assertThat(PercentEncoding.decode(request.body())).isEqualTo(Map.of("id", "2"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0}",
                "{\"code\":0,\"data\":1}",
                "{\"code\":0,\"data\":[]}",
                "{\"id\":\"4\",\"status\":\"3\"}"
            })
    void everyAcknowledgementOfACardIsASuccess(String reply) {
        sandbox().faults().json(200, reply);

        assertThat(record(send(CARD, 4))).containsEntry("id", "4");
    }

    @Test
    void readsTheAddressOfAPage() {
        sandbox().create(20, Map.of("name", "Offer", "domain", "offer.example"));

        Exchange read = send(URL + "&recordId=1");

        assertThat(read.getMessage().getBody()).isEqualTo("https://offer.example/p/1");
        assertThat(read.getMessage().getHeaders()).containsEntry(OntraportConstants.OBJECT_ID, "1");
        assertThat(sandbox().requests().get(0).method() + " "
                        + sandbox().requests().get(0).path())
                .isEqualTo("GET /landingPage/getHostedURL");
        assertThat(send(URL, 9).getException()).isInstanceOf(OntraportNotFoundException.class);
        assertThat(send(URL).getException()).isInstanceOf(OntraportValidationException.class);
    }

    @Test
    void readsTheHtmlOfAFormOfEitherType() {
        sandbox().create(22, Map.of("form_id", 7, "formname", "Old"));
        sandbox().create(FORMS, Map.of("form_id", 8, "formname", "New"));
        sandbox().faults().status(500, "Oops");

        assertThat(send(HTML, Map.of("form_id", 8)).getMessage().getBody(String.class))
                .startsWith("<form ")
                .contains("p8");
        assertThat(send("ontraport:legacyForms?operation=formHtml", "7")
                        .getMessage()
                        .getBody(String.class))
                .contains("p7");
        assertThat(sandbox().requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsOnly("GET /form");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"code":0,"data":""}     |
            {"code":0,"data":[]}     |
            {"code":0}               |
            {"code":0,"data":"<p/>"} | <p/>
            """)
    void noTextIsNull(String reply, String body) {
        sandbox().faults().times(2).json(200, reply);

        assertThat(send(HTML, 1).getMessage().getBody()).isEqualTo(body);
        assertThat(send(URL, 1).getMessage().getBody()).isEqualTo(body);
    }

    @Test
    void somethingElseThanATextIsAnError() {
        sandbox().faults().json(200, "{\"code\":0,\"data\":{\"html\":\"<p/>\"}}");

        assertThat(send(HTML, 1).getException())
                .isInstanceOf(OntraportException.class)
                .hasMessageContaining("something other than a text");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "3,1", "50,2", "120,3"})
    void readsTheBlocksOfAllForms(int forms, int requests) {
        IntStream.rangeClosed(1, forms).forEach(i -> sandbox().create(FORMS, Map.of("formname", "Form " + i)));

        Exchange read = send(BLOCKS);

        assertThat(record(read)).hasSize(forms);
        assertThat(read.getMessage().getHeaders())
                .containsEntry(OntraportConstants.COUNT, (long) forms)
                .containsEntry(OntraportConstants.REQUESTS, requests);
        assertThat(sandbox().requests())
                .extracting(request -> request.query().get("page"))
                .containsExactlyElementsOf(
                        IntStream.range(0, requests).mapToObj(Integer::toString).toList());
    }

    @Test
    void readsTheBlocksOfTheFormOfAName() {
        sandbox().create(FORMS, Map.of("form_id", 4, "formname", "News & more"));

        for (Object body : List.of(
                "News & more",
                Map.of("name", "News & more"),
                "{\"formname\":\"News & more\"}",
                sandbox().records(FORMS).get(0))) {
            Exchange read = send(BLOCKS, body);
            assertThat(read.getMessage().getBody()).isEqualTo(List.of("f4"));
            assertThat(read.getMessage().getHeaders()).containsEntry(OntraportConstants.COUNT, 1L);
        }
        assertThat(send(BLOCKS, "Nothing").getMessage().getBody()).isEqualTo(List.of());
        assertThat(sandbox().requests())
                .extracting(request -> request.path())
                .containsOnly("/Form/getBlocksByFormName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":4}", "{\"name\":\"\"}", "[\"News\"]"})
    void aBodyThatNamesNoFormIsRefused(String body) {
        assertThat(send(BLOCKS, body).getException()).isInstanceOf(OntraportValidationException.class);
        assertThat(sandbox().requestCount()).isZero();
    }

    @Test
    void aServerThatIgnoresThePageIsFoundOut() throws Exception {
        String page = new ObjectMapper()
                .writeValueAsString(
                        IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "f" + i, i -> "Form " + i)));
        sandbox().faults().always().json(200, "{\"code\":0,\"data\":" + page + "}");

        assertThat(send(BLOCKS).getException()).hasMessageContaining("it ignored page");
        assertThat(sandbox().requestCount()).isEqualTo(2);
    }
}
