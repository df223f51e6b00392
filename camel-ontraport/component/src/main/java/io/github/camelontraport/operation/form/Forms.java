package io.github.camelontraport.operation.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of parameters. */
public final class Forms {

    public static final Form TEXT = new Form("a text", List.of(), Optional::of);
    /** An empty one, too: it empties a field, or asks whether it is empty. */
    public static final Form ANY_TEXT = new Form("a text, or an empty one", List.of(), Optional::of);
    public static final Form ID = Form.matching("an id, a positive whole number", "[1-9][0-9]{0,18}");
    public static final Form WHOLE = Form.matching("a whole number of 0 or more", "[0-9]{1,18}");
    public static final Form AMOUNT = Form.matching("a number of 0 or more", "[0-9]+(\\.[0-9]+)?");
    public static final Form TYPE = Form.matching("a type id, such as 0 for contacts", "[0-9]{1,9}");
    public static final Form ADDRESS = Form.matching("an e-mail address or a merge field", "[^\\s@]+@[^\\s@]+|.*\\[.+].*");

    /** Of the record, or of one it is related to, as in {@code owner//email}. */
    public static final Form FIELD =
            Form.matching("a field, by its name or number", "[A-Za-z0-9_]+(//[A-Za-z0-9_]+)*");

    public static final Form FLAG = new Words().code("1", "true", "yes").code("0", "false", "no").form();
    public static final Form OWNER_OR_USER = new Words().code("owner", "owner").form().or(ID);
    public static final Form TASK_TYPE = Form.matching("task, 0 or -1", "task|0|-1");
    public static final Form DAYS = Form.matching("a number of days", "[0-9]{1,5}");
    public static final Form SENDER = new Words().code("owner", "owner").code("custom", "custom").form().or(ID);

    public static final Form BEFORE_AFTER = new Words().code("0", "before").code("1", "after").form();
    public static final Form OUTCOME =
            new Words().code("0", "success", "successful").code("1", "failure", "failed").form();
    public static final Form ADD_REMOVE =
            new Words().code("0", "add", "added").code("1", "remove", "removed").form();
    public static final Form RESUMED_PAUSED = new Words()
            .code("0", "resumed", "resume", "unpaused", "unpause", "active").code("1", "paused", "pause").form();
    public static final Form UNPAUSE_PAUSE = new Words()
            .code("0", "unpause", "unpaused", "resume", "resumed").code("1", "pause", "paused").form();
    public static final Form ORDER_EVENT = new Words().code("0", "charged").code("1", "cancelled", "canceled")
            .code("2", "completed").code("3", "declined").form();
    public static final Form CARD_EVENT = new Words().code("0", "charged").code("1", "declined").form();

    private static final Words UNIT_WORDS =
            new Words().code("0", "days", "day").code("1", "weeks", "week").code("2", "months", "month");
    public static final Form UNITS = UNIT_WORDS.form();

    /** A number and its units in one parameter. How the API joins them is not proven; this is how its name reads. */
    public static final Form TIME_FRAME = new Form("a number and units, such as 3 weeks (3_1)", List.of(), Forms::timeFrame);

    public static final Form COMPARISON = new Words()
            .code("Equal To", "Equal To", "=", "==", "equal", "equals", "is")
            .code("Not Equal To", "Not Equal To", "!=", "<>", "not equal", "is not")
            .code("Greater Than", "Greater Than", ">", "greater", "more than")
            .code("Less Than", "Less Than", "<", "less", "fewer than")
            .code("Greater Than or Equal To", "Greater Than or Equal To", ">=", "greater or equal to",
                    "greater or equal", "at least")
            .code("Less Than or Equal To", "Less Than or Equal To", "<=", "less or equal to", "less or equal", "at most")
            .code("Contains", "Contains")
            .code("Does Not Contain", "Does Not Contain", "not contains")
            .code("Starts With", "Starts With")
            .code("Ends With", "Ends With").form();
    public static final Form DATE_COMPARISON = new Words().code("1", "on").code("2", "before").code("3", "after").form();

    /** Whether the field is a date is known to the account only. */
    public static final Form ANY_COMPARISON = COMPARISON.or(DATE_COMPARISON);

    public static final Form DATE = RelativeDates.FORM.or(Form.matching("Unix seconds", "-?[0-9]{1,18}"));

    /** A message and the number of a link in it, in one parameter. Its form is no more proven than that of time frames. */
    public static final Form MESSAGE_LINK = new Form("the ids of a message and a link, such as 57_2", List.of(), Forms::link);

    private static final Pattern NUMBER_AND_UNITS = Pattern.compile("([0-9]{1,9})[\\s_]*([A-Za-z]+|(?<=[\\s_])[012])");
    private static final Pattern TWO_NUMBERS = Pattern.compile("([1-9][0-9]{0,18})[\\s_]+([0-9]{1,9})");

    private Forms() {
    }

    private static Optional<String> timeFrame(String text) {
        Matcher parts = NUMBER_AND_UNITS.matcher(text.strip());
        return parts.matches() ? UNIT_WORDS.find(parts.group(2)).map(unit -> parts.group(1) + "_" + unit) : Optional.empty();
    }

    private static Optional<String> link(String text) {
        Matcher parts = TWO_NUMBERS.matcher(text.strip());
        return parts.matches() ? Optional.of(parts.group(1) + "_" + parts.group(2)) : Optional.empty();
    }
}
