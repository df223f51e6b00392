package io.github.camelontraport.campaign;

import io.github.camelontraport.campaign.fault.FaultKind;
import io.github.camelontraport.campaign.fault.FaultKinds;
import io.github.camelontraport.campaign.world.Findings;
import io.github.camelontraport.campaign.world.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table: a row for each kind of fault. */
final class Report {

    private static final String HEAD =
            """
            | Fault | poll | produce | push | sync | Done | Again | Lost | Repeated | Stuck | Threads | Sockets |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    private static final Set<Findings.Kind> COLUMNS = EnumSet.range(Findings.Kind.LOST, Findings.Kind.LEAKED_SOCKET);

    private final Map<String, Row> rows = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int worlds;

    private static final class Row {
        private final Map<Side, Integer> worlds = new EnumMap<>(Side.class);
        private final Map<Findings.Kind, Integer> broken = new EnumMap<>(Findings.Kind.class);
        private long done;
        private long again;

        void add(Side side, Findings findings) {
            worlds.merge(side, 1, Integer::sum);
            done += findings.events();
            again += findings.repeats();
            for (Findings.Kind kind : COLUMNS) {
                broken.merge(kind, findings.of(kind).size(), Integer::sum);
            }
        }

        String line(String name) {
            StringBuilder line = new StringBuilder("| ").append(name);
            for (Side side : Side.values()) {
                line.append(" | ")
                        .append(worlds.containsKey(side) ? worlds.get(side).toString() : "");
            }
            line.append(" | ").append(done).append(" | ").append(again);
            for (Findings.Kind kind : COLUMNS) {
                line.append(" | ").append(broken.getOrDefault(kind, 0));
            }
            return line.append(" |\n").toString();
        }
    }

    /** @return whether nothing is wrong */
    boolean add(WorldRun run, Findings findings) {
        worlds++;
        rows.computeIfAbsent(run.kind().name(), none -> new Row()).add(run.side(), findings);
        rows.computeIfAbsent("all", none -> new Row()).add(run.side(), findings);
        if (!findings.isClean()) {
            failures.add(run.options() + "\n" + findings);
        }
        return findings.isClean();
    }

    int worlds() {
        return worlds;
    }

    List<String> failures() {
        return failures;
    }

    String table() {
        StringBuilder text = new StringBuilder(HEAD);
        FaultKinds.all()
                .map(FaultKind::name)
                .filter(rows::containsKey)
                .forEach(name -> text.append(rows.get(name).line(name)));
        if (rows.containsKey("all")) {
            text.append(rows.get("all").line("all"));
        }
        return text.toString();
    }
}
