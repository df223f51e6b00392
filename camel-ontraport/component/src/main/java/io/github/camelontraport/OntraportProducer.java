package io.github.camelontraport;

import io.github.camelontraport.account.ClientRegistry.Connection;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.batch.BatchingPolicy;
import io.github.camelontraport.operation.catalog.OperationRunner;
import io.github.camelontraport.value.ValueEncoder;
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

/** Does the endpoint's operation with each exchange. Holds no thread while it waits. */
public class OntraportProducer extends DefaultAsyncProducer {

    private final EndpointContext endpoint;
    private final ProducerOptions options;
    /** Read once at the start, as they do not change while messages pass. */
    private ParameterValues optionValues;

    private ValueEncoder values;
    private HealthCheck healthCheck;

    OntraportProducer(EndpointContext endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.options = new ProducerOptions(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Work work = new Work(exchange);
        CompletableFuture<OperationResult> outcome = work.start().toCompletableFuture();
        if (outcome.isDone()) {
            outcome.whenComplete(work::finish);
            callback.done(true);
            return true;
        }
        outcome.whenComplete((done, failure) -> endpoint.services().clients().dispatch(() -> {
            work.finish(done, failure);
            callback.done(false);
        }));
        return false;
    }

    @Override
    public String toString() {
        return "Producer[" + endpoint + "]";
    }

    /** One exchange's way through the producer. */
    private final class Work {

        private final Exchange exchange;
        private CallContext usage = CallContext.of("unknown");
        private String operation;
        private String objectType;

        Work(Exchange exchange) {
            this.exchange = exchange;
        }

        CompletionStage<OperationResult> start() {
            try {
                MessageMapper.forgetReports(exchange.getMessage());
                Operation row = MessageMapper.operation(exchange.getMessage(), options.operation());
                operation = row.name();
                usage = optionValues.fixed().streaming() ? CallContext.ofStream(operation) : CallContext.of(operation);
                ParameterValues inputs = MessageMapper.inputs(exchange.getMessage(), row, optionValues);
                return run(row, inputs);
            } catch (RuntimeException | Error e) {
                // Errors too: a bean that cannot be loaded must not leave the exchange without its answer.
                return CompletableFuture.failedFuture(e);
            }
        }

        private CompletionStage<OperationResult> run(Operation row, ParameterValues inputs) {
            Connection connection = endpoint.connection();
            options.checkRaw(row);
            if (endpoint.isRaw()) {
                return OperationRunner.run(row, context(null, inputs, connection));
            }
            objectType = endpoint.getObjectType();
            Optional<ObjectType> known = endpoint.knownType();
            if (known.isPresent()) {
                return run(row, known.get(), inputs, connection);
            }
            return connection
                    .metadata()
                    .customType(objectType, connection.client(), usage)
                    .thenCompose(type -> run(row, type, inputs, connection));
        }

        private CompletionStage<OperationResult> run(
                Operation row, ObjectType type, ParameterValues inputs, Connection connection) {
            objectType = type.plural();
            return OperationRunner.run(row, context(type, inputs, connection));
        }

        private OperationContext context(ObjectType type, ParameterValues inputs, Connection connection) {
            return new OperationContext(
                    type,
                    inputs,
                    connection.client(),
                    connection.metadata(),
                    values,
                    usage,
                    batching(connection, exchange));
        }

        private Throwable told(Throwable failure) {
            return ExceptionMapper.of(failure, operation, objectType);
        }

        void finish(OperationResult outcome, Throwable failure) {
            try {
                MessageMapper.report(exchange.getMessage(), usage, objectType);
                if (failure == null) {
                    MessageMapper.accept(exchange, outcome, this::told);
                } else {
                    Throwable told = told(failure);
                    MessageMapper.reportDecline(exchange.getMessage(), told);
                    exchange.setException(told);
                }
            } catch (RuntimeException | Error e) {
                exchange.setException(e);
            }
        }
    }

    /** How the exchange is joined with others; {@code null} when it is not. */
    private BatchingPolicy<OperationResult> batching(Connection connection, Exchange exchange) {
        OntraportProducerConfiguration configuration = endpoint.getProducerConfiguration();
        return configuration.getBatchDelay() == 0
                ? null
                : new BatchingPolicy<>(
                        connection.joiner(),
                        connection.settings(),
                        Duration.ofMillis(configuration.getBatchDelay()),
                        configuration.getBatchSize(),
                        () -> endpoint.services().stoppingRoutes().have(exchange));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        values = new ValueEncoder(ZoneId.of(endpoint.getCommonConfiguration().getTimeZone()));
        optionValues = new EndpointOptions(endpoint).values();
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
        super.doStop();
    }

    private Optional<WritableHealthCheckRepository> repository() {
        return Optional.ofNullable(HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class));
    }
}
