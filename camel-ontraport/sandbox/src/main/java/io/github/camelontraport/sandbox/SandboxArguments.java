package io.github.camelontraport.sandbox;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The command line of {@link SandboxMain}: {@code --name value}, {@code --name=value} or {@code --flag}. */
final class SandboxArguments {

    /** Hardly any server has it by default, unlike 8080, which the application under test often takes. */
    private static final int DEFAULT_PORT = 7077;

    private static final List<Option> OPTIONS = List.of(
            new Option(
                    "--host",
                    "ADDRESS",
                    "listen on this address; default 127.0.0.1, which only this machine reaches; 0.0.0.0 is all addresses",
                    OntraportSandbox.Builder::host),
            new Option(
                    "--port",
                    "PORT",
                    "listen on this port; default " + DEFAULT_PORT + "; 0 takes a free one",
                    (builder, value) -> builder.port(number(value, 0, 65_535))),
            new Option(
                    "--requests-per-minute",
                    "NUMBER",
                    "the rate limit; default 180",
                    (builder, value) -> builder.requestsPerMinute(number(value, 1, Integer.MAX_VALUE))),
            new Option("--api-key", "KEY", "the API key that clients must send", OntraportSandbox.Builder::apiKey),
            new Option("--app-id", "ID", "the app id that clients must send", OntraportSandbox.Builder::appId),
            new Option(
                    "--data",
                    "FILE",
                    "keep the account in this file, which is read at the start and written at the end",
                    (builder, value) -> builder.dataFile(Path.of(value))),
            new Option(
                    "--no-example-data",
                    null,
                    "start with an empty account",
                    (builder, none) -> builder.exampleData(false)));

    static final String USAGE = "Usage: java -jar camel-ontraport-sandbox-VERSION-all.jar [OPTION]...\n"
            + OPTIONS.stream().map(Option::help).collect(Collectors.joining())
            + Option.help("--help", "print this text");

    private SandboxArguments() {}

    /** @throws IllegalArgumentException for an invalid argument, with a message for the user */
    static OntraportSandbox.Builder parse(List<String> arguments) {
        OntraportSandbox.Builder builder =
                OntraportSandbox.builder().port(DEFAULT_PORT).exampleData(true);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            Option option = named(equals < 0 ? argument : argument.substring(0, equals));
            String value = equals < 0 ? null : argument.substring(equals + 1);
            if (value == null && option.takesValue() && rest.hasNext()) {
                value = rest.next();
            }
            option.apply(builder, value);
        }
        return builder;
    }

    private static Option named(String name) {
        return OPTIONS.stream()
                .filter(option -> option.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown option " + name + "; the options are "
                        + OPTIONS.stream().map(Option::name).collect(Collectors.joining(", "))));
    }

    private static int number(String text, int least, int most) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException("the number must be from " + least + " to " + most + ", but is " + text);
        }
        return number;
    }

    /** @param placeholder stands for the value in the help; null for a flag, which has no value */
    private record Option(
            String name, String placeholder, String meaning, BiConsumer<OntraportSandbox.Builder, String> setting) {

        boolean takesValue() {
            return placeholder != null;
        }

        void apply(OntraportSandbox.Builder builder, String value) {
            if (takesValue() && (value == null || value.isEmpty() || value.startsWith("--"))) {
                throw new IllegalArgumentException("Option " + name + " needs a value: " + name + " " + placeholder);
            }
            if (!takesValue() && value != null) {
                throw new IllegalArgumentException("Option " + name + " has no value");
            }
            try {
                setting.accept(builder, value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Option " + name + ": " + e.getMessage(), e);
            }
        }

        String help() {
            return help(takesValue() ? name + " " + placeholder : name, meaning);
        }

        static String help(String usage, String meaning) {
            return String.format("  %-28s %s%n", usage, meaning);
        }
    }
}
