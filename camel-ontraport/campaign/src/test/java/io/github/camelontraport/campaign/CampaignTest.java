package io.github.camelontraport.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.campaign.fault.FaultKind;
import io.github.camelontraport.campaign.fault.FaultKinds;
import io.github.camelontraport.campaign.world.Fault;
import io.github.camelontraport.campaign.world.Side;
import io.github.camelontraport.campaign.world.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTest {

    /** For longer, {@code -Dcampaign.minutes=60}. */
    private static final String MINUTES = System.getProperty("campaign.minutes", "0.4");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private boolean run(List<String> words) {
        return new Campaign(Options.parse(words), new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
    }

    @Test
    void nothingIsLostInRandomWorlds() {
        boolean isClean = run(List.of("--minutes", MINUTES));

        assertThat(isClean).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }

    @Test
    void aSeedPlansTheSameAccountFaultsAndTimes() {
        List<String> planned = plan(4711);

        assertThat(planned).isNotEmpty().isEqualTo(plan(4711)).isNotEqualTo(plan(4712));
    }

    /** What the account has and what comes next, at the beginning and at the end of each fault. */
    private static List<String> plan(long seed) {
        FaultKind kind = FaultKinds.all()
                .filter(each -> each.name().equals("HTTP 500"))
                .findAny()
                .orElseThrow();
        List<String> planned = new ArrayList<>();
        Fault recorded = new Fault() {

            @Override
            public void on(World world) throws Exception {
                kind.fault().on(world);
                planned.add("on " + state(world));
            }

            @Override
            public void off(World world) throws Exception {
                kind.fault().off(world);
                planned.add("off " + state(world));
            }
        };
        new WorldRun(Side.POLL, new FaultKind(kind.name(), kind.sides(), recorded), seed).run();
        return planned;
    }

    /** Two worlds whose random numbers go on in the same way have chosen the same faults. */
    private static String state(World world) {
        return world.time().elapsed() + " " + world.random().nextLong() + " "
                + world.account().records(0);
    }

    /** Found by the campaign: it looked as if the server's clock had been set back, and changes came again. */
    @Test
    void slowRepliesRepeatNothing() {
        boolean isClean = run(List.of("--world", "26076442616826123", "--side", "poll", "--fault", "slow reply"));

        assertThat(isClean).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
