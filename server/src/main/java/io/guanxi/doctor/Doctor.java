package io.guanxi.doctor;

import io.guanxi.collect.Intake;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeFile;
import io.guanxi.lake.LakeView;
import io.guanxi.mart.Mart;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the stores with one another. Costs a scan of the lake's event ids for every 50 million of them, one more, and one of the
 * mart's roll-up; the inbox's ids are copied out once.
 */
@Component
public final class Doctor {

    private static final long IDS_AT_ONCE = 50_000_000;

    private final Intake intake;
    private final Lake lake;
    private final Mart mart;
    private final DuckDb staging;
    private final DataFolder folder;
    private final Clock clock;

    Doctor(Intake intake, Lake lake, Mart mart, DuckDb staging, DataFolder folder, Clock clock) {
        this.intake = intake;
        this.lake = lake;
        this.mart = mart;
        this.staging = staging;
        this.folder = folder;
        this.clock = clock;
    }

    /** {@return what the comparison found, after everything acknowledged so far has travelled the whole road} */
    public Examination examine() {
        return intake.whileStill(this::examineStill);
    }

    private Examination examineStill() {
        Instant start = clock.instant();
        mart.settle();
        LakeView view = lake.view();
        String events = Lake.relation(view.files());
        JdbcClient sql = staging.client();
        List<Check> checks = new ArrayList<>();
        long rows = count(sql, "SELECT count(*) FROM " + events);
        long listed = view.files().stream().mapToLong(LakeFile::rows).sum();
        checks.add(Check.equal("the lake's files hold the rows its catalog lists", listed, rows));
        checks.add(Check.equal("the lake holds every event once", rows, different(sql, events, rows, IDS_AT_ONCE)));
        checks.add(inboxIsInLake(sql, events));
        checks.add(Check.equal("the mart has taken all of the lake", 0, untaken()));
        checks.add(Check.equal(
                "the mart counts every event of the lake",
                rows,
                count(mart.sql(), "SELECT coalesce(sum(n), 0)::BIGINT FROM member_day")));
        checks.add(Check.equal("the mart counts the same by member and by event", 0, count(mart.sql(), """
                SELECT count(*)
                FROM (SELECT event_no, day, sum(n) AS n FROM member_day GROUP BY ALL) m
                FULL JOIN (SELECT event_no, day, sum(n) AS n FROM event_member GROUP BY ALL) e USING (event_no, day)
                WHERE m.n IS DISTINCT FROM e.n""")));
        checks.add(
                Check.equal(
                        "every event of the mart belongs to a living member",
                        0,
                        count(
                                mart.sql(),
                                "SELECT count(*) FROM (SELECT DISTINCT member_no FROM member_day) ANTI JOIN member USING (member_no)")));
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return new Examination(checks.stream().allMatch(Check::ok), checks, seconds);
    }

    /** How many different ids events have, in so many readings that those of one fit into memory. */
    static long different(JdbcClient sql, String events, long rows, long atOnce) {
        long readings = Math.max(1, Math.ceilDiv(rows, atOnce));
        long different = 0;
        for (long reading = 0; reading < readings; reading++) {
            different += count(
                    sql,
                    "SELECT count(DISTINCT event_id) FROM " + events + " WHERE hash(event_id) % " + readings + " = "
                            + reading);
        }
        return different;
    }

    /** Commits with events which the mart has not taken, all of them where their history is gone. */
    private long untaken() {
        long sequence = mart.position().sequence();
        return lake.after(sequence)
                .map(history -> (long) history.appends().size())
                .orElse(Long.MAX_VALUE);
    }

    private Check inboxIsInLake(JdbcClient sql, String events) {
        Path ids = folder.temp().resolve("doctor-" + java.util.UUID.randomUUID() + ".csv");
        try {
            intake.writeTakenEventIds(ids);
            String taken =
                    "(SELECT event_id FROM read_csv(%s, header = false, auto_detect = false, quote = '\"', escape = '\"', columns = {event_id: 'VARCHAR'}))"
                            .formatted(SqlText.literal(ids));
            long expected = count(sql, "SELECT count(*) FROM " + taken);
            long found = count(sql, "SELECT count(*) FROM " + taken + " SEMI JOIN " + events + " e USING (event_id)");
            Files.delete(ids);
            return Check.equal("the lake holds every event it took from the inbox", expected, found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the inbox's ids", e);
        }
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
