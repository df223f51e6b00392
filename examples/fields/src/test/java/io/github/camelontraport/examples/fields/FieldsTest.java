package io.github.camelontraport.examples.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program prints what its page shows. */
class FieldsTest {

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Fields.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        String page = Files.readString(Path.of("README.md"));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(page).contains(line));
    }
}
