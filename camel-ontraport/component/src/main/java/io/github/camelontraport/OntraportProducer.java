package io.github.camelontraport;

import io.github.camelontraport.account.AccountConnection;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.async.Futures;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.ReplyShape;
import io.github.camelontraport.operation.batch.BatchingPolicy;
import io.github.camelontraport.operation.catalog.OperationRunner;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.mapper.RecordMapperFactory;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.service.ServiceHelper;

/** Runs the operation for each exchange. Blocks no thread while it waits for the API. */
public class OntraportProducer extends DefaultAsyncProducer {

    /** Exchange property: the milliseconds that an operation waited for the account's rate limit. Absent when it did not. */
    public static final String RATE_LIMIT_WAIT = "CamelOntraportRateLimitWait";

    private final EndpointContext endpoint;
    private final ProducerOptions options;
    /** Read once at the start, as they do not change while messages pass. */
    private ParameterValues optionValues;

    private Optional<Operation> configuredOperation;
    /** Empty for raw calls, and when only the account knows the type. */
    private Optional<ObjectType> knownType;

    private ValueEncoder values;
    private RecordMapperFactory mappers;
    private RejectedRows rejected;
    private HealthCheck healthCheck;

    OntraportProducer(EndpointContext endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.options = new ProducerOptions(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Processing processing = new Processing(exchange);
        CompletableFuture<OperationResult> outcome = processing.start().toCompletableFuture();
        if (outcome.isDone()) {
            Futures.onEnd(outcome, processing::finish);
            callback.done(true);
            return true;
        }
        Futures.onEnd(outcome, (done, failure) -> endpoint.services().clients().dispatch(() -> {
            processing.finish(done, failure);
            callback.done(false);
        }));
        return false;
    }

    @Override
    public String toString() {
        return "Producer[" + endpoint + "]";
    }

    /** The processing of one exchange. */
    private final class Processing {

        private final Exchange exchange;
        private CallContext usage = CallContext.of("unknown");
        private Operation row;
        private String objectType;

        Processing(Exchange exchange) {
            this.exchange = exchange;
        }

        CompletionStage<OperationResult> start() {
            try {
                MessageMapper.forgetReports(exchange.getMessage());
                row = MessageMapper.operation(exchange.getMessage(), configuredOperation);
                usage = optionValues.fixed().streaming()
                        ? CallContext.ofStream(row.name())
                        : CallContext.of(row.name());
                return run(MessageMapper.parameters(exchange.getMessage(), row, optionValues, this::body));
            } catch (RuntimeException | Error e) {
                // Errors, too: a class that cannot be loaded must not leave the exchange incomplete.
                return CompletableFuture.failedFuture(e);
            }
        }

        private Object body() {
            if (row.reply() != ReplyShape.REPORT) {
                return MessageBodyDecoder.read(exchange.getMessage());
            }
            SyncOptions syncs = new SyncOptions(endpoint);
            syncs.checkSync(optionValues);
            return SyncRows.of(
                    exchange.getMessage(),
                    syncs.settings(),
                    new ProducerSyncHost(endpoint, endpoint.connection(), rejected),
                    () -> endpoint.services().stoppingRoutes().have(exchange));
        }

        private CompletionStage<OperationResult> run(ParameterValues parameters) {
            AccountConnection connection = endpoint.connection();
            options.checkRaw(row);
            if (endpoint.isRaw()) {
                return OperationRunner.run(row, context(null, parameters, connection));
            }
            objectType = endpoint.getObjectType();
            if (knownType.isPresent()) {
                return run(knownType.get(), parameters, connection);
            }
            return onRouteThread(connection.metadata().customType(objectType, connection.client(), usage))
                    .thenCompose(type -> run(type, parameters, connection));
        }

        /**
         * Continues on this thread, or on a Camel thread: reading the body runs code of the application, which must not hold
         * a thread of the HTTP client.
         */
        private <T> CompletionStage<T> onRouteThread(CompletionStage<T> stage) {
            return Futures.continuedOn(endpoint.services().clients()::dispatch, stage);
        }

        private CompletionStage<OperationResult> run(
                ObjectType type, ParameterValues parameters, AccountConnection connection) {
            objectType = type.plural();
            return OperationRunner.run(row, context(type, parameters, connection));
        }

        private OperationContext context(ObjectType type, ParameterValues parameters, AccountConnection connection) {
            return new OperationContext(
                    type,
                    parameters,
                    connection.client(),
                    connection.metadata(),
                    values,
                    type == null
                            ? null
                            : mappers.mapper(
                                    type,
                                    connection.metadata(),
                                    connection.client(),
                                    usage,
                                    endpoint.services().clients()::dispatch),
                    usage,
                    batching(connection, exchange));
        }

        private Throwable translate(Throwable failure) {
            return ExceptionMapper.of(failure, row == null ? null : row.name(), objectType);
        }

        void finish(OperationResult outcome, Throwable failure) {
            try {
                MessageMapper.report(exchange, usage, objectType);
                if (failure == null) {
                    MessageMapper.removeRead(exchange.getMessage(), row);
                    MessageMapper.accept(exchange, outcome, this::translate);
                } else {
                    Throwable translated = translate(failure);
                    MessageMapper.reportDecline(exchange.getMessage(), translated);
                    exchange.setException(translated);
                }
            } catch (RuntimeException | Error e) {
                exchange.setException(e);
            }
        }
    }

    /** How the exchange is joined with others; {@code null} when it is not. */
    private BatchingPolicy<OperationResult> batching(AccountConnection connection, Exchange exchange) {
        OntraportProducerConfiguration configuration = endpoint.getProducerConfiguration();
        return configuration.getBatchDelay() == 0
                ? null
                : new BatchingPolicy<>(
                        connection.batcher(),
                        connection.settings(),
                        Duration.ofMillis(configuration.getBatchDelay()),
                        configuration.getBatchSize(),
                        () -> endpoint.services().stoppingRoutes().have(exchange));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        values = new ValueEncoder(ZoneId.of(endpoint.getCommonConfiguration().getTimeZone()));
        EndpointOptions endpointOptions = new EndpointOptions(endpoint);
        optionValues = endpointOptions.values();
        mappers = new RecordMapperFactory(endpointOptions.format());
        configuredOperation = options.operation();
        knownType = endpoint.knownType();
        rejected = new RejectedRows(endpoint, this::translateRow);
        rejected.start();
        endpoint.connection();
        healthCheck = new OntraportProducerHealthCheck(endpoint);
        healthCheck.setEnabled(((HealthCheckComponent) endpoint.getComponent()).isHealthCheckProducerEnabled());
        repository().ifPresent(checks -> checks.addHealthCheck(healthCheck));
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            repository().ifPresent(checks -> checks.removeHealthCheck(healthCheck));
            healthCheck = null;
        }
        ServiceHelper.stopService(rejected);
        super.doStop();
    }

    private Throwable translateRow(Throwable failure) {
        return ExceptionMapper.of(failure, OntraportOperation.sync.name(), endpoint.getObjectType());
    }

    private Optional<WritableHealthCheckRepository> repository() {
        return Optional.ofNullable(HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class));
    }
}
