package io.guanxi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.platform.DuckDb;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

class SplitTest {

    /** {@code printf 'a:1' | md5sum} begins 9ef12b2e, which is 0.62087 of 2^32. */
    @Test
    void aMembersPlaceIsTheBeginningOfTheMd5OfSaltAndNumber() {
        assertThat(new Split("a", List.of(0.6208, 1 - 0.6208)).armOf(1)).isEqualTo(1);
        assertThat(new Split("a", List.of(0.6209, 1 - 0.6209)).armOf(1)).isZero();
    }

    @Test
    void duckDbFindsTheSameArms(@TempDir Path folder) throws Exception {
        try (DuckDb duck = DuckDb.inMemory(folder, "200MB")) {
            for (Split split : List.of(
                    Split.holdout("g:1", 0.02),
                    new Split("x", List.of(1.0, 2.0, 3.0)),
                    new Split("y", List.of(0.0, 1.0, 0.0)))) {
                List<Integer> arms = duck.client()
                        .sql("SELECT " + split.sql("n") + " FROM range(1, 3001) AS t(n) ORDER BY n")
                        .query(Integer.class)
                        .list();
                for (int member = 1; member <= 3000; member++) {
                    assertThat(arms.get(member - 1)).isEqualTo(split.armOf(member));
                }
            }
        }
    }

    @Test
    void armsAreAsLargeAsTheirWeightsAndHoldEveryMemberOnce() {
        Split split = new Split("spring-2026", List.of(1.0, 1.0, 2.0));
        RoaringBitmap members = RoaringBitmap.bitmapOfRange(1, 100_001);
        List<RoaringBitmap> arms = split.divide(members);
        assertThat(arms.get(0).getCardinality()).isCloseTo(25_000, within(600));
        assertThat(arms.get(2).getCardinality()).isCloseTo(50_000, within(700));
        assertThat(RoaringBitmap.or(arms.get(0), arms.get(1), arms.get(2))).isEqualTo(members);
        assertThat(arms.stream().mapToInt(RoaringBitmap::getCardinality).sum()).isEqualTo(100_000);
    }

    @Test
    void anotherSaltDividesIndependently() {
        RoaringBitmap members = RoaringBitmap.bitmapOfRange(1, 100_001);
        RoaringBitmap both = RoaringBitmap.and(
                Split.holdout("one", 0.5).divide(members).getFirst(),
                Split.holdout("two", 0.5).divide(members).getFirst());
        assertThat(both.getCardinality()).isCloseTo(25_000, within(600));
    }

    @Test
    void aGrownShareKeepsWhoWasIn() {
        RoaringBitmap members = RoaringBitmap.bitmapOfRange(1, 10_001);
        RoaringBitmap few = Split.holdout("grow", 0.02).divide(members).getFirst();
        RoaringBitmap more = Split.holdout("grow", 0.05).divide(members).getFirst();
        assertThat(more.contains(few)).isTrue();
    }

    @Test
    void aSaltThatCouldLeaveTheStatementIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Split.holdout("x' OR 1=1 --", 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Split("x", List.of(0.0, 0.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Split("x", List.of(Double.NaN, 1.0)));
    }
}
