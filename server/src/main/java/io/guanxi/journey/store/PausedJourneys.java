package io.guanxi.journey.store;

import io.guanxi.messaging.Pauses;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a journey was to say is held while it is paused. */
@Component
class PausedJourneys implements Pauses {

    private final JdbcClient postgres;

    PausedJourneys(JdbcClient postgres) {
        this.postgres = postgres;
    }

    @Override
    public String kind() {
        return "journey";
    }

    @Override
    public String reason() {
        return "JOURNEY_PAUSED";
    }

    @Override
    public Set<String> paused(Set<String> ids) {
        return new HashSet<>(postgres.sql("SELECT id::text FROM journey WHERE state = 'PAUSED' AND id::text = ANY (?)")
                .param(ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
