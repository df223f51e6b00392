package io.github.camelontraport.operation;

import io.github.camelontraport.api.CallContext;
import io.github.camelontraport.api.ClientFixture;
import io.github.camelontraport.api.http.Transport;
import io.github.camelontraport.api.http.TransportRequest;
import io.github.camelontraport.api.http.TransportResponse;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.value.ObjectMetadataCache;
import io.github.camelontraport.value.ValueEncoder;
import io.github.camelontraport.value.mapper.FieldFormat;
import io.github.camelontraport.value.mapper.FieldNaming;
import io.github.camelontraport.value.mapper.RecordFormat;
import io.github.camelontraport.value.mapper.RecordMapperFactory;
import io.github.camelontraport.value.mapper.UnknownFields;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** An operation context without network: replies are queued, requests are kept. */
public final class OperationFixture {

    public final List<TransportRequest> sent = new ArrayList<>();
    private final Deque<TransportResponse> replies = new ArrayDeque<>();
    private final Map<Parameter, Object> headers = new EnumMap<>(Parameter.class);
    private boolean allowAll;

    private final Transport transport = request -> {
        sent.add(request);
        return CompletableFuture.completedFuture(replies.remove());
    };

    /** Queues a successful reply with these data. */
    public OperationFixture reply(String data) {
        String body = "{\"code\":0,\"data\":" + data + "}";
        replies.add(new TransportResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public OperationFixture header(Parameter parameter, Object value) {
        headers.put(parameter, value);
        return this;
    }

    public OperationFixture allowAll() {
        allowAll = true;
        return this;
    }

    public OperationContext context(ObjectType type, Object body) {
        ClientFixture fixture = new ClientFixture(transport);
        ValueEncoder encoder = new ValueEncoder(ZoneOffset.UTC);
        EndpointOnlyOptions fixed =
                new EndpointOnlyOptions(false, allowAll, true, 50, false, DescribeAs.fields, encoder);
        ObjectMetadataCache metadata = new ObjectMetadataCache(fixture.timeSource);
        RecordFormat format = new RecordFormat(FieldFormat.raw, FieldNaming.key, UnknownFields.ignore, ZoneOffset.UTC);
        CallContext callContext = CallContext.of("test");
        return new OperationContext(
                type,
                new ParameterValues(headers, Map.of(), Set.of(), () -> body, fixed),
                fixture.client,
                metadata,
                encoder,
                new RecordMapperFactory(format).mapper(type, metadata, fixture.client, callContext, Runnable::run),
                callContext,
                null);
    }

    /** Method, path and body of each request. */
    public List<String> requests() {
        return sent.stream()
                .map(request -> request.method() + " "
                        + request.uri().getPath().replaceFirst("^/1", "")
                        + (request.uri().getQuery() == null
                                ? ""
                                : "?" + request.uri().getQuery())
                        + (request.body() == null ? "" : " " + new String(request.body(), StandardCharsets.UTF_8)))
                .toList();
    }
}
