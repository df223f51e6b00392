package io.github.camelontraport.value;

import io.github.camelontraport.api.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes without replacing what is not text: a character that was replaced would be written to the account. */
public final class TextDecoder {

    private TextDecoder() {}

    /** @throws InvalidInputException when the bytes are not text in the charset */
    public static String decode(byte[] bytes, Charset charset) {
        try {
            return strict(bytes, charset);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("The message body is not text in " + charset
                    + ": set its charset as the exchange property CamelCharsetName, or convert it to a text first");
        }
    }

    /** Whether the bytes are text in the charset. */
    public static boolean isText(byte[] bytes, Charset charset) {
        try {
            strict(bytes, charset);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String strict(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
