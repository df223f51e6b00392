package io.github.camelontraport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.operation.DescribeAs;
import io.github.camelontraport.operation.EndpointOnlyOptions;
import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.Parameter;
import io.github.camelontraport.operation.ParameterValues;
import io.github.camelontraport.operation.catalog.Operations;
import io.github.camelontraport.value.ValueEncoder;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageMapperTest {

    private static final Operation GET = Operations.named("get");
    private static final Operation COUNT = Operations.named("count");

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final Message message = exchange.getMessage();

    private static ParameterValues options(Map<Parameter, Object> options) {
        return ParameterValues.ofOptions(
                options,
                new EndpointOnlyOptions(
                        false, false, true, 50, false, DescribeAs.fields, new ValueEncoder(ZoneOffset.UTC)));
    }

    private ParameterValues inputs(Operation row) {
        return MessageMapper.parameters(
                message, row, options(Map.of(Parameter.RECORD_ID, "1")), () -> MessageBodyDecoder.read(message));
    }

    @Test
    void reportsOfEarlierStepsAreRemoved() {
        message.setHeader(OntraportConstants.COUNT, 3L);
        message.setHeader(OntraportConstants.OBJECT_ID, "4");
        message.setHeader("mine", "stays");

        MessageMapper.forgetReports(message);

        assertThat(message.getHeaders()).containsOnlyKeys("mine");
    }

    @Test
    void theHeaderNamesTheOperationBeforeTheOption() {
        message.setHeader(OntraportConstants.OPERATION, "count");

        assertThat(MessageMapper.operation(message, Optional.of(GET))).isSameAs(COUNT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aBlankHeaderLeavesItToTheOption(String blank) {
        message.setHeader(OntraportConstants.OPERATION, blank);

        assertThat(MessageMapper.operation(message, Optional.of(GET))).isSameAs(GET);
    }

    @Test
    void withoutOptionAndHeaderThereIsNoOperation() {
        assertThatThrownBy(() -> MessageMapper.operation(message, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("No operation is given")
                .hasMessageContaining(OntraportConstants.OPERATION);
    }

    @Test
    void aHeaderWinsOverTheOption() {
        message.setHeader(OntraportConstants.RECORD_ID, 2);

        assertThat(inputs(GET).number(Parameter.RECORD_ID)).contains(2L);
    }

    @Test
    void withoutAHeaderTheOptionCounts() {
        assertThat(inputs(GET).number(Parameter.RECORD_ID)).contains(1L);
    }

    @Test
    void aSelectingHeaderWithoutAValueIsRefused() {
        message.setHeader(OntraportConstants.RECORD_ID, null);

        assertThatThrownBy(() -> inputs(GET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Header " + OntraportConstants.RECORD_ID + " is set but has no value");
    }

    @Test
    void theBodyIsHandedOnAsItIs() {
        Map<String, Object> body = Map.of("id", 5);
        message.setBody(body);

        assertThat(inputs(GET).body()).isSameAs(body);
    }

    @Test
    void anInvoiceOfADeclinedCardIsReported() {
        MessageMapper.reportDecline(message, new IllegalStateException("no decline"));

        assertThat(message.getHeaders()).isEmpty();
    }
}
