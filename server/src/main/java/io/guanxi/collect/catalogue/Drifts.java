package io.guanxi.collect.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many properties of each event name drifted. It takes a sample of the lake to tell, so it is kept in PostgreSQL beside the
 * volumes; those who read the catalogue get what is kept, and names whose files changed are looked at again behind them, one after
 * the other, at most every ten minutes.
 */
@Component
class Drifts implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Drifts.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int SECONDS_TO_STOP = 10;

    private final EventVolumes volumes;
    private final PropertySample sample;
    private final JdbcClient postgres;
    private final Clock clock;
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("drift").daemon().factory());
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Instant looked;

    private record Kept(String event, UUID basis) {}

    Drifts(EventVolumes volumes, PropertySample sample, JdbcClient postgres, Clock clock) {
        this.volumes = volumes;
        this.sample = sample;
        this.postgres = postgres;
        this.clock = clock;
    }

    /** {@return the count of drifted properties of each name that was looked at} */
    Map<String, Integer> known() {
        return postgres
                .sql("SELECT event, drifted FROM event_drift")
                .query((row, _) -> Map.entry(row.getString("event"), row.getInt("drifted")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps what somebody found. */
    void keep(String event, List<EventVolumes.InFile> files, int drifted) {
        postgres.sql("""
                        INSERT INTO event_drift (event, basis, drifted) VALUES (:event, :basis, :drifted)
                        ON CONFLICT (event) DO UPDATE SET basis = excluded.basis, drifted = excluded.drifted
                        """)
                .param("event", event)
                .param("basis", PropertySample.basis(files))
                .param("drifted", drifted)
                .update();
    }

    /** Begins a look at the names there are now, unless one is going on or was a moment ago and knows all of them. */
    void lookAgain(List<String> events) {
        Instant last = looked;
        boolean due = last == null
                || !clock.instant().isBefore(last.plus(PAUSE))
                || !known().keySet().containsAll(events);
        if (due && looking.compareAndSet(false, true)) {
            one.execute(() -> {
                try {
                    look(events);
                    looked = clock.instant();
                } catch (RuntimeException e) {
                    log.warn(
                            "drift of properties could not be looked at; the next reader of the catalogue tries again",
                            e);
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    /** Looks at each name whose files are others than those of the last look. */
    void look(List<String> events) {
        postgres.sql("DELETE FROM event_drift WHERE event <> ALL(?)")
                .param(events.toArray(String[]::new))
                .update();
        Set<Kept> kept = Set.copyOf(postgres.sql("SELECT event, basis FROM event_drift")
                .query(Kept.class)
                .list());
        for (String event : events) {
            List<EventVolumes.InFile> files = volumes.filesWith(event);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!kept.contains(new Kept(event, PropertySample.basis(files)))) {
                keep(event, files, files.isEmpty() ? 0 : sample.drifted(event, files));
            }
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        one.shutdownNow();
        if (!one.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            log.warn("a look at drifting properties did not end in time");
        }
    }
}
