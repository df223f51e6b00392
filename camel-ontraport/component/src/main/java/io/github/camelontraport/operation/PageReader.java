package io.github.camelontraport.operation;

import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.page.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads all pages, one after the other, without holding a thread. */
public final class PageReader {

    private final Pages pages;
    private final List<Map<String, Object>> records = new ArrayList<>();
    private final CompletableFuture<List<Map<String, Object>>> result = new CompletableFuture<>();

    private PageReader(Pages pages) {
        this.pages = pages;
    }

    public static CompletionStage<List<Map<String, Object>>> collect(Pages pages) {
        PageReader reader = new PageReader(pages);
        reader.next();
        return reader.result;
    }

    private void next() {
        if (!pages.hasNext()) {
            result.complete(records);
            return;
        }
        Futures.onEnd(Futures.guarded(pages::next), (page, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                records.addAll(page);
                next();
            }
        });
    }
}
