package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Input;
import io.github.camelontraport.operation.Inputs;
import io.github.camelontraport.poll.Columns;
import io.github.camelontraport.poll.Filter;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.StartFrom;
import io.github.camelontraport.poll.Watch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what an endpoint in {@code from} is to watch, and refuses what contradicts itself. */
final class ConsumerOptions {

    /** What selects the records that are read, and what of them. */
    static final Set<Input> READ =
            Set.of(Input.CONDITION, Input.SEARCH, Input.SEARCH_NOTES, Input.GROUP_ID, Input.LIST_FIELDS, Input.EXTERNS);

    private final OntraportEndpoint endpoint;
    private final Inputs inputs;
    private final PollEvent event;

    ConsumerOptions(OntraportEndpoint endpoint) {
        this.endpoint = endpoint;
        this.inputs = new Inputs(Map.of(), endpoint.options(), Set.of(), null, endpoint.fixed());
        this.event = endpoint.getEvent().polled().orElseThrow(() -> new InvalidInputException("Option event: "
                + endpoint.getEvent() + " shows in no poll; Ontraport tells it by webhooks: from(\"webhook:ontraport:"
                + endpoint.getObjectType() + "?event=" + endpoint.getEvent() + "&webhookPath=...\")"));
    }

    /** Refuses what can be known to be wrong without the account. */
    void check() {
        if (endpoint.isRaw()) {
            throw new InvalidInputException("ontraport:raw makes calls only, in to; name an object type to watch in from");
        }
        refuseProducerOptions();
        refuseWebhookOptions();
        endpoint.knownType().ifPresent(event::check);
        checkTag();
        checkDeletedOnly();
        checkFilter();
        checkStart();
        checkTimes();
    }

    private void refuseProducerOptions() {
        Set<String> others = inputs.optionsSet().stream().filter(input -> !READ.contains(input)
                && input != Input.TAGS && input != Input.TAG_IDS).map(Input::option).collect(Collectors.toCollection(TreeSet::new));
        if (inputs.optionsSet().contains(Input.TAGS) || inputs.optionsSet().contains(Input.TAG_IDS)) {
            throw new InvalidInputException("Options tags and tagIds are for to; in from one tag is watched: set tag or tagId");
        }
        others.addAll(ProducerFlag.setOn(endpoint));
        if (!others.isEmpty()) {
            throw new InvalidInputException("Options " + others + " have no meaning in from, where records are watched and not "
                    + "asked for; leave them out");
        }
    }

    private void refuseWebhookOptions() {
        List<String> others = WebhookOption.setOn(endpoint);
        if (!others.isEmpty()) {
            throw new InvalidInputException("Options " + others + " are for webhooks and have no meaning in a poll; leave them out, "
                    + "or listen: from(\"webhook:ontraport:" + endpoint.getObjectType() + "?...\")");
        }
    }

    private void checkTag() {
        boolean name = isSet(endpoint.getTag());
        boolean id = endpoint.getTagId() != null;
        if (event == PollEvent.TAGGED && name == id) {
            throw new InvalidInputException("Option event: tagged needs the tag to watch, one of tag (its name) and tagId; "
                    + (name ? "both are set" : "none is set"));
        }
        if (event != PollEvent.TAGGED && (name || id)) {
            throw new InvalidInputException("Option " + (name ? "tag" : "tagId") + " goes with event=tagged only, not with event="
                    + event.option());
        }
        if (id) {
            Bounds.atLeast(1, "tagId", endpoint.getTagId());
        }
    }

    private void checkDeletedOnly() {
        boolean sweeps = endpoint.getMaxDeleted() != null
                || endpoint.getSweepInterval() != OntraportEndpoint.DEFAULT_SWEEP_INTERVAL_MILLIS;
        if (event != PollEvent.DELETED && sweeps) {
            throw new InvalidInputException("Options maxDeleted and sweepInterval go with event=deleted only, not with event="
                    + event.option());
        }
        boolean fields = inputs.optionsSet().contains(Input.LIST_FIELDS) || inputs.optionsSet().contains(Input.EXTERNS);
        if (event == PollEvent.DELETED && fields) {
            throw new InvalidInputException("Options listFields and externs do not go with event=deleted: of a record that is gone "
                    + "nothing is known but its id");
        }
    }

    private void checkFilter() {
        Filter filter = filter();
        if (filter.condition() != null && filter.condition().hasOr()) {
            throw new InvalidInputException("Option condition: OR cannot be watched, as the API does not say how it mixes with "
                    + "the bounds of a poll. Use IN for several values of one field, a group (groupId), or two routes");
        }
        if (event == PollEvent.DELETED && !filter.isEmpty()) {
            throw new InvalidInputException("Options condition, search and groupId do not go with event=deleted: of a record that "
                    + "is gone nothing is known but its id");
        }
    }

    private void checkStart() {
        StartFrom start = startFrom();
        if (event == PollEvent.DELETED && start.kind() != StartFrom.Kind.NOW) {
            throw new InvalidInputException("Option startFrom: with event=deleted it can only be now, as the API keeps no trace "
                    + "of what was deleted before");
        }
        boolean tellsTimes = event != PollEvent.CREATED
                || endpoint.knownType().map(type -> type.createdField() != null).orElse(true);
        if (start.kind() == StartFrom.Kind.INSTANT && !tellsTimes) {
            throw new InvalidInputException("Option startFrom: '" + endpoint.getStartFrom() + "' cannot be found, as "
                    + endpoint.getObjectType() + " do not tell when they were created; use now or beginning");
        }
    }

    private void checkTimes() {
        Bounds.atLeast(0, "settleTime", endpoint.getSettleTime());
        Bounds.atLeast(1, "sweepInterval", endpoint.getSweepInterval());
        if (endpoint.getMaxDeleted() != null) {
            Bounds.atLeast(0, "maxDeleted", endpoint.getMaxDeleted());
        }
        if (endpoint.getBackoffErrorThreshold() > 0 && endpoint.getBackoffMultiplier() <= 0) {
            throw new InvalidInputException("Option backoffErrorThreshold does nothing but hide errors from health checks without "
                    + "backoffMultiplier; set both");
        }
    }

    private Filter filter() {
        Condition condition = inputs.condition().orElse(null);
        Map<String, String> parameters = new LinkedHashMap<>();
        inputs.text(Input.SEARCH).ifPresent(search -> parameters.put("search", search));
        if (inputs.flag(Input.SEARCH_NOTES)) {
            parameters.put("searchNotes", "true");
        }
        inputs.number(Input.GROUP_ID).ifPresent(group -> parameters.put("group_id", group.toString()));
        return new Filter(condition, parameters);
    }

    private StartFrom startFrom() {
        return StartFrom.parse(endpoint.getStartFrom());
    }

    private Optional<Watch.Tag> tag() {
        OptionalLong id = endpoint.getTagId() == null ? OptionalLong.empty() : OptionalLong.of(endpoint.getTagId());
        return event == PollEvent.TAGGED ? Optional.of(new Watch.Tag(endpoint.getTag(), id)) : Optional.empty();
    }

    /** What selects the records, in words that differ where the selection does. */
    String filterText() {
        return filter().text() + tag().map(Watch.Tag::toString).orElse("");
    }

    PollEvent event() {
        return event;
    }

    /** @throws InvalidInputException when the type cannot have the event, which for some only the account knows */
    Watch watch(ObjectType type) {
        event.check(type);
        OptionalLong maxDeleted = endpoint.getMaxDeleted() == null
                ? OptionalLong.empty() : OptionalLong.of(endpoint.getMaxDeleted());
        return new Watch(type, filter(), new Columns(inputs.list(Input.LIST_FIELDS), inputs.list(Input.EXTERNS)),
                endpoint.getPageSize(), startFrom(), tag(), Duration.ofMillis(endpoint.getSettleTime()),
                Duration.ofMillis(endpoint.getSweepInterval()), maxDeleted);
    }

    private static boolean isSet(String text) {
        return text != null && !text.isBlank();
    }
}
