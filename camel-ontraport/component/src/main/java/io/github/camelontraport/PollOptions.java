package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.condition.Condition;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.MappedParameters;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.option.OptionRange;
import io.github.camelontraport.poll.InitialPosition;
import io.github.camelontraport.poll.PollEvent;
import io.github.camelontraport.poll.PollSpec;
import io.github.camelontraport.poll.Projection;
import io.github.camelontraport.poll.RecordFilter;
import io.github.camelontraport.value.mapper.RecordFormat;
import io.github.camelontraport.value.mapper.RecordMapper;
import io.github.camelontraport.value.name.IdOrName;
import io.github.camelontraport.value.name.NameLookup;
import io.github.camelontraport.value.name.NamedKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Reads what an endpoint in {@code from} polls for, and refuses contradictory options. */
final class PollOptions {

    /** Options that name fields. */
    private static final Set<Parameter> FIELDS = Set.of(Parameter.CONDITION, Parameter.LIST_FIELDS);

    private final EndpointContext endpoint;
    private final OntraportPollConfiguration configuration;
    private final EndpointOptions options;
    private final ParameterValues inputs;
    private final PollEvent event;

    private PollOptions(PollOptions unmapped, ParameterValues inputs) {
        this.endpoint = unmapped.endpoint;
        this.configuration = unmapped.configuration;
        this.options = unmapped.options;
        this.event = unmapped.event;
        this.inputs = inputs;
    }

    private PollOptions(EndpointContext endpoint) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getPollConfiguration();
        this.options = new EndpointOptions(endpoint);
        this.inputs = options.values();
        this.event = configuration
                .getEvent()
                .polled()
                .orElseThrow(() -> new InvalidInputException("Option event: "
                        + configuration.getEvent()
                        + " shows in no poll; Ontraport reports it by webhooks: from(\"webhook:ontraport:"
                        + endpoint.getObjectType() + "?event=" + configuration.getEvent() + "&webhookPath=...\")"));
    }

    /** The options of an endpoint that polls; refuses what can be known to be wrong without the account. */
    static PollOptions checked(EndpointContext endpoint) {
        PollOptions options = new PollOptions(endpoint);
        options.check();
        return options;
    }

    private void check() {
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
        checkStateKey();
    }

    private void refuseProducerOptions() {
        Set<String> others = options.producer();
        if (others.contains(Parameter.TAGS.option()) || others.contains(Parameter.TAG_IDS.option())) {
            throw new InvalidInputException(
                    "Options tags and tagIds are for to; in from one tag is watched: set tag or tagId");
        }
        if (!others.isEmpty()) {
            throw new InvalidInputException("Options " + others
                    + " have no meaning in from, where records are watched and not asked for; leave them out");
        }
    }

    private void refuseWebhookOptions() {
        Set<String> others = options.webhook();
        if (!others.isEmpty()) {
            throw new InvalidInputException(
                    "Options " + others + " are for webhooks and have no meaning in a poll; leave them out, "
                            + "or listen: from(\"webhook:ontraport:" + endpoint.getObjectType() + "?...\")");
        }
    }

    private void checkTag() {
        boolean name = isSet(configuration.getTag());
        boolean id = configuration.getTagId() != null;
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
            OptionRange.atLeast(1, "tagId", configuration.getTagId());
        }
    }

    private void checkDeletedOnly() {
        boolean sweeps = endpoint.getCommonConfiguration().getMaxDeleted() != null
                || configuration.getSweepInterval() != new OntraportPollConfiguration().getSweepInterval();
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
        boolean hasTimes = event != PollEvent.CREATED
                || endpoint.knownType().map(type -> type.createdField() != null).orElse(true);
        if (start.kind() == InitialPosition.Kind.INSTANT && !hasTimes) {
            throw new InvalidInputException(
                    "Option startFrom: '" + configuration.getStartFrom() + "' cannot be found, as "
                            + endpoint.getObjectType() + " have no time of creation; use now or beginning");
        }
    }

    private void checkTimes() {
        OptionRange.duration(0, "settleTime", configuration.getSettleTime());
        OptionRange.duration(1, "sweepInterval", configuration.getSweepInterval());
        if (endpoint.getCommonConfiguration().getMaxDeleted() != null) {
            OptionRange.atLeast(
                    0, "maxDeleted", endpoint.getCommonConfiguration().getMaxDeleted());
        }
    }

    /** Large parts of a state lie under its key and further text, which must not be the key of another state. */
    private void checkStateKey() {
        String key = configuration.getStateKey();
        if (key != null && key.contains("#")) {
            throw new InvalidInputException(
                    "Option stateKey: '" + key
                            + "' has a #, which separates a key from the names of the parts of its state; use another character");
        }
    }

    private RecordFilter filter() {
        Condition condition = inputs.condition().orElse(null);
        Map<String, String> parameters = new LinkedHashMap<>();
        inputs.text(Parameter.SEARCH).ifPresent(search -> parameters.put("search", search));
        if (inputs.flag(Parameter.SEARCH_NOTES)) {
            parameters.put("searchNotes", "true");
        }
        group().ifPresent(group -> parameters.put("group_id", group.toString()));
        return new RecordFilter(condition, parameters);
    }

    /** The group as the option gives it. */
    private Optional<IdOrName> group() {
        return inputs.references(Parameter.GROUP_ID).stream().findFirst();
    }

    /** The look-up that a poll makes first; empty when the options give ids only. */
    Optional<NameLookup> groupLookup(ObjectType type) {
        return group().filter(IdOrName::isName)
                .map(group -> NameLookup.one(NamedKind.GROUP, group, type, inputs.source(Parameter.GROUP_ID)));
    }

    private InitialPosition startFrom() {
        return InitialPosition.parse(configuration.getStartFrom());
    }

    private Optional<PollSpec.Tag> tag() {
        OptionalLong id =
                configuration.getTagId() == null ? OptionalLong.empty() : OptionalLong.of(configuration.getTagId());
        return event == PollEvent.TAGGED ? Optional.of(new PollSpec.Tag(configuration.getTag(), id)) : Optional.empty();
    }

    /** The form of the records that are delivered. */
    RecordFormat format() {
        return options.format();
    }

    /** Whether options name fields or values that only the account's metadata explains. */
    boolean needMetadata() {
        return MappedParameters.isNeeded(inputs, FIELDS, format());
    }

    /** The options with the API's keys and operands in place of those that the user wrote. */
    CompletionStage<PollOptions> mapped(RecordMapper mapper) {
        return MappedParameters.of(inputs, FIELDS, mapper)
                .thenApply(mapped -> mapped == inputs ? this : new PollOptions(this, mapped));
    }

    /** Whether these options and the others select and read the same. */
    boolean watchesSame(PollOptions other) {
        return listFields().equals(other.listFields()) && filterText().equals(other.filterText());
    }

    List<String> listFields() {
        return inputs.list(Parameter.LIST_FIELDS);
    }

    /** Describes the selection of records; different selections have different texts. */
    String filterText() {
        return filter().text() + tag().map(PollSpec.Tag::toString).orElse("");
    }

    PollEvent event() {
        return event;
    }

    /**
     * What a poller does.
     *
     * @param groupId empty unless the option groupId gives a name
     * @throws InvalidInputException when the type cannot have the event, which for some only the account knows
     */
    PollSpec spec(ObjectType type, OptionalLong groupId) {
        event.check(type);
        RecordFilter filter = filter();
        if (groupId.isPresent()) {
            filter = filter.with("group_id", Long.toString(groupId.getAsLong()));
        }
        OptionalLong maxDeleted = endpoint.getCommonConfiguration().getMaxDeleted() == null
                ? OptionalLong.empty()
                : OptionalLong.of(endpoint.getCommonConfiguration().getMaxDeleted());
        return new PollSpec(
                type,
                filter,
                new Projection(inputs.list(Parameter.LIST_FIELDS), inputs.list(Parameter.EXTERNS)),
                endpoint.getCommonConfiguration().getPageSize(),
                startFrom(),
                tag(),
                Duration.ofMillis(configuration.getSettleTime()),
                Duration.ofMillis(configuration.getSweepInterval()),
                maxDeleted);
    }

    private static boolean isSet(String text) {
        return text != null && !text.isBlank();
    }

    /** Refuses a threshold that would hide errors from health checks and do nothing else. */
    static void checkBackoff(ScheduledPollEndpoint endpoint) {
        if (endpoint.getBackoffErrorThreshold() > 0 && endpoint.getBackoffMultiplier() <= 0) {
            throw new InvalidInputException(
                    "Option backoffErrorThreshold does nothing but hide errors from health checks without "
                            + "backoffMultiplier; set both");
        }
    }
}
