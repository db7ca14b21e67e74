package io.guanxi.journey.saved;

import io.guanxi.journey.JourneyEntries;
import io.guanxi.journey.engine.JourneyEngine;
import io.guanxi.journey.store.JourneyGate;
import io.guanxi.journey.store.JourneyTable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Lets members into saved journeys. */
@Component
class OpenJourneys implements JourneyEntries {

    private final JourneyTable table;
    private final JourneyGate gate;
    private final JourneyEngine engine;

    OpenJourneys(JourneyTable table, JourneyGate gate, JourneyEngine engine) {
        this.table = table;
        this.gate = gate;
        this.engine = engine;
    }

    @Override
    public boolean published(long journey) {
        return table.find(journey).filter(it -> it.published() > 0).isPresent();
    }

    @Override
    public void begin() {
        gate.move();
    }

    @Override
    public boolean enter(long journey, RoaringBitmap members, String by) {
        return engine.enter(journey, members, "", by).isPresent();
    }
}
