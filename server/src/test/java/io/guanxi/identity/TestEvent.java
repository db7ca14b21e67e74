package io.guanxi.identity;

import io.guanxi.platform.EventBatch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that carries identifiers, at a minute of a certain day. */
record TestEvent(
        String id,
        int minute,
        List<String> identifiers,
        @Nullable String traits) {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    static TestEvent anEvent(String id, int minute, String... identifiers) {
        return new TestEvent(id, minute, List.of(identifiers), null);
    }

    TestEvent with(String traitsJson) {
        return new TestEvent(id, minute, identifiers, traitsJson);
    }

    Instant ts() {
        return START.plusSeconds(60L * minute);
    }

    void stageIn(EventBatch batch) {
        batch.sql()
                .sql("""
                        INSERT INTO event (event_id, type, event, ts, received_at, day, identifiers, traits, source)
                        VALUES (:id, 'track', 'Seen', :ts::TIMESTAMPTZ, :ts::TIMESTAMPTZ, DATE '2026-03-01',
                                string_split(:identifiers, chr(30)), :traits, 'shop')
                        """)
                .param("id", id)
                .param("ts", ts().toString())
                .param("identifiers", String.join("\u001e", identifiers))
                .param("traits", traits)
                .update();
    }
}
