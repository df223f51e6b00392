package io.github.camelontraport.api.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads a collection page by page. Not thread-safe: request a page only after the previous one has come. */
public interface Pages {

    /** The rows of the next page; may be empty. */
    CompletionStage<List<Map<String, Object>>> next();

    /** Whether another page may have rows. */
    boolean hasNext();
}
