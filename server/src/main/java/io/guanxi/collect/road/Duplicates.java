package io.guanxi.collect.road;

import io.guanxi.lake.Lake;
import io.guanxi.platform.EventBatch;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Takes out of a batch what has been taken before. Set-based: it reads the event ids of the days in question. */
final class Duplicates {

    private final Lake lake;

    Duplicates(Lake lake) {
        this.lake = lake;
    }

    /** Keeps one of the events that share an id; returns how many were taken out. */
    int withinBatch(EventBatch batch) {
        return batch.sql().sql("""
                        DELETE FROM event WHERE rowid IN (
                            SELECT unnest(list_sort(list(rowid))[2:])
                            FROM event
                            SEMI JOIN (SELECT event_id FROM event GROUP BY event_id HAVING count(*) > 1) twice
                                USING (event_id)
                            GROUP BY event_id)
                        """).update();
    }

    /** Takes out the events of the given days which the lake holds already; returns how many. */
    int againstLake(EventBatch batch, Predicate<LocalDate> days) {
        return batch.sql().sql("""
                        DELETE FROM event WHERE rowid IN (
                            SELECT e.rowid FROM event e
                            SEMI JOIN (SELECT event_id, day FROM %s) known ON known.event_id = e.event_id)
                        """.formatted(lake.relation(days))).update();
    }
}
