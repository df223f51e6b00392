package io.github.camelontraport.api.page;

import io.github.camelontraport.api.async.AsyncLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads all pages, one after the other, without holding a thread. */
public final class PageReader {

    private PageReader() {}

    public static CompletionStage<List<Map<String, Object>>> collect(Pages pages) {
        List<Map<String, Object>> records = new ArrayList<>();
        return AsyncLoop.run(pages::hasNext, () -> pages.next().thenAccept(records::addAll))
                .thenApply(unused -> records);
    }
}
