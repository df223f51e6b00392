package io.github.camelontraport.operation.argument;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of parameters. */
public final class ArgumentTypes {

    public static final ArgumentType TEXT = new ArgumentType("a text", List.of(), Optional::of);
    /** An empty one, too: it empties a field, or asks whether it is empty. */
    public static final ArgumentType ANY_TEXT = new ArgumentType("a text, or an empty one", List.of(), Optional::of);

    public static final ArgumentType ID = ArgumentType.matching("an id, a positive whole number", "[1-9][0-9]{0,18}");
    public static final ArgumentType WHOLE = ArgumentType.matching("a whole number of 0 or more", "[0-9]{1,18}");
    public static final ArgumentType AMOUNT = ArgumentType.matching("a number of 0 or more", "[0-9]+(\\.[0-9]+)?");
    public static final ArgumentType TYPE = ArgumentType.matching("a type id, such as 0 for contacts", "[0-9]{1,9}");
    public static final ArgumentType ADDRESS =
            ArgumentType.matching("an e-mail address or a merge field", "[^\\s@]+@[^\\s@]+|.*\\[.+].*");

    /** Of the record, or of one it is related to, as in {@code owner//email}. */
    public static final ArgumentType FIELD =
            ArgumentType.matching("a field, by its name or number", "[A-Za-z0-9_]+(//[A-Za-z0-9_]+)*");

    public static final ArgumentType FLAG =
            new EnumCodes().code("1", "true", "yes").code("0", "false", "no").form();
    public static final ArgumentType OWNER_OR_USER =
            new EnumCodes().code("owner", "owner").form().or(ID);
    public static final ArgumentType TASK_TYPE = ArgumentType.matching("task, 0 or -1", "task|0|-1");
    public static final ArgumentType DAYS = ArgumentType.matching("a number of days", "[0-9]{1,5}");
    public static final ArgumentType SENDER = new EnumCodes()
            .code("owner", "owner")
            .code("custom", "custom")
            .form()
            .or(ID);

    public static final ArgumentType BEFORE_AFTER =
            new EnumCodes().code("0", "before").code("1", "after").form();
    public static final ArgumentType OUTCOME = new EnumCodes()
            .code("0", "success", "successful")
            .code("1", "failure", "failed")
            .form();
    public static final ArgumentType ADD_REMOVE = new EnumCodes()
            .code("0", "add", "added")
            .code("1", "remove", "removed")
            .form();
    public static final ArgumentType RESUMED_PAUSED = new EnumCodes()
            .code("0", "resumed", "resume", "unpaused", "unpause", "active")
            .code("1", "paused", "pause")
            .form();
    public static final ArgumentType UNPAUSE_PAUSE = new EnumCodes()
            .code("0", "unpause", "unpaused", "resume", "resumed")
            .code("1", "pause", "paused")
            .form();
    public static final ArgumentType ORDER_EVENT = new EnumCodes()
            .code("0", "charged")
            .code("1", "cancelled", "canceled")
            .code("2", "completed")
            .code("3", "declined")
            .form();
    public static final ArgumentType CARD_EVENT =
            new EnumCodes().code("0", "charged").code("1", "declined").form();

    private static final EnumCodes UNIT_WORDS =
            new EnumCodes().code("0", "days", "day").code("1", "weeks", "week").code("2", "months", "month");
    public static final ArgumentType UNITS = UNIT_WORDS.form();

    /** A number and its units in one parameter. How the API joins them is not proven; this is how its name reads. */
    public static final ArgumentType TIME_FRAME =
            new ArgumentType("a number and units, such as 3 weeks (3_1)", List.of(), ArgumentTypes::timeFrame);

    public static final ArgumentType COMPARISON = new EnumCodes()
            .code("Equal To", "Equal To", "=", "==", "equal", "equals", "is")
            .code("Not Equal To", "Not Equal To", "!=", "<>", "not equal", "is not")
            .code("Greater Than", "Greater Than", ">", "greater", "more than")
            .code("Less Than", "Less Than", "<", "less", "fewer than")
            .code(
                    "Greater Than or Equal To",
                    "Greater Than or Equal To",
                    ">=",
                    "greater or equal to",
                    "greater or equal",
                    "at least")
            .code(
                    "Less Than or Equal To",
                    "Less Than or Equal To",
                    "<=",
                    "less or equal to",
                    "less or equal",
                    "at most")
            .code("Contains", "Contains")
            .code("Does Not Contain", "Does Not Contain", "not contains")
            .code("Starts With", "Starts With")
            .code("Ends With", "Ends With")
            .form();
    public static final ArgumentType DATE_COMPARISON = new EnumCodes()
            .code("1", "on")
            .code("2", "before")
            .code("3", "after")
            .form();

    /** Whether the field is a date is known to the account only. */
    public static final ArgumentType ANY_COMPARISON = COMPARISON.or(DATE_COMPARISON);

    public static final ArgumentType DATE =
            RelativeDates.FORM.or(ArgumentType.matching("Unix seconds", "-?[0-9]{1,18}"));

    /** A message and the number of a link in it, in one parameter. Its form is no more proven than that of time frames. */
    public static final ArgumentType MESSAGE_LINK =
            new ArgumentType("the ids of a message and a link, such as 57_2", List.of(), ArgumentTypes::link);

    private static final Pattern NUMBER_AND_UNITS = Pattern.compile("([0-9]{1,9})[\\s_]*([A-Za-z]+|(?<=[\\s_])[012])");
    private static final Pattern TWO_NUMBERS = Pattern.compile("([1-9][0-9]{0,18})[\\s_]+([0-9]{1,9})");

    private ArgumentTypes() {}

    private static Optional<String> timeFrame(String text) {
        Matcher parts = NUMBER_AND_UNITS.matcher(text.strip());
        return parts.matches()
                ? UNIT_WORDS.find(parts.group(2)).map(unit -> parts.group(1) + "_" + unit)
                : Optional.empty();
    }

    private static Optional<String> link(String text) {
        Matcher parts = TWO_NUMBERS.matcher(text.strip());
        return parts.matches() ? Optional.of(parts.group(1) + "_" + parts.group(2)) : Optional.empty();
    }
}
