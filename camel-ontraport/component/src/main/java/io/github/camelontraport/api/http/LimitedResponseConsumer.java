package io.github.camelontraport.api.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Collects a response and fails as soon as its body is longer than allowed. It passes the response on when the client releases
 * the exchange, and with it the connection: the next request then finds a connection that is free. Used by one thread at a
 * time.
 */
final class LimitedResponseConsumer implements AsyncResponseConsumer<TransportResponse> {

    private static final int FIRST_SIZE = 4 * 1024;
    /** Longer than fifty records: so much is reserved at once when the head says that it comes. */
    private static final int TRUSTED_SIZE = 256 * 1024;

    private static final byte[] NOTHING = {};

    private final int maxSize;
    private final Consumer<TransportResponse> onReleased;
    private int status;
    private Map<String, String> headers = Map.of();
    private byte[] body = NOTHING;
    private int size;
    private FutureCallback<TransportResponse> result;
    private TransportResponse response;

    LimitedResponseConsumer(int maxSize, Consumer<TransportResponse> onReleased) {
        this.maxSize = maxSize;
        this.onReleased = onReleased;
    }

    @Override
    public void consumeResponse(
            HttpResponse head, EntityDetails entity, HttpContext context, FutureCallback<TransportResponse> callback)
            throws IOException {
        result = callback;
        status = head.getCode();
        headers = headers(head);
        if (entity == null) {
            complete();
            return;
        }
        long length = entity.getContentLength();
        if (length > maxSize) {
            throw new ResponseTooLargeException(maxSize);
        }
        // A length may be wrong, or absent: the buffer grows with what comes.
        body = new byte[(int) (length < 0 ? Math.min(FIRST_SIZE, maxSize) : Math.min(length, TRUSTED_SIZE))];
    }

    private static Map<String, String> headers(HttpResponse head) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : head.getHeaders()) {
            headers.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // An interim response says nothing about the request.
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer part) throws IOException {
        int added = part.remaining();
        if (added > maxSize - size) {
            throw new ResponseTooLargeException(maxSize);
        }
        ensureRoom(size + added);
        part.get(body, size, added);
        size += added;
    }

    private void ensureRoom(int needed) throws IOException {
        if (needed > body.length) {
            try {
                body = Arrays.copyOf(body, (int) Math.min(Math.max(2L * body.length, needed), maxSize));
            } catch (OutOfMemoryError e) {
                // Errors end the library's I/O thread, and with it all other requests.
                throw new IOException("there is no memory for the reply", e);
            }
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        complete();
    }

    private void complete() {
        response = new TransportResponse(status, headers, size == body.length ? body : Arrays.copyOf(body, size));
        result.completed(response);
    }

    @Override
    public void failed(Exception cause) {
        // The client reports it to the callback of the request, too.
    }

    @Override
    public void releaseResources() {
        body = NOTHING;
        size = 0;
        if (response != null) {
            onReleased.accept(response);
            response = null;
        }
    }
}
