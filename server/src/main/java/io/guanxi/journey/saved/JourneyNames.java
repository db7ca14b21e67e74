package io.guanxi.journey.saved;

import io.guanxi.experiment.HoldoutNames;
import io.guanxi.experiment.HoldoutSubject.Kind;
import io.guanxi.journey.store.JourneyRow;
import io.guanxi.journey.store.JourneyTable;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Journeys may have holdouts. */
@Component
class JourneyNames implements HoldoutNames {

    private final JourneyTable journeys;

    JourneyNames(JourneyTable journeys) {
        this.journeys = journeys;
    }

    @Override
    public Kind kind() {
        return Kind.JOURNEY;
    }

    @Override
    public Optional<String> name(long number) {
        return journeys.find(number).map(JourneyRow::name);
    }
}
