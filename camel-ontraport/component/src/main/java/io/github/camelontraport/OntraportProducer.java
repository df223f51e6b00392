package io.github.camelontraport;

import io.github.camelontraport.account.ClientRegistry.Connection;
import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.OperationContext;
import io.github.camelontraport.operation.OperationResult;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.catalog.OperationRunner;
import io.github.camelontraport.value.ValueEncoder;
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

/** Does the endpoint's operation with each exchange. Holds no thread while it waits. */
public class OntraportProducer extends DefaultAsyncProducer {

    private final OntraportEndpoint endpoint;
    private ValueEncoder values;
    private HealthCheck healthCheck;

    public OntraportProducer(OntraportEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
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
        outcome.whenComplete(
                (done, failure) -> endpoint.getComponent().connections().dispatch(() -> {
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
                Operation row = MessageMapper.operation(exchange.getMessage(), endpoint.configuredOperation());
                operation = row.name();
                usage = endpoint.isStreaming() ? CallContext.ofStream(operation) : CallContext.of(operation);
                ParameterValues inputs = MessageMapper.inputs(exchange.getMessage(), row, endpoint);
                return run(row, inputs);
            } catch (RuntimeException | Error e) {
                // Errors too: a bean that cannot be loaded must not leave the exchange without its answer.
                return CompletableFuture.failedFuture(e);
            }
        }

        private CompletionStage<OperationResult> run(Operation row, ParameterValues inputs) {
            Connection connection = endpoint.connection();
            if (endpoint.isRaw()) {
                endpoint.checkRaw(row);
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
                    endpoint.joining(connection, exchange));
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

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        values = new ValueEncoder(ZoneId.of(endpoint.getTimeZone()));
        endpoint.connection();
        healthCheck = new OntraportProducerHealthCheck(endpoint);
        healthCheck.setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
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
