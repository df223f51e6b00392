package io.github.camelontraport.operation.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentTypesTest {

    private static final Map<String, ArgumentType> BY_NAME = Map.ofEntries(
            Map.entry("text", ArgumentTypes.TEXT),
            Map.entry("id", ArgumentTypes.ID),
            Map.entry("whole", ArgumentTypes.WHOLE),
            Map.entry("amount", ArgumentTypes.AMOUNT),
            Map.entry("type", ArgumentTypes.TYPE),
            Map.entry("address", ArgumentTypes.ADDRESS),
            Map.entry("field", ArgumentTypes.FIELD),
            Map.entry("flag", ArgumentTypes.FLAG),
            Map.entry("user", ArgumentTypes.OWNER_OR_USER),
            Map.entry("sender", ArgumentTypes.SENDER),
            Map.entry("before after", ArgumentTypes.BEFORE_AFTER),
            Map.entry("outcome", ArgumentTypes.OUTCOME),
            Map.entry("add remove", ArgumentTypes.ADD_REMOVE),
            Map.entry("resumed paused", ArgumentTypes.RESUMED_PAUSED),
            Map.entry("unpause pause", ArgumentTypes.UNPAUSE_PAUSE),
            Map.entry("order", ArgumentTypes.ORDER_EVENT),
            Map.entry("card", ArgumentTypes.CARD_EVENT),
            Map.entry("units", ArgumentTypes.UNITS),
            Map.entry("time frame", ArgumentTypes.TIME_FRAME),
            Map.entry("comparison", ArgumentTypes.COMPARISON),
            Map.entry("date comparison", ArgumentTypes.DATE_COMPARISON),
            Map.entry("any comparison", ArgumentTypes.ANY_COMPARISON),
            Map.entry("date", ArgumentTypes.DATE),
            Map.entry("link", ArgumentTypes.MESSAGE_LINK),
            Map.entry("days", ArgumentTypes.DAYS),
            Map.entry("task type", ArgumentTypes.TASK_TYPE),
            Map.entry("any text", ArgumentTypes.ANY_TEXT));

    @Test
    void everyFormIsTriedHere() {
        assertThat(Arrays.stream(ArgumentTypes.class.getFields()).map(ArgumentTypesTest::value))
                .containsExactlyInAnyOrderElementsOf(BY_NAME.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
            text            | Anything at all          | Anything at all
            id              | 4                        | 4
            id              | ' 4 '                    | 4
            id              | 9223372036854775807      | 9223372036854775807
            whole           | 0                        | 0
            amount          | 19.95                    | 19.95
            days            | 14                       | 14
            task type       | -1                       | -1
            any text        | ''                       | ''
            type            | 10004                    | 10004
            address         | a.b+c@example.com        | a.b+c@example.com
            address         | [Owner Email]            | [Owner Email]
            field           | f1558                    | f1558
            field           | owner//email             | owner//email
            flag            | true                     | 1
            flag            | No                       | 0
            flag            | 1                        | 1
            user            | Owner                    | owner
            user            | 3                        | 3
            sender          | CUSTOM                   | custom
            sender          | 12                       | 12
            before after    | Before                   | 0
            before after    | after                    | 1
            outcome         | success                  | 0
            outcome         | Failure                  | 1
            add remove      | add                      | 0
            add remove      | REMOVE                   | 1
            resumed paused  | resumed                  | 0
            resumed paused  | active                   | 0
            resumed paused  | Paused                   | 1
            unpause pause   | unpause                  | 0
            unpause pause   | pause                    | 1
            order           | charged                  | 0
            order           | canceled                 | 1
            order           | cancelled                | 1
            order           | completed                | 2
            order           | declined                 | 3
            card            | charged                  | 0
            card            | declined                 | 1
            units           | days                     | 0
            units           | Week                     | 1
            units           | months                   | 2
            units           | 2                        | 2
            time frame      | 3 weeks                  | 3_1
            time frame      | 1day                     | 1_0
            time frame      | 10_2                     | 10_2
            comparison      | equal to                 | Equal To
            comparison      | EQUAL_TO                 | Equal To
            comparison      | =                        | Equal To
            comparison      | !=                       | Not Equal To
            comparison      | <>                       | Not Equal To
            comparison      | >                        | Greater Than
            comparison      | lessThan                 | Less Than
            comparison      | >=                       | Greater Than or Equal To
            comparison      | greater-or-equal-to      | Greater Than or Equal To
            comparison      | <=                       | Less Than or Equal To
            comparison      | contains                 | Contains
            comparison      | does not contain         | Does Not Contain
            comparison      | STARTS WITH              | Starts With
            comparison      | ends with                | Ends With
            date comparison | on                       | 1
            date comparison | before                   | 2
            date comparison | After                    | 3
            any comparison  | after                    | 3
            any comparison  | <                        | Less Than
            date            | today                    | TODAY
            date            | lsunday                  | LSUNDAY
            date            | two Sundays ago          | L2SUNDAY
            date            | First day of this month  | FDTMONTH
            date            | first day last month     | FDLMONTH
            date            | this day next year       | TDNYEAR
            date            | 30 days ago              | S30DAYS
            date            | in 14 days               | 14DFNOW
            date            | 180DFNOW                 | 180DFNOW
            date            | 1760000000               | 1760000000
            link            | 57_2                     | 57_2
            link            | 57 2                     | 57_2
            """)
    void readsWhatPeopleWrite(String form, String given, String api) {
        assertThat(BY_NAME.get(form).read(given, "here")).isEqualTo(api);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            id              | 0
            id              | -1
            id              | VIP
            id              | 1.0
            whole           | -1
            whole           | 1.5
            amount          | 1E3
            amount          | 1,5
            type            | contacts
            address         | nobody
            field           | First Name
            flag            | 2
            user            | somebody
            before after    | 2
            outcome         | 2
            add remove      | toggle
            units           | years
            time frame      | 3
            time frame      | 30
            time frame      | 3 years
            time frame      | weeks
            comparison      | ~
            comparison      | 1
            date comparison | Equal To
            date comparison | 4
            date            | 2026-01-31
            date            | 8 days ago
            link            | 57
            """)
    void refusesWhatItCannotBe(String form, String given) {
        assertThatThrownBy(() -> BY_NAME.get(form).read(given, "here"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "here: '" + given + "' is not " + BY_NAME.get(form).described());
    }

    @Test
    void namesTheNearestWordAndTheCodes() {
        assertThatThrownBy(() -> ArgumentTypes.UNITS.read("weaks", "units"))
                .hasMessage("units: 'weaks' is not one of days (0), weeks (1), months (2). Did you mean 'weeks'?");
    }

    @Test
    void everyWordStandsForOneCode() {
        assertThat(List.of(ArgumentTypes.DATE, ArgumentTypes.COMPARISON)).allSatisfy(form -> assertThat(form.words())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        word -> assertThat(form.read(form.read(word, ""), "")).isEqualTo(form.read(word, ""))));
    }

    /** Those of section 8.4 of the reference. */
    @Test
    void allRelativeDatesAreKnown() {
        String all =
                "TODAY YESTERDAY LSUNDAY L2SUNDAY FDTMONTH FDLMONTH TDLMONTH FDTYEAR TDLYEAR S7DAYS S30DAYS S90DAYS "
                        + "S120DAYS S180DAYS TOMORROW FDNMONTH TDNMONTH FDNYEAR TDNYEAR 7DFNOW 14DFNOW 30DFNOW 60DFNOW 90DFNOW "
                        + "120DFNOW 180DFNOW";

        assertThat(ArgumentTypes.DATE.words().stream().map(word -> ArgumentTypes.DATE.read(word, "")))
                .containsExactlyInAnyOrder(all.split(" "));
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
