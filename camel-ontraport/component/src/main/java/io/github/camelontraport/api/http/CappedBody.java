package io.github.camelontraport.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects a reply body and gives up on one that is longer than allowed, before it fills the memory, and on one that
 * does not come to its end in time: the JDK's client (before version 26) stops its clock when the head has come.
 */
final class CappedBody implements BodySubscriber<byte[]> {

    private final int cap;
    private final CompletableFuture<Void> deadline;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();

    /** @param deadline completes when the rest of the reply is too late; cancelled when it is no longer needed */
    CappedBody(int cap, CompletableFuture<Void> deadline) {
        this.cap = cap;
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        deadline.whenComplete((late, failure) -> {
            if (failure == null) {
                result.completeExceptionally(new HttpTimeoutException("the reply stopped in the middle"));
            } else if (!(failure instanceof CancellationException)) {
                // Without an alarm it might never end.
                result.completeExceptionally(new IOException("no alarm could be set for the end of the reply", failure));
            }
        });
        result.whenComplete((body, failure) -> {
            deadline.cancel(false);
            if (failure != null) {
                subscription.cancel();
            }
        });
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (bytes.size() + (long) buffer.remaining() > cap) {
                result.completeExceptionally(new ReplyTooLargeException(cap));
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(bytes.toByteArray());
    }
}
