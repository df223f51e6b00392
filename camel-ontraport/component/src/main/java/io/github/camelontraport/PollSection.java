package io.github.camelontraport;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.util.json.JsonObject;

/** How far each polling consumer is, and why it delivers nothing. */
final class PollSection implements ConsoleSection {

    @Override
    public String name() {
        return "polls";
    }

    private static Stream<ObservedPoll> polls(CamelContext context) {
        return ConsoleSection.components(context).stream().flatMap(component -> component.polls().stream());
    }

    @Override
    public List<String> text(CamelContext context) {
        return polls(context).map(PollSection::text).toList();
    }

    private static String text(ObservedPoll poll) {
        PollStatus status = poll.status();
        String owner = poll.routeId() == null ? "A consumer without a route" : "Route " + poll.routeId();
        return owner + ", " + ConsoleSection.readable(poll.endpointText()) + ": "
                + ConsoleSection.words(status.phase())
                + (status.position() == null ? "" : ", position " + status.position())
                + ", " + status.delivered() + " delivered since the start"
                + (status.at() == null ? "" : ", last poll at " + status.at())
                + (status.problem() == null ? "" : ". " + status.problem())
                + "\n";
    }

    @Override
    public List<JsonObject> json(CamelContext context) {
        return polls(context).map(PollSection::json).toList();
    }

    private static JsonObject json(ObservedPoll poll) {
        PollStatus status = poll.status();
        JsonObject json = new JsonObject();
        if (poll.routeId() != null) {
            json.put("route", poll.routeId());
        }
        json.put("endpoint", ConsoleSection.readable(poll.endpointText()));
        json.put("stateKey", poll.stateKey());
        json.put("status", ConsoleSection.words(status.phase()));
        json.put("delivered", status.delivered());
        if (status.position() != null) {
            json.put("position", status.position());
        }
        if (status.at() != null) {
            json.put("lastPoll", status.at().toString());
        }
        if (status.problem() != null) {
            json.put("problem", status.problem());
        }
        return json;
    }
}
