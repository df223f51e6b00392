package io.github.camelontraport.operation.record;

import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.ReadQuery;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Pages whose records have the form of the endpoint. */
final class MappedPages implements Pages {

    private final OperationContext context;
    private final Pages pages;

    MappedPages(OperationContext context, Pages pages) {
        this.context = context;
        this.pages = pages;
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> next() {
        return pages.next().thenCompose(records -> {
            ReadQuery.checkColumns(context, records);
            return context.mapper().read(records);
        });
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }
}
