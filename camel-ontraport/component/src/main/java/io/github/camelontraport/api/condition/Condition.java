package io.github.camelontraport.api.condition;

import io.github.camelontraport.api.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects records by comparing their fields: clauses joined by AND and OR, without parentheses, which the API lacks.
 * Immutable; equal when the clauses are.
 *
 * <p>Two written forms exist. The API's own is a JSON array, {@link #toJson()}. The short form is for people, YAML
 * files and property placeholders: {@code dlm > 1760000000 AND city IN ('Bend', 'Salem')}, {@code email IS NULL},
 * {@code lastname LIKE 'O''Br%'}. In it, keywords have any case, texts stand in single or double quotes (a doubled
 * quote is a quote), numbers are bare, and fields of related records are written {@code owner//firstname}. A field may be
 * named by its label in double quotes: {@code "Favourite colour" = '3'}. Date fields are compared with Unix seconds,
 * checkboxes with 1 or 0.
 */
public final class Condition {

    /** Clauses joined by AND, in groups joined by OR, in the order they were written. */
    private final List<List<Clause>> groups;

    Condition(List<List<Clause>> groups) {
        this.groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * Reads the API's JSON (a text that starts with a square bracket) or the short form.
     *
     * @throws InvalidInputException saying where the text is wrong and what was expected there
     */
    public static Condition parse(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidInputException("The condition is empty. Write one such as: email = 'nora@example.com'");
        }
        String first = text.strip().substring(0, 1);
        return new Condition(
                "[{".contains(first) ? JsonConditionParser.read(text) : new ShortConditionParser(text).read());
    }

    /**
     * One clause with one value: a text, a number or a boolean, sent as text; or null with {@link Operator#IS}.
     *
     * @throws InvalidInputException for an operator or a value that does not fit
     */
    public static Condition of(String field, Operator operator, Object scalar) {
        List<Object> values = scalar == null && operator == Operator.IS
                ? List.of()
                : List.of(ConditionValues.text(ConditionValues.ofJava(field, scalar)));
        return new Condition(List.of(List.of(new Clause(field, false, operator, values, scalar instanceof Number))));
    }

    /**
     * The field has one of these values. Numbers are sent as numbers.
     *
     * @throws InvalidInputException when there is no value, or one is no text, number or boolean
     */
    public static Condition in(String field, Collection<?> values) {
        List<Object> scalars = values.stream()
                .map(value -> ConditionValues.ofJava(field, value))
                .toList();
        return new Condition(List.of(List.of(new Clause(field, Operator.IN, scalars))));
    }

    /**
     * Both this condition and the other one.
     *
     * @throws InvalidInputException when the other one has an OR; this one may have it
     */
    public Condition and(Condition other) {
        if (other.hasOr()) {
            throw new InvalidInputException("A condition can only be narrowed by one without OR, not by: " + other);
        }
        // Every OR-group gets the restriction: "A OR B" narrowed by K is "A AND K OR B AND K". The API does not say
        // whether AND binds closer than OR or everything is read from left to right; this is right both ways, as
        // (A AND K) OR (B AND K) and ((A AND K) OR B) AND K are the same.
        List<Clause> restriction = other.groups.get(0);
        return new Condition(groups.stream()
                .map(group ->
                        Stream.concat(group.stream(), restriction.stream()).toList())
                .toList());
    }

    /** Whether a field is named by its label, in double quotes. Such a condition has to be {@link #mapped} before it is sent. */
    public boolean hasLabels() {
        return clauses().anyMatch(Clause::isLabel);
    }

    /** Whether a field is compared with the text of a date. */
    public boolean hasDates() {
        return clauses().anyMatch(Clause::hasDate);
    }

    /** Whether a custom field is compared with what may be the label of an option, where the API has its id. */
    public boolean mayNameOptions() {
        return clauses().anyMatch(Clause::mayNameOption);
    }

    /** The condition with the keys and operands that the API takes. */
    public Condition mapped(OperandMapper mapper) {
        return new Condition(groups.stream()
                .map(group ->
                        group.stream().flatMap(clause -> clause.mapped(mapper)).toList())
                .toList());
    }

    /** Whether some clauses are joined by OR. */
    public boolean hasOr() {
        return groups.size() > 1;
    }

    /** The keys or labels of all fields compared, in the order of their first appearance. */
    public Set<String> fields() {
        return clauses()
                .map(Clause::field)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /**
     * Whether a record the API replied with can meet this condition. Meant for noticing that the server ignored a
     * clause: NO is certain, while YES also covers all that depends on the server's collation or data types.
     *
     * @param record field names to the values of the reply: texts, numbers, booleans or null
     * @return UNKNOWN when the record lacks a compared field, or holds a structure in its place
     */
    public MatchResult matches(Map<String, ?> record) {
        List<List<MatchResult>> results = groups.stream()
                .map(group -> group.stream()
                        .map(clause -> ClauseMatcher.of(clause, record))
                        .toList())
                .toList();
        return byPrecedence(results).or(leftToRight(results));
    }

    private static MatchResult byPrecedence(List<List<MatchResult>> groups) {
        return groups.stream()
                .map(group -> group.stream().reduce(MatchResult.YES, MatchResult::and))
                .reduce(MatchResult.NO, MatchResult::or);
    }

    private static MatchResult leftToRight(List<List<MatchResult>> groups) {
        MatchResult soFar = MatchResult.NO;
        for (List<MatchResult> group : groups) {
            soFar = soFar.or(group.get(0));
            for (MatchResult next : group.subList(1, group.size())) {
                soFar = soFar.and(next);
            }
        }
        return soFar;
    }

    /** Whether a clause matches every text, as {@code LIKE '%'} does. */
    public boolean hasPatternOfAnyText() {
        return clauses().anyMatch(Clause::isPatternOfAnyText);
    }

    private Stream<Clause> clauses() {
        return groups.stream().flatMap(Collection::stream);
    }

    /** The API's JSON array, as text. */
    public String toJson() {
        return JsonConditionWriter.write(groups);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && groups.equals(condition.groups);
    }

    @Override
    public int hashCode() {
        return groups.hashCode();
    }

    /** The short form. */
    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        groups.forEach(group -> texts.add(group.stream().map(Clause::toString).collect(Collectors.joining(" AND "))));
        return String.join(" OR ", texts);
    }
}
