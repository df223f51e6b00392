package io.github.camelontraport.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

/** The spans of a context's routes, from when this is made until it is closed. */
public final class RecordedSpans implements AutoCloseable {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();

    public RecordedSpans(CamelContext context) {
        OpenTelemetrySdk telemetry =
                OpenTelemetrySdk.builder().setTracerProvider(provider).build();
        context.getRegistry().bind("tracer", telemetry.getTracer("test"));
        context.getRegistry().bind("propagators", telemetry.getPropagators());
        new OpenTelemetryTracer().init(context);
    }

    /** Those that have ended. */
    public List<SpanData> finished() {
        return exporter.getFinishedSpanItems();
    }

    /** The first of this name, which must have ended. */
    public SpanData named(String name) {
        List<SpanData> finished = finished();
        assertThat(finished).extracting(SpanData::getName).contains(name);
        return finished.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The value of a span's tag; null for none. */
    public static String tag(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    @Override
    public void close() {
        provider.close();
    }
}
