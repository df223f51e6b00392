package io.github.camelontraport.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.support.CapturedLog;
import java.util.ConcurrentModificationException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Test;

/** A closed reactor goes through its sessions while they are removed. */
class ReactorExceptionsTest {

    private final ReactorExceptions exceptions = new ReactorExceptions();
    private final CloseableHttpAsyncClient client =
            exceptions.watch(HttpAsyncClientBuilder.create().build());

    @Test
    void whatAnIoThreadThrowsIsAnErrorOnlyWhileTheClientIsOpen() {
        try (CapturedLog log = new CapturedLog(ReactorExceptions.class.getName())) {
            client.start();
            exceptions.execute(new ConcurrentModificationException());
            assertThat(log.lines()).singleElement().asString().startsWith("ERROR");

            client.close(CloseMode.IMMEDIATE);
            exceptions.execute(new ConcurrentModificationException());
            assertThat(log.lines()).filteredOn(line -> line.startsWith("ERROR")).hasSize(1);
        } finally {
            client.close(CloseMode.IMMEDIATE);
        }
    }
}
