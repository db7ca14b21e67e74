package io.guanxi.journey.engine;

import io.guanxi.journey.store.InstanceTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Folds counts, and lets versions rest in which nobody is any more. */
@Component
class JourneyUpkeep {

    private final InstanceTable instances;
    private final JdbcClient postgres;

    JourneyUpkeep(InstanceTable instances, JdbcClient postgres) {
        this.instances = instances;
        this.postgres = postgres;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void fold() {
        instances.fold();
    }

    @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
    void rest() {
        postgres.sql("""
                        UPDATE journey_version v SET active = FALSE
                        FROM journey j WHERE j.id = v.journey_id AND v.active AND v.id <> j.version_id
                          AND NOT EXISTS (SELECT FROM journey_instance i
                                          WHERE i.journey_id = v.journey_id AND i.version_id = v.id AND i.ended = 0)
                        """).update();
    }
}
