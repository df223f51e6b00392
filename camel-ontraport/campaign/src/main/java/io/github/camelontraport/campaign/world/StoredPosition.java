package io.github.camelontraport.campaign.world;

import io.github.camelontraport.AtomicFileStateRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Positions in a file, on a disk that can fail. */
final class StoredPosition extends ServiceSupport implements StateRepository<String, String> {

    private final Storage storage;
    private final AtomicFileStateRepository file;

    StoredPosition(Storage storage) {
        this.storage = storage;
        this.file = new AtomicFileStateRepository(storage.state());
    }

    @Override
    public void setState(String key, String value) {
        storage.check(true);
        file.setState(key, value);
    }

    @Override
    public String getState(String key) {
        storage.check(false);
        return file.getState(key);
    }

    @Override
    protected void doStart() {
        file.start();
    }

    @Override
    protected void doStop() {
        file.stop();
    }
}
