package io.guanxi.audience.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.audience.compare.AudienceProfile.ProfileRow;
import io.guanxi.audience.compare.AudienceProfile.Verdict;
import io.guanxi.audience.engine.Tallies.Attribute;
import io.guanxi.audience.engine.Tallies.Count;
import io.guanxi.audience.engine.Tallies.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes an audience differ, worked out by hand. */
class ProfilerTest {

    /**
     * 30 of 100 in the audience against 120 of the 900 others: shares 0.3 and 0.1333, pooled 0.15, standard error
     * √(0.15 · 0.85 · (1/100 + 1/900)) = 0.037639, z = 0.166667 / 0.037639 = 4.4281.
     */
    @Test
    void aShareIsComparedWithThatOfAllOthers() {
        assertThat(Proportions.z(30, 100, 150, 1000)).isCloseTo(4.4281, within(0.0001));
        assertThat(Proportions.z(0, 100, 150, 1000)).isNegative();
    }

    @Test
    void countsTooSmallForTheTestAreNotTested() {
        assertThat(Proportions.z(4, 100, 49, 1000)).as("4.9 expected within").isNaN();
        assertThat(Proportions.z(4, 100, 50, 1000)).as("5 expected within").isNotNaN();
        assertThat(Proportions.z(96, 100, 951, 1000)).as("4.9 without it").isNaN();
        assertThat(Proportions.z(150, 1000, 150, 1000)).as("no others").isNaN();
        assertThat(Proportions.z(0, 0, 150, 1000)).as("nobody").isNaN();
    }

    @Test
    void pValuesAreThoseOfTheTables() {
        assertThat(Proportions.pValue(0)).isCloseTo(1, within(1e-12));
        assertThat(Proportions.pValue(1.959963985)).isCloseTo(0.05, within(1e-9));
        assertThat(Proportions.pValue(-2.575829304)).isCloseTo(0.01, within(1e-9));
        assertThat(Proportions.pValue(2 * Math.sqrt(2))).isCloseTo(0.004677734981, within(1e-12));
        assertThat(Proportions.pValue(3.290526731)).isCloseTo(0.001, within(1e-11));
    }

    @Test
    void aProfileSaysWhatIsOverAndUnderAndWhatCannotBeTold() {
        AudienceProfile profile = Profiler.profile(
                new Tally(
                        List.of(
                                new Count(Attribute.CHANNEL, "live-code", 30, 150),
                                new Count(Attribute.CHANNEL, "search", 10, 100),
                                new Count(Attribute.CHANNEL, "kiosk", 2, 3),
                                new Count(Attribute.STAGE, "LOYALTY", 1, 300),
                                new Count(Attribute.RFM, "5-4-3", 0, 0)),
                        Map.of()),
                100,
                1000);
        assertThat(profile.rows())
                .extracting(ProfileRow::key, ProfileRow::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("LOYALTY", Verdict.UNDER),
                        org.assertj.core.groups.Tuple.tuple("5-4-3", Verdict.TOO_FEW),
                        org.assertj.core.groups.Tuple.tuple("live-code", Verdict.OVER),
                        org.assertj.core.groups.Tuple.tuple("search", Verdict.ALIKE),
                        org.assertj.core.groups.Tuple.tuple("kiosk", Verdict.TOO_FEW));
        ProfileRow channel = profile.rows().get(2);
        assertThat(channel.share()).isEqualTo(0.3);
        assertThat(channel.shareOfEverybody()).isEqualTo(0.15);
        assertThat(channel.ratio()).isEqualTo(2);
        assertThat(profile.rows().get(1).ratio()).isNull();
        assertThat(profile.compared()).isEqualTo(3);
        assertThat(profile.figures()).allMatch(figure -> figure.median() == null);
    }
}
