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
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

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
            OntraportConstants.REQUESTS,
            OntraportConstants.RATE_LIMIT_REMAINING,
            OntraportConstants.HTTP_STATUS);

    /** Without a value these must not leave it to option or body which records, tags or lists are meant. */
    private static final Set<Parameter> SELECTORS = Set.of(
            Parameter.RECORD_ID,
            Parameter.IDS,
            Parameter.UNIQUE_ID,
            Parameter.EMAIL,
            Parameter.CONDITION,
            Parameter.SEARCH,
            Parameter.GROUP_ID,
            Parameter.TAGS,
            Parameter.TAG_IDS,
            Parameter.SEQUENCES,
            Parameter.CAMPAIGNS);

    private MessageMapper() {}

    /** What an earlier step reported is not about this one. */
    static void forgetReports(Message message) {
        REPORTS.forEach(message::removeHeader);
    }

    /** The operation that the header, else the option, names. The header is used up. */
    static Operation operation(Message message, Optional<Operation> configured) {
        Object header = message.removeHeader(OntraportConstants.OPERATION);
        if (header != null && !header.toString().isBlank()) {
            return Operations.named(header.toString());
        }
        return configured.orElseThrow(() -> new InvalidInputException(
                "No operation is given: set the option operation " + "or the header " + OntraportConstants.OPERATION));
    }

    /** What the row reads; its headers are used up, so that no later step takes them for its own. */
    static ParameterValues inputs(Message message, Operation row, ParameterValues options) {
        Map<Parameter, Object> headers = new EnumMap<>(Parameter.class);
        Set<Parameter> leftAlone = EnumSet.noneOf(Parameter.class);
        for (Parameter input : Parameter.values()) {
            if (!message.getHeaders().containsKey(input.header())) {
                continue;
            }
            Object value = row.parameters().contains(input) ? message.removeHeader(input.header()) : null;
            if (value != null) {
                headers.put(input, value);
            } else if (row.parameters().contains(input) && SELECTORS.contains(input)) {
                throw new InvalidInputException(
                        "Header " + input.header() + " is set but has no value: give it one, or "
                                + "remove it to leave it to the option or the body");
            } else {
                // Also what is there without a value: whoever set it meant something by it.
                leftAlone.add(input);
            }
        }
        return options.with(headers, leftAlone, body(message));
    }

    /** The body as it is; what can be read once only as text, so that the steps behind can read it again. */
    private static Object body(Message message) {
        Object body = message.getBody();
        if (body instanceof WrappedFile || body instanceof StreamCache) {
            String text = message.getBody(String.class);
            MessageHelper.resetStreamCache(message);
            // A file without content holds nothing; without a body at all there would be nothing that could.
            return text == null ? "" : text;
        }
        return body;
    }

    /** What the exchange used, also when it failed. */
    static void report(Message message, CallContext usage, String objectType) {
        message.setHeader(OntraportConstants.REQUESTS, usage.requests());
        usage.remaining().ifPresent(left -> message.setHeader(OntraportConstants.RATE_LIMIT_REMAINING, left));
        usage.status().ifPresent(status -> message.setHeader(OntraportConstants.HTTP_STATUS, status));
        set(message, OntraportConstants.OBJECT_TYPE, objectType);
    }

    /** The invoice of a declined card is there, so that a route can go on with it. */
    static void reportDecline(Message message, Throwable told) {
        if (told instanceof OntraportDeclinedException declined && declined.getInvoiceId() != null) {
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
        if (body instanceof RecordStream stream) {
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {

                @Override
                public void onDone(Exchange done) {
                    IOHelper.close(stream);
                }
            });
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
