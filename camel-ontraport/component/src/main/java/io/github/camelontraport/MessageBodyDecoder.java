package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.value.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.MessageHelper;

/**
 * Reads message bodies. Bytes, streams and files become text in the exchange's charset, else UTF-8; a stream cache can be
 * read again by later steps. Other bodies stay as they are.
 */
final class MessageBodyDecoder {

    private static final char REPLACEMENT = '\uFFFD';

    private MessageBodyDecoder() {}

    /**
     * The body for an operation.
     *
     * @throws InvalidInputException when the bytes are not text in the charset
     */
    static Object read(Message message) {
        Object body = message.getBody();
        try {
            if (body instanceof byte[] bytes) {
                return decode(bytes, message);
            }
            if (body instanceof StreamCache cache) {
                return text(cache, message);
            }
            if (body instanceof WrappedFile<?> file) {
                return text(file, message);
            }
            return body instanceof InputStream stream ? decode(stream.readAllBytes(), message) : body;
        } catch (IOException e) {
            throw new InvalidInputException("The message body cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(StreamCache cache, Message message) throws IOException {
        try {
            // A cache of characters has no bytes of its own.
            if (cache instanceof Reader) {
                return message.getBody(String.class);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            cache.writeTo(bytes);
            return decode(bytes.toByteArray(), message);
        } finally {
            MessageHelper.resetStreamCache(message);
        }
    }

    /** Camel knows the charset that the file's endpoint was given. An empty file is an empty text, not a missing body. */
    private static String text(WrappedFile<?> file, Message message) throws IOException {
        if (file.getFile() instanceof File local && charset(message) == null && isUtf8(local)) {
            return Files.readString(local.toPath());
        }
        try {
            String text = message.getBody(String.class);
            if (text == null || text.indexOf(REPLACEMENT) < 0) {
                return text == null ? "" : text;
            }
        } catch (TypeConversionException e) {
            // Refused below: the file is not text in its charset.
        }
        throw new InvalidInputException("The file in the message body is not text in "
                + (charset(message) == null ? "UTF-8" : charset(message))
                + ": give its charset, for example with the option charset of the file endpoint");
    }

    private static boolean isUtf8(File file) throws IOException {
        return file.isFile() && TextDecoder.isText(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
    }

    private static String decode(byte[] bytes, Message message) {
        Charset charset = charset(message);
        return TextDecoder.decode(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
    }

    /** Set on the exchange; {@code null} when it is not. */
    static Charset charset(Message message) {
        String name = ExchangeHelper.getCharsetName(message.getExchange(), false);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("The exchange's charset '" + name + "' is not known", e);
        }
    }
}
