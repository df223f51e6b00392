package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.option.OptionRange;
import io.github.camelontraport.poll.InitialPosition;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.Projection;
import io.github.camelontraport.poll.RecordFilter;
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
    static final Set<Parameter> READ = Set.of(
            Parameter.CONDITION,
            Parameter.SEARCH,
            Parameter.SEARCH_NOTES,
            Parameter.GROUP_ID,
            Parameter.LIST_FIELDS,
            Parameter.EXTERNS);

    private final OntraportEndpoint endpoint;
    private final ParameterValues inputs;
    private final PollEvent event;

    ConsumerOptions(OntraportEndpoint endpoint) {
        this.endpoint = endpoint;
        this.inputs = new ParameterValues(Map.of(), endpoint.options(), Set.of(), null, endpoint.fixed());
        this.event = endpoint.getEvent()
                .polled()
                .orElseThrow(() -> new InvalidInputException("Option event: "
                        + endpoint.getEvent()
                        + " shows in no poll; Ontraport tells it by webhooks: from(\"webhook:ontraport:"
                        + endpoint.getObjectType() + "?event=" + endpoint.getEvent() + "&webhookPath=...\")"));
    }

    /** Refuses what can be known to be wrong without the account. */
    void check() {
        if (endpoint.isRaw()) {
            throw new InvalidInputException(
                    "ontraport:raw makes calls only, in to; name an object type to watch in from");
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
        Set<String> others = inputs.optionsSet().stream()
                .filter(input -> !READ.contains(input) && input != Parameter.TAGS && input != Parameter.TAG_IDS)
                .map(Parameter::option)
                .collect(Collectors.toCollection(TreeSet::new));
        if (inputs.optionsSet().contains(Parameter.TAGS) || inputs.optionsSet().contains(Parameter.TAG_IDS)) {
            throw new InvalidInputException(
                    "Options tags and tagIds are for to; in from one tag is watched: set tag or tagId");
        }
        others.addAll(ProducerFlag.setOn(endpoint));
        if (!others.isEmpty()) {
            throw new InvalidInputException("Options " + others
                    + " have no meaning in from, where records are watched and not " + "asked for; leave them out");
        }
    }

    private void refuseWebhookOptions() {
        List<String> others = WebhookOption.setOn(endpoint);
        if (!others.isEmpty()) {
            throw new InvalidInputException(
                    "Options " + others + " are for webhooks and have no meaning in a poll; leave them out, "
                            + "or listen: from(\"webhook:ontraport:" + endpoint.getObjectType() + "?...\")");
        }
    }

    private void checkTag() {
        boolean name = isSet(endpoint.getTag());
        boolean id = endpoint.getTagId() != null;
        if (event == PollEvent.TAGGED && name == id) {
            throw new InvalidInputException(
                    "Option event: tagged needs the tag to watch, one of tag (its name) and tagId; "
                            + (name ? "both are set" : "none is set"));
        }
        if (event != PollEvent.TAGGED && (name || id)) {
            throw new InvalidInputException("Option " + (name ? "tag" : "tagId")
                    + " goes with event=tagged only, not with event=" + event.option());
        }
        if (id) {
            OptionRange.atLeast(1, "tagId", endpoint.getTagId());
        }
    }

    private void checkDeletedOnly() {
        boolean sweeps = endpoint.getMaxDeleted() != null
                || endpoint.getSweepInterval() != OntraportEndpoint.DEFAULT_SWEEP_INTERVAL_MILLIS;
        if (event != PollEvent.DELETED && sweeps) {
            throw new InvalidInputException(
                    "Options maxDeleted and sweepInterval go with event=deleted only, not with event="
                            + event.option());
        }
        boolean fields = inputs.optionsSet().contains(Parameter.LIST_FIELDS)
                || inputs.optionsSet().contains(Parameter.EXTERNS);
        if (event == PollEvent.DELETED && fields) {
            throw new InvalidInputException(
                    "Options listFields and externs do not go with event=deleted: of a record that is gone "
                            + "nothing is known but its id");
        }
    }

    private void checkFilter() {
        RecordFilter filter = filter();
        if (filter.condition() != null && filter.condition().hasOr()) {
            throw new InvalidInputException(
                    "Option condition: OR cannot be watched, as the API does not say how it mixes with "
                            + "the bounds of a poll. Use IN for several values of one field, a group (groupId), or two routes");
        }
        if (event == PollEvent.DELETED && !filter.isEmpty()) {
            throw new InvalidInputException(
                    "Options condition, search and groupId do not go with event=deleted: of a record that "
                            + "is gone nothing is known but its id");
        }
    }

    private void checkStart() {
        InitialPosition start = startFrom();
        if (event == PollEvent.DELETED && start.kind() != InitialPosition.Kind.NOW) {
            throw new InvalidInputException(
                    "Option startFrom: with event=deleted it can only be now, as the API keeps no trace "
                            + "of what was deleted before");
        }
        boolean tellsTimes = event != PollEvent.CREATED
                || endpoint.knownType().map(type -> type.createdField() != null).orElse(true);
        if (start.kind() == InitialPosition.Kind.INSTANT && !tellsTimes) {
            throw new InvalidInputException("Option startFrom: '" + endpoint.getStartFrom() + "' cannot be found, as "
                    + endpoint.getObjectType() + " do not tell when they were created; use now or beginning");
        }
    }

    private void checkTimes() {
        OptionRange.atLeast(0, "settleTime", endpoint.getSettleTime());
        OptionRange.atLeast(1, "sweepInterval", endpoint.getSweepInterval());
        if (endpoint.getMaxDeleted() != null) {
            OptionRange.atLeast(0, "maxDeleted", endpoint.getMaxDeleted());
        }
        if (endpoint.getBackoffErrorThreshold() > 0 && endpoint.getBackoffMultiplier() <= 0) {
            throw new InvalidInputException(
                    "Option backoffErrorThreshold does nothing but hide errors from health checks without "
                            + "backoffMultiplier; set both");
        }
    }

    private RecordFilter filter() {
        Condition condition = inputs.condition().orElse(null);
        Map<String, String> parameters = new LinkedHashMap<>();
        inputs.text(Parameter.SEARCH).ifPresent(search -> parameters.put("search", search));
        if (inputs.flag(Parameter.SEARCH_NOTES)) {
            parameters.put("searchNotes", "true");
        }
        inputs.number(Parameter.GROUP_ID).ifPresent(group -> parameters.put("group_id", group.toString()));
        return new RecordFilter(condition, parameters);
    }

    private InitialPosition startFrom() {
        return InitialPosition.parse(endpoint.getStartFrom());
    }

    private Optional<PollSpec.Tag> tag() {
        OptionalLong id = endpoint.getTagId() == null ? OptionalLong.empty() : OptionalLong.of(endpoint.getTagId());
        return event == PollEvent.TAGGED ? Optional.of(new PollSpec.Tag(endpoint.getTag(), id)) : Optional.empty();
    }

    /** What selects the records, in words that differ where the selection does. */
    String filterText() {
        return filter().text() + tag().map(PollSpec.Tag::toString).orElse("");
    }

    PollEvent event() {
        return event;
    }

    /** @throws InvalidInputException when the type cannot have the event, which for some only the account knows */
    PollSpec watch(ObjectType type) {
        event.check(type);
        OptionalLong maxDeleted =
                endpoint.getMaxDeleted() == null ? OptionalLong.empty() : OptionalLong.of(endpoint.getMaxDeleted());
        return new PollSpec(
                type,
                filter(),
                new Projection(inputs.list(Parameter.LIST_FIELDS), inputs.list(Parameter.EXTERNS)),
                endpoint.getPageSize(),
                startFrom(),
                tag(),
                Duration.ofMillis(endpoint.getSettleTime()),
                Duration.ofMillis(endpoint.getSweepInterval()),
                maxDeleted);
    }

    private static boolean isSet(String text) {
        return text != null && !text.isBlank();
    }
}
