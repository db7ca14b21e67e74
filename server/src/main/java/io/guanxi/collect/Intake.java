package io.guanxi.collect;

import io.guanxi.collect.inbox.ArrivedEvent;
import io.guanxi.collect.inbox.InboxEnd;
import io.guanxi.collect.inbox.InboxTable;
import io.guanxi.collect.road.Road;
import io.guanxi.lake.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What other modules may ask of the way in. */
@Component
public final class Intake {

    private final JdbcClient sql;
    private final InboxTable inbox;
    private final ObjectProvider<Road> road; // a worker has no road to the lake, and notes all the same
    private final ObjectProvider<Lake> lake;
    private final JsonMapper json;
    private final Clock clock;

    Intake(
            JdbcClient sql,
            InboxTable inbox,
            ObjectProvider<Road> road,
            ObjectProvider<Lake> lake,
            JsonMapper json,
            Clock clock) {
        this.json = json;
        this.clock = clock;
        this.sql = sql;
        this.inbox = inbox;
        this.road = road;
        this.lake = lake;
    }

    /** {@return how far events have come} */
    public IntakeState state() {
        InboxEnd end = inbox.end();
        long taken = lake.getObject().head().inboxPosition();
        return new IntakeState(
                end.position(),
                end.receivedAt(),
                lastImport().orElse(null),
                taken,
                inbox.firstArrivalAfter(taken).orElse(null));
    }

    private Optional<Instant> lastImport() {
        return sql.sql("""
                        SELECT finished_at FROM import WHERE state = 'DONE' AND accepted > 0
                        ORDER BY finished_at DESC LIMIT 1
                        """)
                .query((row, n) -> row.getTimestamp("finished_at").toInstant())
                .optional();
    }

    /**
     * Takes in what this server itself knows, in the caller's transaction: it is acknowledged if and only if that commits, and
     * what has come before is left out. Senders of events wait for the transaction's end, so this is its last statement.
     *
     * @param events some; those without an identifier are left out, for they are nobody's
     */
    public void note(List<OwnEvent> events) {
        Instant now = clock.instant();
        List<ArrivedEvent> arrived = events.stream()
                .filter(event -> !event.identifiers().isEmpty())
                .map(event -> new ArrivedEvent(
                        event.eventId(),
                        "track",
                        event.event(),
                        event.ts(),
                        now,
                        json.writeValueAsString(event.identifiers()),
                        event.community(),
                        null,
                        null,
                        null,
                        event.object(),
                        event.properties(),
                        event.traits(),
                        null,
                        event.source()))
                .toList();
        if (arrived.isEmpty()) {
            return;
        }
        try {
            inbox.writeWithTransaction(arrived);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot write to the inbox", e);
        }
    }

    /** Brings everything that is acknowledged now to the lake. */
    public void drain() {
        road.getObject().drain();
    }

    /**
     * Does something while the lake takes no events; acknowledging goes on.
     *
     * @param work what to do
     * @return its answer
     * @param <T> what it answers
     */
    public <T> T whileStill(Supplier<T> work) {
        return road.getObject().whileStill(work);
    }

    /**
     * Writes the ids of the events that the inbox still holds and that the lake must hold too.
     *
     * @param file CSV of one column, without header
     */
    public void writeTakenEventIds(Path file) {
        try {
            inbox.copyEventIdsTo(lake.getObject().head().inboxPosition(), file);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot read the inbox", e);
        }
    }
}
