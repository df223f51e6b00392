package io.github.camelontraport.operation.message;

import static io.github.camelontraport.operation.message.MessageType.E_MAIL;
import static io.github.camelontraport.operation.message.MessageType.SMS;
import static io.github.camelontraport.operation.message.MessageType.TASK;
import static io.github.camelontraport.operation.message.MessageType.TEMPLATE;

import io.github.camelontraport.operation.argument.ArgumentType;
import io.github.camelontraport.operation.argument.ArgumentTypes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field of Ontraport messages.
 *
 * @param name    as in the body
 * @param argumentType what it may be
 * @param types   the types of message that have it
 * @param meaning for the documentation
 */
public record MessageParameter(String name, ArgumentType argumentType, Set<MessageType> types, String meaning) {

    private static final Set<MessageType> EVERY = EnumSet.allOf(MessageType.class);
    private static final Set<MessageType> E_MAILS = EnumSet.of(E_MAIL, TEMPLATE);
    private static final Set<MessageType> SENT = EnumSet.of(E_MAIL, TEMPLATE, SMS);

    private static final List<MessageParameter> TABLE = List.of(
            of("alias", ArgumentTypes.TEXT, EVERY, "internal name"),
            of("name", ArgumentTypes.TEXT, EVERY, "the same, sent as `alias`"),
            of("object_type_id", ArgumentTypes.TYPE, EVERY, "type of the records it is for, contacts if not given"),
            of("objectID", ArgumentTypes.TYPE, EVERY, "the same"),
            of("owner", ArgumentTypes.ID, EVERY, "user who owns the message"),
            of("from", ArgumentTypes.SENDER, EVERY, "who sends it"),
            of("send_out_name", ArgumentTypes.TEXT, E_MAILS, "name of the sender, with `from` custom"),
            of("reply_to_email", ArgumentTypes.ADDRESS, E_MAILS, "where replies go, with `from` custom"),
            of("send_from", ArgumentTypes.ADDRESS, E_MAILS, "validated address it is sent from"),
            of("send_to", ArgumentTypes.FIELD, SENT, "field with the address or number, also of a related record"),
            of("subject", ArgumentTypes.TEXT, EnumSet.of(E_MAIL, TEMPLATE, TASK), "subject"),
            of("email_title", ArgumentTypes.TEXT, E_MAILS, "title"),
            of("message_body", ArgumentTypes.TEXT, EnumSet.of(E_MAIL, SMS), "HTML"),
            of("plaintext", ArgumentTypes.TEXT, SENT, "plain text; of an SMS its content"),
            of("resource", ArgumentTypes.TEXT, EnumSet.of(TEMPLATE), "content: JSON as text, or a map"),
            of("transactional_email", ArgumentTypes.FLAG, E_MAILS, "whether it is a transactional e-mail"),
            of("utm_tracking", ArgumentTypes.FLAG, SENT, "whether UTM values are tracked"),
            of("word_wrap_checkbox", ArgumentTypes.FLAG, E_MAILS, "whether lines are wrapped"),
            of("attach_ics", ArgumentTypes.FLAG, E_MAILS, "whether a calendar file is attached"),
            of("task_data", ArgumentTypes.TEXT, EnumSet.of(TASK), "data of the task: text, or a map"),
            of("due_date", ArgumentTypes.DAYS, EnumSet.of(TASK), "days until it is due"),
            of("task_owner", ArgumentTypes.OWNER_OR_USER, EnumSet.of(TASK), "who gets the task"),
            of("task_form", ArgumentTypes.ID, EnumSet.of(TASK), "form of the task"));

    /** Further fields of a message that was read; sending them back changes nothing. */
    static final Set<String> READ_ONLY = Set.of(
            "id",
            "last_save",
            "last_auto",
            "autosave",
            "date",
            "dlm",
            "mcsent",
            "mcopened",
            "mcclicked",
            "mcnotopened",
            "mcnotclicked",
            "mcabuse",
            "mcunsub",
            "spam_score",
            "json_data",
            "email_header_data",
            "site_id",
            "is_published",
            "date_last_published",
            "tags");

    public MessageParameter {
        types = Collections.unmodifiableSet(types);
    }

    /** All of them, in the order of the documentation. */
    public static List<MessageParameter> all() {
        return TABLE;
    }

    static Optional<MessageParameter> named(String name) {
        return TABLE.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
    }

    private static MessageParameter of(String name, ArgumentType argumentType, Set<MessageType> types, String meaning) {
        return new MessageParameter(name, argumentType, types, meaning);
    }
}
