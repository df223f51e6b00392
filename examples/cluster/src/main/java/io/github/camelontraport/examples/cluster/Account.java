package io.github.camelontraport.examples.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An account and how to reach it. */
record Account(String name, String baseUrl, String apiKey, String appId) {

    /** A line for each account, its parts separated by blanks. */
    static List<Account> read(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .map(line -> line.split(" ", -1))
                .map(parts -> new Account(parts[0], parts[1], parts[2], parts[3]))
                .toList();
    }

    String line() {
        return String.join(" ", name, baseUrl, apiKey, appId);
    }
}
