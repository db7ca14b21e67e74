package io.guanxi.collect.road;

import io.guanxi.collect.inbox.NotedImports;
import io.guanxi.lake.Lake;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.EventBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the tracking API knows the ids of young imported events. They are noted after the lake's commit; where the
 * server ended in between, they are read from the lake before the road goes on.
 */
final class ArrivalNotes {

    private final NotedImports table;
    private final Lake lake;
    private final DataFolder folder;
    private final Clock clock;
    private NotedImports.@Nullable Noted noted;

    ArrivalNotes(NotedImports table, Lake lake, DataFolder folder, Clock clock) {
        this.table = table;
        this.lake = lake;
        this.folder = folder;
        this.clock = clock;
    }

    /** Events of the inbox up to here may be in the lake by an import that was noted only later. */
    long position(EventBatch batch) {
        NotedImports.Noted known = noted == null ? table.last() : noted;
        noted = known;
        if (!known.receipt().equals(lake.receipt())) {
            LocalDate first = firstDay();
            known = note(batch, lake.relation(day -> !day.isBefore(first)));
        }
        return known.position();
    }

    /** The first of the days that hold young events, in any zone. */
    LocalDate firstDay() {
        return LocalDate.ofInstant(young(), ZoneOffset.UTC).minusDays(1);
    }

    /** Notes the young events of a batch that the lake has just taken. */
    void note(EventBatch batch) {
        note(batch, "event");
    }

    private NotedImports.Noted note(EventBatch batch, String relation) {
        Path file = folder.temp().resolve("noted-" + UUID.randomUUID() + ".csv");
        try {
            batch.writeCsv(
                    "SELECT md5(event_id), received_at::DATE FROM " + relation + " WHERE ts >= TIMESTAMPTZ '" + young()
                            + "'",
                    file);
            noted = table.note(file, lake.receipt());
            return noted;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot note the events of an import as arrived", e);
        } finally {
            delete(file);
        }
    }

    private Instant young() {
        return clock.instant().minusSeconds((Road.WINDOW_DAYS + 1) * 86_400L);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot delete " + file, e);
        }
    }
}
