package io.github.camelontraport;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.operation.record.RecordIterator;
import io.github.camelontraport.poll.RecordEvent;
import io.github.camelontraport.receiver.ReceivedEvent;
import io.github.camelontraport.value.ScalarReader;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Maps messages to operations and back, and record events of polls and webhooks to messages: which headers instruct, and
 * which report.
 */
final class MessageMapper {

    private static final List<String> REPORTS = List.of(
            OntraportConstants.OBJECT_TYPE,
            OntraportConstants.OBJECT_ID,
            OntraportConstants.CREATED,
            OntraportConstants.COUNT,
            OntraportConstants.ACKNOWLEDGEMENT,
            OntraportConstants.UNKNOWN_FIELDS,
            OntraportConstants.REQUESTS,
            OntraportConstants.RATE_LIMIT_REMAINING,
            OntraportConstants.HTTP_STATUS);

    /** Headers that select records: an operation that does not read such a header refuses it. */
    private static final Set<Parameter> RECORD_SELECTORS = EnumSet.of(
            Parameter.RECORD_ID,
            Parameter.IDS,
            Parameter.EMAIL,
            Parameter.UNIQUE_ID,
            Parameter.CONDITION,
            Parameter.SEARCH,
            Parameter.GROUP_ID);

    /** Headers that select some of the records: an operation that changes what a condition selects refuses them. */
    private static final Set<Parameter> RANGES = EnumSet.of(Parameter.START, Parameter.LIMIT);

    /** Without a value these must not leave it to option or body which records, tags or lists are meant. */
    private static final Set<Parameter> SELECTORS = EnumSet.copyOf(Stream.concat(
                    RECORD_SELECTORS.stream(),
                    Stream.of(Parameter.TAGS, Parameter.TAG_IDS, Parameter.SEQUENCES, Parameter.CAMPAIGNS))
            .toList());

    private MessageMapper() {}

    /** What an earlier step reported is not about this one. */
    static void forgetReports(Message message) {
        if (message.hasHeaders()) {
            REPORTS.forEach(message::removeHeader);
        }
    }

    /** The operation that the header, else the option, names. */
    static Operation operation(Message message, Optional<Operation> configured) {
        Object header = ScalarReader.unwrapped(message.getHeader(OntraportConstants.OPERATION));
        String name = header == null ? "" : ScalarReader.text(header, "Header " + OntraportConstants.OPERATION);
        if (!name.isBlank()) {
            return Operations.named(name);
        }
        return configured.orElseThrow(() -> new InvalidInputException(
                "No operation is given: set the option operation " + "or the header " + OntraportConstants.OPERATION));
    }

    /** The parameters that the row reads, with the options of the endpoint. The message stays as it is. */
    static ParameterValues parameters(Message message, Operation row, ParameterValues options, Supplier<Object> body) {
        if (!hasInstructions(message)) {
            refuseUnreadOptions(row, options);
            return options.with(Map.of(), Set.of(), body);
        }
        Map<Parameter, Object> headers = new EnumMap<>(Parameter.class);
        Set<Parameter> ignored = EnumSet.noneOf(Parameter.class);
        for (Parameter parameter : Parameter.all()) {
            if (!message.getHeaders().containsKey(parameter.header())) {
                continue;
            }
            boolean read = row.parameters().contains(parameter);
            Object value = ScalarReader.unwrapped(message.getHeader(parameter.header()));
            if (!read && RECORD_SELECTORS.contains(parameter)) {
                throw unread(parameter, row);
            }
            if (!read && RANGES.contains(parameter) && changesSelected(row)) {
                throw new InvalidInputException(
                        "Header " + parameter.header() + " selects some of the records, but operation "
                                + row.name()
                                + " changes all that are selected: remove the header, or read the ids with operation"
                                + " search first. Nothing was sent");
            }
            if (read && value != null) {
                headers.put(parameter, value);
            } else if (read && SELECTORS.contains(parameter)) {
                throw new InvalidInputException(
                        "Header " + parameter.header() + " is set but has no value: give it one, or "
                                + "remove it to leave it to the option or the body");
            } else {
                // Also a header without a value: it was set for a purpose.
                ignored.add(parameter);
            }
        }
        refuseUnreadOptions(row, options);
        return options.with(headers, ignored, body);
    }

    /** Whether any header may be one of the parameters, which most messages have none of. */
    private static boolean hasInstructions(Message message) {
        if (message.hasHeaders()) {
            for (String name : message.getHeaders().keySet()) {
                if (Parameter.mayBeHeader(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean changesSelected(Operation row) {
        return !row.onlyReads() && row.parameters().contains(Parameter.CONDITION);
    }

    /** An operation in a header may not read what the endpoint selects; it would take other records then. */
    private static void refuseUnreadOptions(Operation row, ParameterValues options) {
        for (Parameter option : options.optionsSet()) {
            if (RECORD_SELECTORS.contains(option) && !row.parameters().contains(option)) {
                throw new InvalidInputException("The option " + option.option() + " selects records, but operation "
                        + row.name() + " of the header does not read it. Nothing was sent");
            }
        }
    }

    /** Without it, the operation would take other records than the header selects. */
    private static InvalidInputException unread(Parameter selector, Operation row) {
        List<String> selecting = row.parameters().stream()
                .filter(RECORD_SELECTORS::contains)
                .map(Parameter::header)
                .toList();
        return new InvalidInputException("Header " + selector.header() + " selects records, but operation " + row.name()
                + " does not read it. "
                + (selecting.isEmpty() ? "It reads no such header" : "It reads " + String.join(", ", selecting))
                + (row.parameters().contains(Parameter.IDS) && !row.parameters().contains(Parameter.CONDITION)
                        ? ", and takes explicit ids only: read the ids first, with operation search. "
                        : "; remove the header. ")
                + "Nothing was sent");
    }

    /** Removes the headers that a successful operation has read, so that no later step takes them for its own. */
    static void removeRead(Message message, Operation row) {
        if (message.hasHeaders()) {
            message.removeHeader(OntraportConstants.OPERATION);
            for (Parameter parameter : row.parameters()) {
                message.removeHeader(parameter.header());
            }
        }
    }

    /** What the exchange used, also when it failed. */
    static void report(Exchange exchange, CallContext usage, String objectType) {
        Message message = exchange.getMessage();
        long waited = usage.rateLimitWait().toMillis();
        if (waited > 0) {
            exchange.setProperty(OntraportProducer.RATE_LIMIT_WAIT, waited);
        } else if (exchange.hasProperties()) {
            exchange.removeProperty(OntraportProducer.RATE_LIMIT_WAIT);
        }
        message.setHeader(OntraportConstants.REQUESTS, usage.requests());
        usage.remaining().ifPresent(left -> message.setHeader(OntraportConstants.RATE_LIMIT_REMAINING, left));
        usage.status().ifPresent(status -> message.setHeader(OntraportConstants.HTTP_STATUS, status));
        set(message, OntraportConstants.OBJECT_TYPE, objectType);
    }

    /** The invoice of a declined card is there, so that a route can go on with it. */
    static void reportDecline(Message message, Throwable translated) {
        if (translated instanceof OntraportDeclinedException declined && declined.getInvoiceId() != null) {
            message.setHeader(
                    OntraportConstants.OBJECT_ID, declined.getInvoiceId().toString());
        }
    }

    static void accept(Exchange exchange, OperationResult outcome, UnaryOperator<Throwable> failures) {
        Message message = exchange.getMessage();
        Object body =
                outcome.body() instanceof RecordIterator records ? new RecordStream(records, failures) : outcome.body();
        if (!outcome.keepsBody()) {
            message.setBody(body);
        }
        set(message, OntraportConstants.OBJECT_ID, outcome.objectId());
        set(message, OntraportConstants.CREATED, outcome.created());
        set(message, OntraportConstants.COUNT, outcome.count());
        set(message, OntraportConstants.ACKNOWLEDGEMENT, outcome.acknowledgement());
        if (!outcome.unknownFields().isEmpty()) {
            message.setHeader(OntraportConstants.UNKNOWN_FIELDS, outcome.unknownFields());
        }
        if (body instanceof RecordStream stream) {
            StreamCloser.attach(stream, exchange);
        }
    }

    /** Writes a polled record event: its body and its headers. */
    static void toMessage(RecordEvent polled, ObjectType type, OntraportEvent event, Message message) {
        message.setBody(polled.body());
        setEventHeaders(message, event, type, polled.id(), polled.tagId(), polled.deliveryKey(), polled.time());
    }

    /** Writes the headers of a webhook's record event. */
    static void toMessage(ReceivedEvent received, OntraportEvent event, Message message) {
        setEventHeaders(
                message,
                event,
                received.type(),
                received.recordId(),
                OptionalLong.of(received.subject()),
                received.deliveryKey(),
                received.time());
        received.webhookId().ifPresent(id -> message.setHeader(OntraportConstants.WEBHOOK_ID, Long.toString(id)));
    }

    private static void setEventHeaders(
            Message message,
            OntraportEvent event,
            ObjectType type,
            long recordId,
            OptionalLong subject,
            String deliveryKey,
            Optional<Instant> time) {
        message.setHeader(OntraportConstants.OBJECT_TYPE, type.plural());
        message.setHeader(OntraportConstants.OBJECT_ID, Long.toString(recordId));
        message.setHeader(OntraportConstants.EVENT, event.name());
        message.setHeader(OntraportConstants.DELIVERY_KEY, deliveryKey);
        time.ifPresent(at -> message.setHeader(OntraportConstants.EVENT_TIME, at));
        subject.ifPresent(
                id -> event.subjectHeader().ifPresent(header -> message.setHeader(header, Long.toString(id))));
    }

    private static void set(Message message, String header, Object value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
