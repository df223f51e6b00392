package io.github.camelontraport.api.http;

import org.apache.hc.core5.http.message.BasicHeader;

/** A header whose value the library's log of headers does not show. */
final class MaskedHeader extends BasicHeader {

    private static final long serialVersionUID = 1L;

    MaskedHeader(String name, String value) {
        super(name, value, true);
    }

    @Override
    public String toString() {
        return getName() + ": ***";
    }
}
