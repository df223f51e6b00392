package io.github.camelontraport.operation.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.ApiException;
import io.github.camelontraport.api.ApiException.Kind;

/**
 * Recognises declined cards. They come with HTTP 200 and code 0. A {@code result_code} other than 1 in the data shows the
 * decline; an accepted charge has 1, or on old accounts no code.
 */
public final class DeclinedCharge {

    private static final String RESULT = "result_code";

    private DeclinedCharge() {}

    /**
     * Throws the decline that the data of a reply show.
     *
     * @param attempts requests sent for the call
     */
    public static void refuse(String call, JsonNode data, int attempts) {
        JsonNode result = data != null && data.isArray() ? data.path(0) : data;
        if (result == null
                || !result.hasNonNull(RESULT)
                || result.get(RESULT).asText().equals("1")) {
            return;
        }
        String invoice = invoiceId(result);
        throw ApiException.details(
                        Kind.DECLINED, call + " was declined" + (invoice == null ? "" : ", invoice " + invoice))
                .status(200)
                .code(result.get(RESULT).asText())
                .text(result.path("message").asText())
                .attempts(attempts)
                .objectId(invoice)
                .build();
    }

    /** The id of the invoice in the result of a charge; {@code null} when there is none. */
    public static String invoiceId(JsonNode result) {
        String id = result == null ? "" : result.path("invoice_id").asText();
        return id.matches("[1-9]\\d*") ? id : null;
    }
}
