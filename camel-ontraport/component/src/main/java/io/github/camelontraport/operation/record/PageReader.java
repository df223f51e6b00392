package io.github.camelontraport.operation.record;

import java.util.Map;
import io.github.camelontraport.api.Futures;
import io.github.camelontraport.api.page.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads all pages, one after the other, without holding a thread. */
public final class PageReader {

    private final Pages pages;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final CompletableFuture<List<Map<String, Object>>> result = new CompletableFuture<>();

    private PageReader(Pages pages) {
        this.pages = pages;
    }

    public static CompletionStage<List<Map<String, Object>>> collect(Pages pages) {
        PageReader loop = new PageReader(pages);
        loop.next();
        return loop.result;
    }

    private void next() {
        if (!pages.hasNext()) {
            result.complete(rows);
            return;
        }
        Futures.guarded(pages::next).whenComplete((page, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                rows.addAll(page);
                next();
            }
        });
    }
}
