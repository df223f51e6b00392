package io.github.camelontraport.operation;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.OffsetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Pages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads many records, as a list or as a stream. */
final class Searches {

    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);

    private Searches() {
    }

    static CompletionStage<Outcome> search(Task task) {
        Map<String, String> parameters = Selection.filters(task);
        parameters.putAll(Selection.columns(task));
        if (!task.inputs().has(Input.IDS)) {
            return read(task, pages(task, request(task, "/objects", parameters)));
        }
        List<Long> ids = task.idsIn(task.inputs().value(Input.IDS).orElseThrow());
        if (task.inputs().number(Input.START).orElse(0L) > 0
                || task.inputs().has(Input.SORT) && ids.size() > PageRequest.MAX_PAGE_SIZE) {
            throw new InvalidInputException("With ids, start is not possible, and sort only for up to "
                    + PageRequest.MAX_PAGE_SIZE + " ids; " + ids.size() + " were given");
        }
        return read(task, new IdPages(request(task, "/objects", parameters), ids, Selection.order(task)));
    }

    static CompletionStage<Outcome> listByTag(Task task) {
        Input selector = task.inputs().oneOf(Input.TAGS, Input.TAG_IDS)
                .orElseThrow(() -> new InvalidInputException("Operation listByTag needs tags (one name) or tagIds"));
        List<String> tags = task.inputs().list(selector);
        if (tags.size() != 1) {
            throw new InvalidInputException("Operation listByTag takes one tag, but " + selector.option() + " has "
                    + tags.size() + "; a name with a comma is given as a list in header " + selector.header());
        }
        Map<String, String> parameters = Selection.filters(task);
        parameters.putAll(Selection.columns(task));
        if (selector == Input.TAGS) {
            parameters.put("tag_name", tags.get(0));
        } else {
            parameters.put("tag_id", InputForms.id(tags.get(0), "tagIds").toString());
        }
        return read(task, pages(task, request(task, "/objects/tag", parameters)));
    }

    private static PageRequest request(Task task, String path, Map<String, String> parameters) {
        return new PageRequest(task.client(), task.usage(), task.type(), path, parameters,
                task.inputs().condition().orElse(null), task.inputs().fixed().pageSize(),
                task.inputs().number(Input.LIMIT).orElse(0L));
    }

    private static Pages pages(Task task, PageRequest request) {
        String sort = task.inputs().text(Input.SORT).orElse(task.type().idField());
        long start = task.inputs().number(Input.START).orElse(0L);
        if (sort.equals(task.type().idField()) && start == 0) {
            return new KeysetPages(request, task.inputs().text(Input.SORT_DIR).filter("desc"::equals).isPresent());
        }
        if (task.inputs().fixed().streaming()) {
            LOG.info("Records of {} are streamed by offset, because of sort or start: those that move while they are "
                    + "read may be missed or come twice. Without sort and start they are read safely, by id.",
                    task.type().plural());
        }
        Map<String, String> order = Selection.order(task);
        order.putIfAbsent("sort", sort);
        return new OffsetPages(request, order, start);
    }

    private static CompletionStage<Outcome> read(Task task, Pages pages) {
        if (task.inputs().fixed().streaming()) {
            return RecordIterator.open(pages).thenApply(Outcome::of);
        }
        return PageLoop.collect(pages).thenApply(rows -> {
            List<Map<String, Object>> records = Records.distinct(rows, task.type());
            return Outcome.counted(records, (long) records.size());
        });
    }
}
