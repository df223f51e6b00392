package io.github.camelontraport.operation.argument;

import java.util.stream.IntStream;

/** Dates that the account works out on the day. */
final class RelativeDates {

    private static final int[] AGO = {7, 30, 90, 120, 180};
    private static final int[] FROM_NOW = {7, 14, 30, 60, 90, 120, 180};

    static final ArgumentType FORM = form();

    private RelativeDates() {}

    private static ArgumentType form() {
        EnumCodes words = new EnumCodes()
                .code("TODAY", "today")
                .code("YESTERDAY", "yesterday")
                .code("TOMORROW", "tomorrow")
                .code("LSUNDAY", "last Sunday")
                .code("L2SUNDAY", "two Sundays ago", "last two Sundays")
                .code("FDTMONTH", "first day of this month", "first day this month")
                .code("FDLMONTH", "first day of last month", "first day last month")
                .code("FDNMONTH", "first day of next month", "first day next month")
                .code("FDTYEAR", "first day of this year", "first day this year")
                .code("FDNYEAR", "first day of next year", "first day next year")
                .code("TDLMONTH", "this day last month")
                .code("TDNMONTH", "this day next month")
                .code("TDLYEAR", "this day last year")
                .code("TDNYEAR", "this day next year");
        IntStream.of(AGO).forEach(days -> words.code("S" + days + "DAYS", days + " days ago"));
        IntStream.of(FROM_NOW)
                .forEach(days -> words.code(days + "DFNOW", days + " days from now", "in " + days + " days"));
        return words.form();
    }
}
