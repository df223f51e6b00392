package io.github.camelontraport.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelontraport.campaign.world.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static Options parse(String... words) {
        return Options.parse(List.of(words));
    }

    @Test
    void runsWorldsAndFuzzesByDefault() {
        Options options = parse();

        assertThat(options.minutes()).isEqualTo(5);
        assertThat(options.fuzz()).isEqualTo(1_000_000);
        assertThat(options.hours()).isZero();
        assertThat(options.hasWorlds()).isTrue();
    }

    @Test
    void aSeedAloneChangesNoAmount() {
        Options options = parse("--seed", "5");

        assertThat(options.seed()).isEqualTo(5);
        assertThat(options.minutes()).isEqualTo(5);
        assertThat(options.fuzz()).isEqualTo(1_000_000);
    }

    @Test
    void sideAndFaultAloneRunTheirWorlds() {
        Options options = parse("--side", "poll", "--fault", "kill");

        assertThat(options.minutes()).isEqualTo(5);
        assertThat(options.fuzz()).isZero();
        assertThat(options.round(0)).singleElement().satisfies(run -> {
            assertThat(run.side()).isEqualTo(Side.POLL);
            assertThat(run.kind().name()).isEqualTo("kill");
        });
    }

    @Test
    void anAmountReplacesTheDefaults() {
        assertThat(parse("--minutes", "0.5").fuzz()).isZero();
        assertThat(parse("--rounds", "2").minutes()).isZero();
        assertThat(parse("--fuzz", "1000").hasWorlds()).isFalse();
        assertThat(parse("--hours", "8").hasWorlds()).isFalse();
        assertThat(parse("--hours", "8").fuzz()).isZero();
        assertThat(parse("--world", "7").fuzz()).isZero();
        assertThat(parse("--minutes", "1", "--fuzz", "1000"))
                .returns(1.0, Options::minutes)
                .returns(1000L, Options::fuzz);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--minutes", "--rounds", "--fuzz", "--hours"})
    void refusesARunThatDoesNothing(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(name, "0")).withMessageContaining(name);
        assertThatIllegalArgumentException().isThrownBy(() -> parse(name, "-1")).withMessageContaining(name);
    }

    @Test
    void refusesMinutesThatAreNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--minutes", "NaN"));
    }

    @Test
    void refusesALongRunThatIsTooShortToJudge() {
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--hours", "1"));
    }

    @Test
    void refusesASideOfWorldsThatDoNotRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--hours", "8", "--side", "poll"))
                .withMessageContaining("--minutes");
    }

    @Test
    void refusesAFaultThatTheSideDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--side", "push", "--fault", "HTTP 404"))
                .withMessageContaining("[poll, produce, sync]")
                .withMessageContaining("delivery lost");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--fault", "earthquake"))
                .withMessageContaining("HTTP 500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--side", "pull"))
                .withMessageContaining("[poll, produce, push, sync]");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--hour", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--hours"));
    }

    @Test
    void aSeedPlansTheSameWorlds() {
        assertThat(parse("--seed", "5").round(3)).isEqualTo(parse("--seed", "5").round(3));
        assertThat(parse("--seed", "5").round(3))
                .isNotEqualTo(parse("--seed", "6").round(3));
    }
}
