package io.github.camelontraport.examples.quarkus;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Counts what became of the rows of a file, by the word that is each one's body. */
@Singleton
@Named("tally")
public class Tally implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange soFar, Exchange row) {
        Map<String, Integer> counts = soFar == null ? new TreeMap<>() : counts(soFar);
        counts.merge(row.getMessage().getBody(String.class), 1, Integer::sum);
        row.getMessage().setBody(counts);
        return row;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> counts(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class);
    }
}
