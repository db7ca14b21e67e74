package io.guanxi.experiment.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.experiment.assignment.Experiment.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class LayersTest {

    @Test
    void theFirstGapWideEnoughIsTaken() {
        assertThat(Layers.free(List.of(), 10_000)).contains(new Slice(0, 10_000));
        assertThat(Layers.free(List.of(new Slice(0, 3000), new Slice(4000, 6000)), 1000))
                .contains(new Slice(3000, 4000));
        assertThat(Layers.free(List.of(new Slice(0, 3000), new Slice(4000, 6000)), 1001))
                .contains(new Slice(6000, 7001));
        assertThat(Layers.free(List.of(new Slice(0, 3000), new Slice(4000, 6000)), 4001))
                .isEmpty();
    }

    @Test
    void slicesOfALayerShareNobody() {
        RoaringBitmap members = RoaringBitmap.bitmapOfRange(1, 20_001);
        RoaringBitmap first =
                Layers.split("welcome", new Slice(0, 3000)).divide(members).get(1);
        RoaringBitmap second =
                Layers.split("welcome", new Slice(3000, 10_000)).divide(members).get(1);
        assertThat(RoaringBitmap.intersects(first, second)).isFalse();
        assertThat(RoaringBitmap.or(first, second)).isEqualTo(members);
    }
}
