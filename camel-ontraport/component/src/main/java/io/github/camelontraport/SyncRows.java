package io.github.camelontraport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.sync.SyncHost;
import io.github.camelontraport.operation.sync.SyncInput;
import io.github.camelontraport.operation.sync.SyncSettings;
import io.github.camelontraport.value.JsonRows;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.BaseStream;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.util.IOHelper;

/**
 * The rows in a message body: an Iterator, Iterable, Stream or array of rows, JSON text (an array, one object, or one object
 * after another as in JSON lines), or a single row.
 */
final class SyncRows {

    private SyncRows() {}

    static SyncInput of(Message message, SyncSettings settings, SyncHost host, BooleanSupplier stopping) {
        Object body = message.getBody();
        if (body == null) {
            throw new InvalidInputException(
                    "Operation sync needs rows in the body: an Iterator, Iterable, Stream or List of"
                            + " records, or one record. Nothing was sent");
        }
        OptionalLong size = body instanceof Collection<?> rows ? OptionalLong.of(rows.size()) : OptionalLong.empty();
        Iterator<?> rows = iterator(body, message);
        return new SyncInput(settings, host, rows, size, stopping, () -> close(body, rows));
    }

    private static Iterator<?> iterator(Object body, Message message) {
        if (body instanceof Iterator<?> rows) {
            return rows;
        }
        if (body instanceof BaseStream<?, ?> rows) {
            return rows.iterator();
        }
        if (body instanceof Object[] rows) {
            return List.of(rows).iterator();
        }
        Reader text = reader(body, message);
        if (text != null) {
            return JsonRows.of(text);
        }
        boolean single = body instanceof Path || body instanceof ObjectNode;
        return body instanceof Iterable<?> rows && !single
                ? rows.iterator()
                : List.of(body).iterator();
    }

    /** {@code null} when the body is no text. */
    private static Reader reader(Object body, Message message) {
        try {
            if (body instanceof CharSequence text) {
                return new StringReader(text.toString());
            }
            if (body instanceof byte[] bytes) {
                return decoded(new ByteArrayInputStream(bytes), message);
            }
            if (body instanceof WrappedFile<?> file && file.getFile() instanceof File local) {
                return decoded(Files.newInputStream(local.toPath()), message);
            }
            if (body instanceof Reader reader) {
                return reader;
            }
            if (body instanceof InputStream stream) {
                return decoded(stream, message);
            }
            return body instanceof StreamCache || body instanceof WrappedFile
                    ? new StringReader(String.valueOf(MessageBodyDecoder.read(message)))
                    : null;
        } catch (IOException e) {
            throw new InvalidInputException("The message body cannot be read: " + e.getMessage(), e);
        }
    }

    private static Reader decoded(InputStream bytes, Message message) {
        Charset charset = MessageBodyDecoder.charset(message);
        return new InputStreamReader(
                bytes,
                (charset == null ? StandardCharsets.UTF_8 : charset)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static void close(Object body, Iterator<?> rows) {
        if (rows instanceof Closeable closeable) {
            IOHelper.close(closeable);
        }
        if (body instanceof BaseStream<?, ?> stream) {
            stream.close();
        }
    }
}
