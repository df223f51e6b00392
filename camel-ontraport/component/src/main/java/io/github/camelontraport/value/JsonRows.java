package io.github.camelontraport.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.github.camelontraport.api.InvalidInputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows in a JSON text, read one by one: the elements of an array, or objects one after another, as in JSON lines. */
public final class JsonRows implements Iterator<JsonNode>, Closeable {

    private final MappingIterator<JsonNode> rows;

    private JsonRows(MappingIterator<JsonNode> rows) {
        this.rows = rows;
    }

    /** @throws InvalidInputException when the text does not begin as JSON */
    public static JsonRows of(Reader text) {
        try {
            return new JsonRows(BeanReader.MAPPER.readerFor(JsonNode.class).readValues(text));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNextValue();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Override
    public JsonNode next() {
        try {
            if (!rows.hasNextValue()) {
                throw new NoSuchElementException();
            }
            return rows.nextValue();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Jackson's own message is left out, as it quotes the text. */
    private static InvalidInputException refused(IOException failure) {
        return new InvalidInputException(
                failure instanceof JsonProcessingException json && json.getLocation() != null
                        ? "The rows cannot be read: " + JsonPlace.of(json)
                        : "The rows cannot be read: " + failure.getMessage());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
