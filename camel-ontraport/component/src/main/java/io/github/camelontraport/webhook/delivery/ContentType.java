package io.github.camelontraport.webhook.delivery;

import io.github.camelontraport.api.RequestBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a delivery's body.
 *
 * @param form whether it is a form; otherwise it is JSON
 */
record ContentType(boolean form, Charset charset) {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)\"?");

    /**
     * @param header        {@code null} when there is none; then the content decides
     * @param looksLikeJson whether the content begins like JSON
     */
    static ContentType of(String header, boolean looksLikeJson) {
        if (header == null || header.isBlank()) {
            return new ContentType(!looksLikeJson, StandardCharsets.UTF_8);
        }
        String media = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean form = media.equals(RequestBody.FORM);
        if (!form && !media.equals(RequestBody.JSON)) {
            throw RejectedDeliveryException.wrongType(
                    "its content type is neither " + RequestBody.JSON + " nor " + RequestBody.FORM);
        }
        return new ContentType(form, charset(header));
    }

    private static Charset charset(String header) {
        Matcher matcher = CHARSET.matcher(header);
        try {
            Charset charset = matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalArgumentException e) {
            // Rejected below, like a charset that only detects encodings.
        }
        throw RejectedDeliveryException.wrongType("its charset is unknown");
    }

    /**
     * Rejects a body that is compressed or encoded otherwise.
     *
     * @param header {@code null} when there is none
     */
    static void requireNoContentEncoding(String header) {
        if (header != null && !header.isBlank() && !header.strip().equalsIgnoreCase("identity")) {
            throw RejectedDeliveryException.wrongType(
                    "it has a content encoding, such as gzip; only bodies without one are read");
        }
    }

    /** Whether the text is the same in UTF-8 and in this charset. */
    boolean hasSameBytesInUtf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return charset.equals(StandardCharsets.UTF_8) || new String(bytes, charset).equals(text);
    }

    /** Decodes the bytes strictly: a byte sequence that the charset does not allow is rejected. */
    String decode(byte[] bytes) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw RejectedDeliveryException.malformed("the body is not valid " + charset, e);
        }
    }
}
