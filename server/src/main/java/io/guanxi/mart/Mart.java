package io.guanxi.mart;

import io.guanxi.collect.Intake;
import io.guanxi.identity.Identities;
import io.guanxi.lake.Lake;
import io.guanxi.lake.LakeHistory;
import io.guanxi.lake.LakeView;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The derived data of one brand, in one DuckDB file that follows the lake. Readers see whole transactions and never wait;
 * one writer works at a time.
 */
@Component
public final class Mart implements DisposableBean {

    private final DuckDb duck;
    private final Intake intake;
    private final Lake lake;
    private final Identities identities;
    private final DataFolder folder;
    private final Brand brand;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock(true);

    Mart(Intake intake, Lake lake, Identities identities, DataFolder folder, Brand brand, Clock clock) {
        this.duck = MartFile.open(folder.mart(), folder.temp(), brand);
        this.intake = intake;
        this.lake = lake;
        this.identities = identities;
        this.folder = folder;
        this.brand = brand;
        this.clock = clock;
    }

    /** {@return statements that read, each on a connection of its own} */
    public JdbcClient sql() {
        return duck.client();
    }

    /** {@return a connection of its own, for work that keeps temporary tables and a transaction; close it} */
    public Connection connect() {
        try {
            return duck.connect();
        } catch (SQLException e) {
            throw new IllegalStateException("the mart is closed", e);
        }
    }

    /**
     * Runs statements on one connection in one transaction, alone among writers.
     *
     * @param work gets the connection's client; what it throws rolls everything back
     */
    public void write(Consumer<JdbcClient> work) {
        writing.lock();
        try (Connection connection = duck.connect()) {
            connection.setAutoCommit(false);
            try {
                work.accept(DuckDb.client(connection));
                connection.commit();
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the mart cannot be written", e);
        } finally {
            writing.unlock();
        }
    }

    /** {@return how far the mart has followed the lake} */
    public MartPosition position() {
        return sql().sql("SELECT sequence, followed_at FROM mart_state")
                .query((row, n) -> {
                    Timestamp at = row.getTimestamp("followed_at");
                    return new MartPosition(row.getLong("sequence"), at == null ? null : at.toInstant());
                })
                .single();
    }

    /** Takes what was added to the lake since; where that means all of it, the members too, so that none has to wait for a run. */
    public void catchUp() {
        AtomicBoolean anew = new AtomicBoolean();
        write(sql -> {
            long sequence =
                    sql.sql("SELECT sequence FROM mart_state").query(Long.class).single();
            LakeHistory history = lake.after(sequence).orElse(null);
            if (history == null || (sequence == 0 && history.appends().size() > 1)) {
                refill(sql);
                anew.set(true);
            } else if (history.upTo() > sequence) {
                RollUp rollUp = new RollUp(sql, brand);
                history.appends()
                        .forEach(append -> rollUp.add(append.files().stream()
                                .filter(file -> !history.anew().contains(file.day()))
                                .toList()));
                if (!history.anew().isEmpty()) {
                    rollUp.replace(history.anew(), history.files());
                    new Fold(sql).apply("SELECT member_no, into_no FROM member_alias");
                    // With its events a member may have gone: all are copied again at the next fold.
                    sql.sql("UPDATE mart_state SET member_change = 0").update();
                }
                moveTo(sql, history.upTo());
            }
        });
        if (anew.get()) {
            write(this::takeMembers);
        }
    }

    /** Lets everything acknowledged so far arrive, takes over what identity knows, and brings the roll-ups to their grain: what models need before a run. */
    public void settle() {
        intake.drain();
        catchUp();
        write(this::takeMembers);
        write(sql -> new RowOrder(sql).restore());
    }

    /** Forgets everything and derives it anew from the lake and from what identity knows. */
    public void rebuild() {
        write(this::refill);
        write(this::takeMembers);
    }

    /**
     * Makes the temporary tables {@code member_day_seen} and {@code community_day_seen} on the caller's connection: the
     * roll-ups as they would have been at the end of a day, without events that arrived later. Scans the lake up to that day.
     *
     * @param sql the caller's connection
     * @param day the brand's day
     */
    public void rollUpAsSeenOn(JdbcClient sql, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(brand.zone()).toInstant();
        String seen = "(SELECT coalesce(a.into_no, e.member_no) AS member_no, e.* EXCLUDE (member_no) FROM "
                + lake.relation(candidate -> !candidate.isAfter(day))
                + " e LEFT JOIN member_alias a USING (member_no) WHERE e.received_at < TIMESTAMPTZ '" + end + "')";
        sql.sql("CREATE OR REPLACE TEMP TABLE member_day_seen AS " + RollUp.memberDays(seen, brand))
                .update();
        sql.sql("CREATE OR REPLACE TEMP TABLE community_day_seen AS " + RollUp.communityDays(seen, brand))
                .update();
    }

    private void takeMembers(JdbcClient sql) {
        MembersCopy copy = new MembersCopy(sql, identities, folder, brand);
        copy.load();
        new Fold(sql).apply("SELECT member_no, into_no FROM fresh_alias");
        copy.finish();
    }

    private void refill(JdbcClient sql) {
        for (String table : List.of(
                "event_name",
                "community_key",
                "member_day",
                "event_member",
                "community_day",
                "other_money",
                "day_state",
                "member_alias",
                "member")) {
            sql.sql("DELETE FROM " + table).update();
        }
        sql.sql("UPDATE mart_state SET member_change = 0, ordered_rows = 0").update();
        LakeView view = lake.view();
        new RollUp(sql, brand).add(view.files());
        sql.sql("UPDATE day_state SET batches = 1").update();
        moveTo(sql, view.head().sequence());
    }

    private void moveTo(JdbcClient sql, long sequence) {
        sql.sql("UPDATE mart_state SET sequence = ?, followed_at = CAST(? AS TIMESTAMPTZ)")
                .param(sequence)
                .param(clock.instant().toString())
                .update();
    }

    @Override
    public void destroy() throws SQLException {
        writing.lock(); // a writer finishes before the file closes
        try {
            duck.close();
        } finally {
            writing.unlock();
        }
    }
}
