package io.guanxi.collect.imports;

import io.guanxi.collect.inbox.ForgottenKeys;
import io.guanxi.collect.road.Road;
import io.guanxi.identity.UnusedMembers;
import io.guanxi.lake.Lake;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.EventBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Takes the events of one import out of the lake, while nothing travels. Each step finds what it needs by the mark that the
 * lake's events carry, and the lake comes last: so an attempt that was cut off is repeated from the start and ends the same.
 *
 * <p>Between the steps the tracking API may acknowledge an event of the same id again: it waits in the inbox, has another
 * context, and reaches the lake afterwards as a new event.
 */
@Component
class UndoWork {

    private final Road road;
    private final Lake lake;
    private final ForgottenKeys keys;
    private final UnusedMembers members;
    private final UndoTable table;
    private final DuckDb staging;
    private final DataFolder data;
    private final Clock clock;

    UndoWork(
            Road road,
            Lake lake,
            ForgottenKeys keys,
            UnusedMembers members,
            UndoTable table,
            DuckDb staging,
            DataFolder data,
            Clock clock) {
        this.road = road;
        this.lake = lake;
        this.keys = keys;
        this.members = members;
        this.table = table;
        this.staging = staging;
        this.data = data;
        this.clock = clock;
    }

    /** {@return how many events in the lake are those of an import} */
    long held(long id) {
        return staging.client()
                .sql("SELECT count(*) FROM " + lake.relation(day -> true) + " WHERE context = :mark")
                .param("mark", mark(id))
                .query(Long.class)
                .single();
    }

    /**
     * Does the whole work; what was acknowledged before it began has travelled by then.
     *
     * @param id number of the import
     * @param progress told how far it is
     */
    void run(long id, UndoProgress progress) {
        road.whileStill(() -> {
            progress.counts();
            road.drain();
            table.count(id, held(id), 0);
            try (EventBatch batch = EventBatch.in(staging)) {
                progress.forgetsIds();
                forgetKeys(batch, id);
                progress.forgetsMembers();
                table.count(id, 0, forgetMembers(batch, id));
                lake.withdraw(batch, mark(id), progress::writes);
                table.done(id, clock.instant());
            }
            return id;
        });
    }

    private void forgetKeys(EventBatch batch, long id) {
        withCsv(
                batch,
                "SELECT md5(event_id) FROM " + lake.relation(day -> true) + " WHERE context = '" + mark(id) + "'",
                file -> {
                    try {
                        keys.forget(file);
                    } catch (SQLException | IOException e) {
                        throw new IllegalStateException("cannot forget the ids of import " + id, e);
                    }
                });
    }

    private int forgetMembers(EventBatch batch, long id) {
        int[] forgotten = {0};
        String events = lake.relation(day -> true);
        withCsv(batch, """
                SELECT DISTINCT member_no FROM %1$s WHERE context = '%2$s'
                EXCEPT
                SELECT member_no FROM %1$s WHERE context IS DISTINCT FROM '%2$s'
                """.formatted(events, mark(id)), file -> forgotten[0] = members.forget(file));
        return forgotten[0];
    }

    private void withCsv(EventBatch batch, String query, Consumer<Path> work) {
        Path file = data.temp().resolve("undo-" + UUID.randomUUID() + ".csv");
        try {
            batch.writeCsv(query, file);
            work.accept(file);
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + file, e);
            }
        }
    }

    private String mark(long id) {
        return new ImportFolder(data.imports().resolve(Long.toString(id))).mark();
    }
}
