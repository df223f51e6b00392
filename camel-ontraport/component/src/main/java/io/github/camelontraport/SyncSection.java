package io.github.camelontraport;

import io.github.camelontraport.operation.sync.SyncCount;
import io.github.camelontraport.operation.sync.SyncProgress;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.util.json.JsonObject;

/** How far the syncs are that run now. */
final class SyncSection implements ConsoleSection {

    @Override
    public String name() {
        return "syncs";
    }

    private static List<SyncProgress> syncs(CamelContext context) {
        return ConsoleSection.components(context).stream()
                .flatMap(component -> component.syncs().stream())
                .toList();
    }

    @Override
    public List<String> text(CamelContext context) {
        return syncs(context).stream().map(sync -> sync.line() + "\n").toList();
    }

    @Override
    public List<JsonObject> json(CamelContext context) {
        return syncs(context).stream().map(SyncSection::json).toList();
    }

    private static JsonObject json(SyncProgress sync) {
        JsonObject json = new JsonObject();
        json.put("type", sync.type());
        json.put("mode", sync.mode().name());
        for (SyncCount count : SyncCount.values()) {
            json.put(count.label(), sync.get(count));
        }
        json.put("requests", sync.requests());
        json.put("rowsPerSecond", sync.rowsPerSecond());
        if (sync.left() != null) {
            json.put("secondsLeft", sync.left().toSeconds());
        }
        return json;
    }
}
