package io.github.camelontraport.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fenced block of a document. What a reader need not see of how it is tried stands in a comment on the line above it:
 * {@code <!-- run: {...} -->} (see {@link Run}) or {@code <!-- not run: why -->}.
 *
 * @param line     of the fence, from 1
 * @param language of the fence; empty for none
 * @param comment  the content of the comment above; empty for none
 */
record Block(Path file, int line, String language, String text, String comment) {

    private static final String FENCE = "```";
    private static final String RUN = "run:";
    private static final String NOT_RUN = "not run:";

    /**
     * What is done with an example.
     *
     * @param body    sent to the first direct: route; null for none
     * @param headers sent with it; null for none
     * @param status  HTTP status that the sandbox answers everything with; null for answering properly
     * @param record  fields of the record that something happens to, in examples that watch records; null for some
     * @param expect  text in the body that comes out of some route; null for any
     * @param fails   simple name of the exception that the exchange must end with; null for a success
     */
    record Run(
            Object body,
            Map<String, Object> headers,
            Integer status,
            Map<String, Object> record,
            String expect,
            String fails) {

        static final Run PLAIN = new Run(null, null, null, null, null, null);
    }

    static List<Block> of(Path file) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Documents.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                blocks.add(new Block(
                        file,
                        i + 1,
                        lines.get(i).substring(FENCE.length()).strip(),
                        String.join("\n", lines.subList(i + 1, end)) + "\n",
                        i == 0 ? "" : comment(lines.get(i - 1))));
                i = end;
            }
        }
        return blocks;
    }

    private static String comment(String line) {
        return line.startsWith("<!--") && line.endsWith("-->")
                ? line.substring(4, line.length() - 3).strip()
                : "";
    }

    boolean is(String wanted) {
        return language.equals(wanted);
    }

    boolean isExempt() {
        return comment.startsWith(NOT_RUN);
    }

    /** Where it is, and why it is not run. */
    String exemption() {
        return Documents.name(file) + ": " + comment.substring(NOT_RUN.length()).strip();
    }

    Run run() {
        try {
            return comment.startsWith(RUN)
                    ? JsonMapper.builder().build().readValue(comment.substring(RUN.length()), Run.class)
                    : Run.PLAIN;
        } catch (JsonProcessingException e) {
            throw new AssertionError(this + " has an unreadable comment", e);
        }
    }

    @Override
    public String toString() {
        return Documents.name(file) + ":" + line + " " + language;
    }
}
