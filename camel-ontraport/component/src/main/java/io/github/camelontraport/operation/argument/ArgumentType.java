package io.github.camelontraport.operation.argument;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.api.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a parameter of a message or a rule may be.
 *
 * @param described what it is, for documentation and error messages
 * @param words     the words it may be, to name the nearest one; empty when it is no word
 * @param reader    gives the API's form; empty for what it may not be
 */
public record ArgumentType(String described, List<String> words, Function<String, Optional<String>> reader) {

    /** Whatever the pattern matches, without blanks around it. */
    static ArgumentType matching(String described, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return new ArgumentType(
                described, List.of(), text -> Optional.of(text.strip()).filter(compiled.asMatchPredicate()));
    }

    /** What either of the two may be. */
    ArgumentType or(ArgumentType other) {
        return new ArgumentType(
                described + " or " + other.described,
                Stream.concat(words.stream(), other.words.stream()).toList(),
                text -> reader.apply(text).or(() -> other.reader.apply(text)));
    }

    /**
     * The API's form of a value.
     *
     * @param where what the value is for, for the error message
     * @throws InvalidInputException when it may not be this
     */
    public String read(String text, String where) {
        return reader.apply(text)
                .orElseThrow(() -> new InvalidInputException(
                        where + ": '" + text + "' is not " + described + "." + Suggestions.hint(text, words)));
    }
}
