package io.guanxi.simulator;

import io.guanxi.simulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A brand too large to live through: one query a day (the resource {@code large-day.sql}) throws the dice of all its members
 * at once, by hashing. A few members do most, everybody signs up once, and nobody acts before that. The files have the columns
 * of the lake's table; {@code large.sql} imports them.
 *
 * @param seed        decides everything
 * @param members     member numbers run from 1 to this
 * @param events      exactly so many are written; at least one a member
 * @param communities group chats
 * @param days        length of the history
 * @param until       its last day
 */
record LargeBrand(long seed, int members, long events, int communities, int days, LocalDate until) {
    private static final int CLASSES = 100;
    private static final int TELL_EVERY = 20;

    LargeBrand {
        if (members < CLASSES || events < members || communities < 1 || days < 1) {
            throw new IllegalArgumentException(
                    "a large brand needs at least " + CLASSES + " members, an event each, a community and a day");
        }
    }

    /** Writes one file a day, named by its date; answers the number of events. */
    long write(Path folder, String memory, Report report) throws SQLException, IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("large.sql"), Resource.text("large.sql"));
        long written = 0;
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET memory_limit = '%s'".formatted(memory.replace("'", "")));
            for (int day = 0; day < days; day++) {
                written += write(day, folder, statement);
                if ((day + 1) % TELL_EVERY == 0) {
                    report.say("  %d of %d days, %,d events", day + 1, days, written);
                }
            }
        }
        return written;
    }

    private long write(int day, Path folder, Statement statement) throws SQLException {
        LocalDate date = until.minusDays(days - 1L - day);
        long deeds = deedsBy(day) - deedsBy(day - 1);
        statement.execute("""
                SET VARIABLE seed = %d;
                SET VARIABLE date = DATE '%s';
                SET VARIABLE midnight = %d;
                SET VARIABLE joined_before = %d;
                SET VARIABLE joined = %d;
                SET VARIABLE deeds = %d;
                SET VARIABLE classes = %d;
                SET VARIABLE communities = %d
                """.formatted(
                        seed,
                        date,
                        date.atStartOfDay(World.SHANGHAI).toEpochSecond(),
                        joinedBy(day - 1),
                        joinedBy(day),
                        deeds,
                        CLASSES,
                        communities));
        String file = folder.resolve(date + ".parquet").toString().replace("'", "''");
        return statement.executeLargeUpdate("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"
                .formatted(Resource.text("large-day.sql"), file));
    }

    /** Members by the end of a day; growth slows down as the brand gets older. */
    private long joinedBy(int day) {
        return day < 0 ? 0 : Math.max(CLASSES, Math.round(members * Math.pow((day + 1.0) / days, 0.6)));
    }

    /** Events other than sign-ups by the end of a day: as many as there are members, more at weekends. */
    private long deedsBy(int day) {
        double done = 0;
        double all = 0;
        for (int i = 0; i < days; i++) {
            DayOfWeek weekday = until.minusDays(days - 1L - i).getDayOfWeek();
            double weight = joinedBy(i) * (weekday.compareTo(DayOfWeek.SATURDAY) >= 0 ? 1.2 : 0.95);
            all += weight;
            done += i <= day ? weight : 0;
        }
        return Math.round((events - members) * (done / all));
    }
}
