package io.github.camelontraport.route.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.OntraportAuthenticationException;
import io.github.camelontraport.OntraportConnectionException;
import io.github.camelontraport.OntraportException;
import io.github.camelontraport.OntraportNotFoundException;
import io.github.camelontraport.OntraportRateLimitedException;
import io.github.camelontraport.api.http.NotSentException;
import io.github.camelontraport.api.http.ResponseTimeoutException;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.route.operation.RetryExamples.Example;
import io.github.camelontraport.support.VirtualAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation against every kind of failure that does not go away, through the endpoint: how many requests are
 * sent, and what the exception says. What is right follows from the operation's row alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetryTableRouteTest {

    private static final int ATTEMPTS = 1 + 3;

    private VirtualAccount account;
    private CamelContext context;

    /** What becomes of a call after a failure, when twice is as good as once and when it is not. */
    private enum Meaning {
        /** It was not executed, and a further attempt can help. */
        NOT_SENT(ATTEMPTS, ATTEMPTS, true, true, false),
        /** It may have been executed, and a further attempt can help. */
        OPEN(ATTEMPTS, 1, true, false, true),
        /** It was executed, or may have been, and a further attempt would end the same. */
        STRANGE(1, 1, false, false, true),
        /** It was refused. */
        FINAL(1, 1, false, false, false);

        private final int requests;
        private final int requestsOnce;
        private final boolean retryable;
        private final boolean retryableOnce;
        private final boolean unknownOnce;

        Meaning(int requests, int requestsOnce, boolean retryable, boolean retryableOnce, boolean unknownOnce) {
            this.requests = requests;
            this.requestsOnce = requestsOnce;
            this.retryable = retryable;
            this.retryableOnce = retryableOnce;
            this.unknownOnce = unknownOnce;
        }
    }

    private enum Failure {
        REFUSED_CONNECTION(Meaning.NOT_SENT, OntraportConnectionException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                account.network((call, way) -> example.isCall(call)
                        ? CompletableFuture.failedFuture(new NotSentException("refused", true, null))
                        : null);
            }
        },
        TIMEOUT(Meaning.OPEN, OntraportConnectionException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                account.network((call, way) -> !example.isCall(call)
                        ? null
                        : way.send(call).thenCompose(reply -> account.clock()
                                .after(call.timeout())
                                .thenCompose(
                                        late -> CompletableFuture.failedFuture(new ResponseTimeoutException("late")))));
            }
        },
        RESET_BEFORE(Meaning.OPEN, OntraportConnectionException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).dropConnectionBeforeCommit();
            }
        },
        RESET_AFTER(Meaning.OPEN, OntraportConnectionException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).dropConnectionAfterCommit();
            }
        },
        HTTP_500(Meaning.OPEN, OntraportException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).status(500, "Internal error");
            }
        },
        HTTP_503(Meaning.OPEN, OntraportException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).status(503, "");
            }
        },
        CUT_REPLY(Meaning.OPEN, OntraportConnectionException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).json(200, "{\"code\":0,\"da");
            }
        },
        GARBAGE(Meaning.STRANGE, OntraportException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).json(200, "<html>");
            }
        },
        CODE_NOT_0(Meaning.STRANGE, OntraportException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).json(200, "{\"code\":7,\"message\":\"No.\"}");
            }
        },
        HTTP_401(Meaning.FINAL, OntraportAuthenticationException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).status(401, "Your App ID and API Key do not authenticate.");
            }
        },
        HTTP_404(Meaning.FINAL, OntraportNotFoundException.class) {
            @Override
            void happens(VirtualAccount account, Example example) {
                example.fault(account).status(404, "Object not found");
            }
        };

        private final Meaning meaning;
        private final Class<? extends OntraportException> type;

        Failure(Meaning meaning, Class<? extends OntraportException> type) {
            this.meaning = meaning;
            this.type = type;
        }

        abstract void happens(VirtualAccount account, Example example);
    }

    @BeforeAll
    void open() throws Exception {
        account = new VirtualAccount(Duration.ofMillis(200));
        context = account.context();
    }

    @AfterAll
    void close() throws Exception {
        context.close();
        account.close();
    }

    @BeforeEach
    void fill() {
        account.reset();
        // Pauses and counts of the case before are over.
        account.clock().advance(Duration.ofMinutes(10));
        RetryExamples.fill(account.sandbox());
    }

    @Test
    void everyRowIsInTheTable() {
        assertThat(RetryExamples.ALL.stream().map(Example::operation).distinct())
                .containsExactlyInAnyOrderElementsOf(Operations.all().stream()
                        .filter(row -> row.reply() != ReplyShape.REPORT)
                        .map(Operation::name)
                        .toList());
        for (Example example : RetryExamples.ALL) {
            String repeat = Operations.named(example.operation()).retryRule().description();
            // The others depend on what is sent, and have an example for each way.
            assertThat(example.repeatable())
                    .as(example.toString())
                    .isIn(
                            switch (repeat) {
                                case "yes" -> List.of(true);
                                case "no" -> List.of(false);
                                default -> List.of(true, false);
                            });
        }
    }

    static Stream<Arguments> cells() {
        return RetryExamples.ALL.stream().flatMap(example -> Stream.of(Failure.values())
                .filter(failure -> !example.operation().equals("get") || failure != Failure.HTTP_404)
                .map(failure -> Arguments.of(example, failure)));
    }

    /** The one operation for which nothing found is an answer. */
    @Test
    void getAnswersNothingToHttp404() throws Exception {
        Example get = RetryExamples.ALL.stream()
                .filter(example -> example.operation().equals("get"))
                .findFirst()
                .orElseThrow();
        Failure.HTTP_404.happens(account, get);
        Exchange exchange = send(get);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(get.requests(account)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aFailureThatStays(Example example, Failure failure) throws Exception {
        failure.happens(account, example);
        Exchange exchange = send(example);
        Meaning meaning = failure.meaning;
        int requests = example.repeatable() ? meaning.requests : meaning.requestsOnce;
        assertThat(exchange.getException()).isInstanceOf(failure.type);
        OntraportException exception = (OntraportException) exchange.getException();
        assertThat(exception.getAttempts()).as("attempts").isEqualTo(requests);
        assertThat(example.requests(account))
                .as("requests")
                .isEqualTo(failure == Failure.REFUSED_CONNECTION ? 0 : requests);
        assertThat(exception.isRetryable())
                .as("retryable")
                .isEqualTo(example.repeatable() ? meaning.retryable : meaning.retryableOnce);
        assertThat(exception.isOutcomeUnknown())
                .as("outcome unknown")
                .isEqualTo(!example.repeatable() && meaning.unknownOnce);
        assertThat(exception.getOperation()).isEqualTo(example.operation());
        assertThat(exchange.getMessage().getBody()).as("body").isEqualTo(example.body());
    }

    static Stream<Example> repeatable() {
        return RetryExamples.ALL.stream().filter(Example::repeatable);
    }

    /** Executed, but the reply was lost: the repeat does it, or finds it done. */
    @ParameterizedTest
    @MethodSource("repeatable")
    void aReplyThatIsLostOnce(Example example) throws Exception {
        account.sandbox().faults().on(example.method(), example.path()).dropConnectionAfterCommit();
        Exchange exchange = send(example);
        assertThat(exchange.getException()).isNull();
        assertThat(example.requests(account)).isEqualTo(2);
    }

    static List<Example> examples() {
        return RetryExamples.ALL;
    }

    /** Not executed, so it is sent again whatever it is, and that does not count as a retry. */
    @ParameterizedTest
    @MethodSource("examples")
    void http429(Example example) throws Exception {
        account.sandbox().faults().on(example.method(), example.path()).times(5).rateLimited(7);
        Exchange exchange = send(example);
        assertThat(exchange.getException()).isNull();
        assertThat(example.requests(account)).isGreaterThanOrEqualTo(6);
    }

    /** Only as long as rateLimitTimeout allows; nothing of it was executed. */
    @ParameterizedTest
    @MethodSource("examples")
    void http429ThatStays(Example example) throws Exception {
        example.fault(account).rateLimited(120);
        Exchange exchange = send(example);
        assertThat(exchange.getException()).isInstanceOfSatisfying(OntraportRateLimitedException.class, exception -> {
            assertThat(exception.isRetryable()).isTrue();
            assertThat(exception.isOutcomeUnknown()).isFalse();
            assertThat(exception.getAttempts()).isEqualTo(3);
        });
        assertThat(example.requests(account)).isEqualTo(3);
    }

    private Exchange send(Example example) throws Exception {
        List<Exchange> done = new ArrayList<>();
        account.sandbox().forgetRequests();
        VirtualAccount.send(context.getEndpoint(example.uri()), example.body(), Map.of(), done::add);
        account.clock().advance(Duration.ofMinutes(20));
        assertThat(done).as("answered once").hasSize(1);
        return done.get(0);
    }
}
