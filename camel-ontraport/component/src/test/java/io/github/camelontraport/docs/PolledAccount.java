package io.github.camelontraport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.AtomicFileStateRepository;
import io.github.camelontraport.FileSyncLedger;
import io.github.camelontraport.OntraportEndpoint;
import io.github.camelontraport.OntraportEvent;
import io.github.camelontraport.api.type.ObjectType;
import io.github.camelontraport.api.type.ObjectTypes;
import io.github.camelontraport.sandbox.OntraportSandbox;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * What examples that watch an account need: they are polled by the test and not by the clock, their files go into a
 * folder of the test, and something happens to records.
 */
final class PolledAccount extends LifecycleStrategySupport {

    private static final Map<String, Object> NORA =
            Map.of("firstname", "Nora", "lastname", "Stone", "email", "nora.stone@example.com");

    private final OntraportSandbox sandbox;
    private final Path folder;
    private final List<Supplier<File>> files = new CopyOnWriteArrayList<>();

    PolledAccount(OntraportSandbox sandbox, Path folder) {
        this.sandbox = sandbox;
        this.folder = folder;
    }

    @Override
    public void onEndpointAdd(Endpoint endpoint) {
        if (endpoint instanceof OntraportEndpoint watched) {
            if (watched.getSyncConfiguration().getSyncLedger() instanceof FileSyncLedger ledger
                    && !Path.of(ledger.getFile()).isAbsolute()) {
                ledger.setFile(inFolder(new File(ledger.getFile())).toString());
                files.add(() -> new File(ledger.getFile()));
            }
            watched.setStartScheduler(false);
            if (watched.getPollConfiguration().getEvent() == OntraportEvent.deleted) {
                // A deletion is confirmed by a read that begins settleTime after the one that missed the record.
                watched.getPollConfiguration().setSettleTime(0);
            }
            if (watched.getPollConfiguration().getStateRepository() instanceof AtomicFileStateRepository repository
                    && !repository.getFileStore().isAbsolute()) {
                // The component starts it, not the context.
                repository.setFileStore(inFolder(repository.getFileStore()));
                files.add(repository::getFileStore);
            }
        }
    }

    /** Before it is started. */
    @Override
    public void onServiceAdd(CamelContext context, Service service, Route route) {
        if (service instanceof FileIdempotentRepository repository) {
            repository.setFileStore(inFolder(repository.getFileStore()));
            files.add(repository::getFileStore);
        }
    }

    private File inFolder(File file) {
        assertThat(file).as("a relative file name").isRelative();
        return folder.resolve(file.toPath()).toFile();
    }

    /** @param record fields of the record that it happens to; {@code null} for some */
    void happen(OntraportEndpoint endpoint, Map<String, Object> record) {
        int type = ObjectTypes.find(endpoint.getObjectType()).orElseThrow().id();
        Map<String, Object> fields = record == null ? NORA : record;
        switch (endpoint.getPollConfiguration().getEvent()) {
            case created -> sandbox.create(type, fields);
            case updated -> sandbox.update(type, first(type), fields);
            case tagged ->
                sandbox.addTag(
                        type,
                        sandbox.create(type, fields),
                        endpoint.getPollConfiguration().getTag());
            case deleted -> sandbox.delete(type, first(type));
            default ->
                throw new IllegalArgumentException(
                        "No poll tells " + endpoint.getPollConfiguration().getEvent());
        }
    }

    private long first(int type) {
        String idField = ObjectTypes.find(Integer.toString(type))
                .map(ObjectType::idField)
                .orElseThrow();
        return Long.parseLong(sandbox.records(type).get(0).get(idField).toString());
    }

    void assertFilesAreKept() {
        assertThat(files).allSatisfy(file -> assertThat(file.get()).isNotEmpty());
    }
}
