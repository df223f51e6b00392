package io.github.camelontraport;

import io.github.camelontraport.api.InvalidInputException;
import io.github.camelontraport.option.EndpointUri;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.SendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.service.ServiceSupport;

/** Lets the values of {@code toD} arrive as the expressions give them: Camel itself would change {@code %} and {@code +}. */
@SendDynamic("ontraport")
public class OntraportSendDynamicAware extends ServiceSupport implements SendDynamicAware {

    /** Camel joins the texts on both sides of a plus, one of which names its language; in RAW a plus is a plus. */
    private static final Pattern RAW = Pattern.compile("RAW\\(.*?\\)|RAW\\{.*?\\}");

    private static final Pattern LOST_PLUS = Pattern.compile("\\+(?!language:)");

    private CamelContext camelContext;
    private String scheme;

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        String withoutRaw = RAW.matcher(originalUri).replaceAll("");
        if (LOST_PLUS.matcher(withoutRaw).find()) {
            boolean cutShort = !withoutRaw.equals(originalUri);
            throw new InvalidInputException(
                    "toD: a plus in its URI joins texts and is lost; write the value with the plus"
                            + (cutShort
                                    ? " as RAW{value}, as toD ends RAW(value) at the first closing bracket,"
                                    : " as RAW(value),")
                            + " or give it in a header or a variable");
        }
        EndpointUri parsed = EndpointUri.parseWritten(uri.replaceFirst("^([^:?]*)://", "$1:"));
        return parsed.changesInNormalForm() ? new DynamicAwareEntry(parsed.arriving(), originalUri, null, null) : null;
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return entry.getUri();
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
