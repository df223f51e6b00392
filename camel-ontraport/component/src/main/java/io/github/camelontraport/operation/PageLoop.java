package io.github.camelontraport.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelontraport.api.Stages;
import io.github.camelontraport.api.page.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads all pages, one after the other, without holding a thread. */
final class PageLoop {

    private final Pages pages;
    private final List<JsonNode> rows = new ArrayList<>();
    private final CompletableFuture<List<JsonNode>> result = new CompletableFuture<>();

    private PageLoop(Pages pages) {
        this.pages = pages;
    }

    static CompletionStage<List<JsonNode>> collect(Pages pages) {
        PageLoop loop = new PageLoop(pages);
        loop.next();
        return loop.result;
    }

    private void next() {
        if (!pages.hasNext()) {
            result.complete(rows);
            return;
        }
        Stages.guarded(pages::next).whenComplete((page, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                rows.addAll(page);
                next();
            }
        });
    }
}
