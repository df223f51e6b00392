package io.github.camelontraport.verify;

import io.github.camelontraport.api.InvalidInputException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Holds the facts that the component depends on against the account that the environment names. {@code --help} explains it. */
public final class VerifyMain {

    static final int ALL_HOLD = 0;
    static final int SOME_DO_NOT_HOLD = 1;
    static final int COULD_NOT_RUN = 2;

    static final String USAGE =
            """
            Reads an Ontraport account and says which of the facts hold there that the Camel component depends on.
            Sends GET requests only, at most 40, and prints neither personal data nor credentials.

            Environment:
              ONTRAPORT_API_KEY   the API key
              ONTRAPORT_APP_ID    the app id
              ONTRAPORT_BASE_URL  the URL of the API with its version, https://api.ontraport.com/1 by default

            Options:
              --help              prints this text

            Exit code: 0 when no fact was seen not to hold, 1 when one does not hold, 2 when nothing could be checked.
            """;

    private VerifyMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    /** @return the exit code */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return ALL_HOLD;
        }
        if (!arguments.isEmpty()) {
            err.println("Unknown option " + arguments.get(0) + ": there is only --help");
            return COULD_NOT_RUN;
        }
        VerifySettings settings;
        try {
            settings = VerifySettings.of(environment);
        } catch (InvalidInputException e) {
            err.println(e.getMessage());
            return COULD_NOT_RUN;
        }
        try (AccountClient client = new AccountClient(settings)) {
            return verify(client.account(), out, err);
        }
    }

    private static int verify(Account account, PrintStream out, PrintStream err) {
        try {
            Reply first = ReplyFacts.first(account);
            if (first.isDenied()) {
                err.println(
                        "The account refuses the credentials or the reading of contacts: " + first.describeFailure());
                return COULD_NOT_RUN;
            }
        } catch (CheckEndedException e) {
            err.println("The account cannot be reached: " + e.finding().seen());
            return COULD_NOT_RUN;
        }
        Report report = new Report(out);
        Facts.ALL.forEach(fact -> report.add(fact, fact.verify(account)));
        report.printSummary(account.requests());
        if (report.count(Outcome.DOES_NOT_HOLD) > 0) {
            return SOME_DO_NOT_HOLD;
        }
        return report.count(Outcome.HOLDS) > 0 ? ALL_HOLD : COULD_NOT_RUN;
    }
}
