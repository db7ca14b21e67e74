package io.guanxi.audience.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.compare.Overlap.Part;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** Parts without overlap. */
class OverlapTest {

    @Test
    void threeSetsFallIntoThePartsThatAHandCanCount() {
        List<Part> parts = Overlap.of(
                List.of(
                        RoaringBitmap.bitmapOf(1, 2, 3, 4, 5, 6),
                        RoaringBitmap.bitmapOf(4, 5, 6, 7),
                        RoaringBitmap.bitmapOf(6, 7, 8)),
                () -> {});
        assertThat(parts)
                .containsExactly(
                        new Part(List.of(0), 3), // 1 2 3
                        new Part(List.of(0, 1), 2), // 4 5
                        new Part(List.of(2), 1), // 8
                        new Part(List.of(1, 2), 1), // 7
                        new Part(List.of(0, 1, 2), 1)); // 6
    }

    @Property(tries = 300)
    void partsAddUpToEachSetAndToTheUnion(
            @ForAll @Size(min = 2, max = 6) List<@Size(max = 40) Set<@IntRange(max = 60) Integer>> sets) {
        List<RoaringBitmap> bitmaps = sets.stream()
                .map(set -> RoaringBitmap.bitmapOf(
                        set.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
        List<Part> parts = Overlap.of(bitmaps, () -> {});
        assertThat(parts.stream().mapToLong(Part::members).sum())
                .isEqualTo(
                        RoaringBitmap.or(bitmaps.toArray(RoaringBitmap[]::new)).getLongCardinality());
        IntStream.range(0, bitmaps.size()).forEach(i -> assertThat(parts.stream()
                        .filter(part -> part.in().contains(i))
                        .mapToLong(Part::members)
                        .sum())
                .isEqualTo(bitmaps.get(i).getLongCardinality()));
        assertThat(parts).doesNotHaveDuplicates().allMatch(part -> part.members() > 0);
    }
}
