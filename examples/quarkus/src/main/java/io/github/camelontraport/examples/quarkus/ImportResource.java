package io.github.camelontraport.examples.quarkus;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

/** Takes a CSV file whose first line names fields of contacts, and answers how many were created, merged and refused. */
@Path("/import")
public class ImportResource {

    private static final CsvMapper CSV = new CsvMapper();

    @Inject
    ProducerTemplate template;

    @POST
    @Consumes("text/csv")
    public Map<?, ?> importContacts(InputStream csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return template.requestBody("direct:import", rows, Map.class);
        }
    }
}
