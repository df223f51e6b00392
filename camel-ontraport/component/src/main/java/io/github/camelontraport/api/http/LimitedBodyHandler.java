package io.github.camelontraport.api.http;

import io.github.camelontraport.api.async.Futures;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a response body and fails as soon as it is longer than allowed. */
final class LimitedBodyHandler implements BodySubscriber<byte[]> {

    private final int maxSize;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private int size;
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();

    LimitedBodyHandler(int maxSize) {
        this.maxSize = maxSize;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        Futures.onEnd(result, (body, failure) -> {
            if (failure != null) {
                subscription.cancel();
            }
        });
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (size + (long) buffer.remaining() > maxSize) {
                result.completeExceptionally(new ResponseTooLargeException(maxSize));
                return;
            }
            size += buffer.remaining();
            parts.add(buffer);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ByteBuffer body = ByteBuffer.allocate(size);
        parts.forEach(body::put);
        parts.clear();
        result.complete(body.array());
    }
}
