package io.github.camelontraport.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The command line of {@link SandboxMain}. */
final class SandboxArguments {

    static final String USAGE =
            """
            Usage: SandboxMain [--port=7077] [--requests-per-minute=180] [--api-key=KEY] [--app-id=ID] [--data=FILE] \
            [--no-example-data]""";

    private static final int DEFAULT_PORT = 7077;

    private static final Map<String, BiConsumer<OntraportSandbox.Builder, String>> SETTINGS = Map.of(
            "--port", (builder, value) -> builder.port(number(value, 0, 65_535)),
            "--requests-per-minute", (builder, value) -> builder.requestsPerMinute(number(value, 1, Integer.MAX_VALUE)),
            "--api-key", OntraportSandbox.Builder::apiKey,
            "--app-id", OntraportSandbox.Builder::appId,
            "--data", (builder, value) -> builder.dataFile(Path.of(value)));

    private static final Map<String, BiConsumer<OntraportSandbox.Builder, String>> FLAGS =
            Map.of("--no-example-data", (builder, none) -> builder.exampleData(false));

    private SandboxArguments() {}

    /** @throws IllegalArgumentException for an invalid argument, with a message for the user */
    static OntraportSandbox.Builder parse(List<String> arguments) {
        OntraportSandbox.Builder builder =
                OntraportSandbox.builder().port(DEFAULT_PORT).exampleData(true);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? null : argument.substring(equals + 1);
            BiConsumer<OntraportSandbox.Builder, String> setting = (value == null ? FLAGS : SETTINGS).get(name);
            if (setting == null || (value != null && value.isEmpty())) {
                throw new IllegalArgumentException("Unknown or incomplete argument: " + argument);
            }
            setting.accept(builder, value);
        }
        return builder;
    }

    private static int number(String text, int least, int most) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Invalid number: " + text, e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException("The number must be from " + least + " to " + most + ", but is " + text);
        }
        return number;
    }
}
