package io.guanxi.audience.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/** Weights are those of the definitions, worked out bitmap by bitmap. */
class WeightsTest {

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aPartOfAnAllGroupKeepsOutWhomAllOthersWouldLetIn(@ForAll long seed) {
        List<RoaringBitmap> parts = parts(new Random(seed));
        Weights weights = Weights.of(parts, true);
        for (int i = 0; i < parts.size(); i++) {
            RoaringBitmap others = FastAggregation.and(without(parts, i).iterator());
            assertThat(weights.left(i))
                    .isEqualTo(FastAggregation.and(parts.subList(0, i + 1).iterator())
                            .getLongCardinality());
            assertThat(weights.alone(i))
                    .isEqualTo(RoaringBitmap.andNot(others, parts.get(i)).getLongCardinality());
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aPartOfAnAnyGroupBringsInWhomNoOtherDoes(@ForAll long seed) {
        List<RoaringBitmap> parts = parts(new Random(seed));
        Weights weights = Weights.of(parts, false);
        for (int i = 0; i < parts.size(); i++) {
            RoaringBitmap others = FastAggregation.or(without(parts, i).iterator());
            assertThat(weights.alone(i))
                    .isEqualTo(RoaringBitmap.andNot(parts.get(i), others).getLongCardinality());
        }
    }

    private static List<RoaringBitmap> without(List<RoaringBitmap> parts, int part) {
        List<RoaringBitmap> others = new ArrayList<>(parts);
        others.remove(part);
        return others;
    }

    /** Of different lengths and kinds of container: some end in an earlier one than others. */
    private static List<RoaringBitmap> parts(Random dice) {
        List<RoaringBitmap> parts = new ArrayList<>();
        int count = 2 + dice.nextInt(5);
        for (int part = 0; part < count; part++) {
            RoaringBitmap members = new RoaringBitmap();
            int end = 1 + dice.nextInt(dice.nextBoolean() ? 200 : 200_000);
            int some = dice.nextInt(4) == 0 ? 0 : end * (1 + dice.nextInt(3)) / 2;
            for (int i = 0; i < some; i++) {
                members.add(dice.nextInt(end));
            }
            if (dice.nextBoolean()) {
                members.add(end / 2L, end / 2L + dice.nextInt(90_000));
                members.runOptimize();
            }
            parts.add(members);
        }
        return parts;
    }
}
