package io.github.camelontraport.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown; each line is printed as soon as it is known. */
public final class Report {

    private final List<String> lines = new ArrayList<>();

    public void title(String title) {
        add("");
        add("## " + title);
        add("");
    }

    public void text(String text) {
        add(text);
        add("");
    }

    public void head(String... columns) {
        row(columns);
        row(Collections.nCopies(columns.length, "---").toArray(String[]::new));
    }

    public void row(String... cells) {
        add("| " + String.join(" | ", cells) + " |");
    }

    /** Separates a table from the text behind it. */
    public void endTable() {
        add("");
    }

    private void add(String line) {
        System.out.println(line);
        lines.add(line);
    }

    public String markdown() {
        return String.join("\n", lines) + "\n";
    }

    /** Median and spread, such as {@code 12.3 (11.9 - 14.0)}. */
    public static String spread(Samples samples, double unit) {
        return number(samples.median() / unit) + " (" + number(samples.least() / unit) + " - "
                + number(samples.most() / unit) + ")";
    }

    public static String number(double value) {
        String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
