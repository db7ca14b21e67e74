package io.guanxi.identity;

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
}
