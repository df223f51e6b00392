package io.github.camelontraport.examples.quickstart;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.service.ServiceSupport;

/** CSV with a line of column names, in UTF-8: read row by row as maps from column to cell, written from a list of such. */
public final class CsvDataFormat extends ServiceSupport implements DataFormat {

    private final CsvMapper mapper = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    /** An iterator, so that a file of any size fits in memory. */
    @Override
    public Object unmarshal(Exchange exchange, InputStream csv) throws IOException {
        return mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void marshal(Exchange exchange, Object rows, OutputStream csv) throws IOException {
        List<Map<String, String>> maps = (List<Map<String, String>>) rows;
        if (!maps.isEmpty()) {
            CsvSchema columns = CsvSchema.builder()
                    .addColumns(maps.get(0).keySet(), CsvSchema.ColumnType.STRING)
                    .build();
            mapper.writer(columns.withHeader()).writeValue(csv, maps);
        }
    }
}
