package io.github.camelontraport.poll.deleted;

import io.github.camelontraport.api.ApiReply;
import io.github.camelontraport.api.ApiRequest;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.condition.Operator;
import io.github.camelontraport.api.page.IdPages;
import io.github.camelontraport.api.page.KeysetPages;
import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.api.page.Pages;
import io.github.camelontraport.api.page.RecordParser;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.poll.PollingClient;
import io.github.camelontraport.poll.checkpoint.IdSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Asks which records exist: by count and by id, never for more than their ids. */
final class IdInventory {

    static final int PAGE = PageRequest.MAX_PAGE_SIZE;

    /** Beyond it no number is an id. */
    private static final long HIGHEST = 999_999_999_999_999_999L;

    private final PollingClient client;
    private final ObjectType type;
    private final String path;

    IdInventory(PollingClient client, ObjectType type) {
        this.client = client;
        this.type = type;
        this.path = type.collectionPath();
    }

    /**
     * The result of one request.
     *
     * @param ids   the highest ids, at most a page, in descending order
     * @param count number of records; empty when the reply does not show it
     */
    record Head(List<Long> ids, OptionalLong count) {

        /** {@link IdSet#NONE} when there is no record. */
        long highest() {
            return ids.isEmpty() ? IdSet.NONE : ids.get(0);
        }

        /** No record that is missing here has an id above this one. */
        long lowest() {
            return ids.size() < PAGE ? IdSet.NONE : ids.get(ids.size() - 1);
        }
    }

    Head head() {
        ApiReply reply = read(
                path,
                Map.of(
                        "listFields",
                        type.idField(),
                        "sort",
                        type.idField(),
                        "sortDir",
                        "desc",
                        "start",
                        "0",
                        "range",
                        Integer.toString(PAGE),
                        "count",
                        "true"));
        List<Long> ids = ids(RecordParser.of(reply, path));
        if (ids.size() > PAGE) {
            throw RecordParser.unexpected(path, ids.size() + " rows where " + PAGE + " were asked for");
        }
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i) >= ids.get(i - 1)) {
                throw RecordParser.unexpected(
                        path, "id " + ids.get(i) + " after " + ids.get(i - 1) + "; it ignored the sort");
            }
        }
        if (reply.count().isEmpty() || !fits(reply.count().getAsLong(), ids.size())) {
            // A record came or went between the two, or the server counts something else: one more request shows it.
            return new Head(ids, OptionalLong.empty());
        }
        Head head = new Head(ids, reply.count());
        // A page more, for records that were created meanwhile.
        check(path, reply.count().getAsLong(), IdSet.NONE, head.highest(), head.highest() + PAGE);
        return head;
    }

    private static boolean fits(long count, int rows) {
        return rows < PAGE ? count == rows : count >= rows;
    }

    /**
     * Counts the records with an id above the one, up to the other.
     *
     * @param most the highest count that is possible
     */
    long count(long above, long upTo, long most) {
        if (upTo <= above) {
            return 0;
        }
        String info = path + "/getInfo";
        ApiReply reply = read(info, Map.of("condition", within(above, upTo).toJson()));
        long count = reply.count().orElseThrow(() -> RecordParser.unexpected(info, "no count"));
        check(info, count, above, upTo, most);
        return count;
    }

    private ApiReply read(String at, Map<String, String> parameters) {
        Map<String, String> query = new HashMap<>(parameters);
        query.putAll(type.parametersAt(at));
        return client.await(() -> client.api().call(ApiRequest.get(at, query), client.usage()));
    }

    private static void check(String path, long count, long above, long upTo, long most) {
        if (count > most) {
            throw RecordParser.unexpected(
                    path,
                    "a count of " + count + " records with an id above " + above + " up to " + upTo
                            + ", where there are " + most + " at most; it ignored the condition or the sort");
        }
    }

    private Condition within(long above, long upTo) {
        Condition end = Condition.of(type.idField(), Operator.AT_MOST, Long.toString(upTo));
        return above == IdSet.NONE
                ? end
                : Condition.of(type.idField(), Operator.GREATER, Long.toString(above))
                        .and(end);
    }

    /** The records with an id above the one, up to the other, {@link Long#MAX_VALUE} for all; {@link #next} reads them. */
    Pages pages(long above, long upTo) {
        Condition end =
                upTo == Long.MAX_VALUE ? null : Condition.of(type.idField(), Operator.AT_MOST, Long.toString(upTo));
        return KeysetPages.after(request(end), above);
    }

    /** The ids of the next page. */
    List<Long> next(Pages pages, long upTo) {
        List<Long> ids = ids(client.await(pages::next));
        if (!ids.isEmpty() && ids.get(ids.size() - 1) > upTo) {
            throw RecordParser.unexpected(
                    path,
                    "id " + ids.get(ids.size() - 1) + " where " + upTo + " was the highest asked for; "
                            + "it ignored the condition");
        }
        return ids;
    }

    /** The ids among these, at most a page of them, that exist. */
    List<Long> existing(List<Long> wanted) {
        return ids(client.await(() -> new IdPages(request(null), wanted, Map.of()).next()));
    }

    private PageRequest request(Condition condition) {
        return new PageRequest(
                client.api(), client.usage(), type, path, Map.of("listFields", type.idField()), condition, PAGE, 0);
    }

    private List<Long> ids(List<Map<String, Object>> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        for (Map<String, Object> row : rows) {
            OptionalLong id = RecordParser.id(row, type);
            if (id.isEmpty() || id.getAsLong() < 0 || id.getAsLong() > HIGHEST) {
                throw RecordParser.unexpected(path, "a row whose " + type.idField() + " is no id");
            }
            ids.add(id.getAsLong());
        }
        return ids;
    }
}
