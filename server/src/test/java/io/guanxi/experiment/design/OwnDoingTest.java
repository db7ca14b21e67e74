package io.guanxi.experiment.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.value.ValueModel;
import io.guanxi.value.model.ValueModels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as staying. */
class OwnDoingTest {

    @Test
    void whatIsSentAndWhatTheBrandCallsPassiveDoesNotCount() {
        ValueModel standard = ValueModels.standard();
        ValueModel brands = new ValueModel(
                standard.highValueAbove(),
                standard.dimensions(),
                standard.events(),
                List.of("Leaflet Posted", "Message Delivered"),
                standard.stages(),
                standard.layers(),
                standard.levels(),
                standard.rfm(),
                standard.topSpenders());

        assertThat(new OwnDoing(() -> brands).not())
                .contains("Leaflet Posted", "Message Delivered", "Message Read", "Link Clicked", "Unsubscribed")
                .doesNotContain("Order Completed", "Checked In", "Message Sent")
                .doesNotHaveDuplicates();
        assertThat(new OwnDoing(ValueModels::standard).not()).containsAll(standard.passive());
    }
}
