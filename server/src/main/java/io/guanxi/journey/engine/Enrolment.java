package io.guanxi.journey.engine;

import io.guanxi.experiment.HoldoutSubject;
import io.guanxi.experiment.HoldoutSubject.Kind;
import io.guanxi.experiment.Holdouts;
import io.guanxi.identity.MemberRelations;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.store.EnrolmentTable;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets members into journeys; they walk from the first node with the next batches. Who are many come in batch by batch, each one
 * INSERT in a transaction with how far the enrolment is.
 */
final class Enrolment {

    /**
     * Asked of each by the index, which {@code OFFSET 0} keeps the planner at: as a join it reads all instances for each batch, or,
     * where it has not seen the table grow, compares each with each.
     */
    static final String MAY = """
            NOT EXISTS (SELECT FROM journey_instance i
                        WHERE i.member_no = who.member_no AND i.journey_id = :journey AND i.key = who.key
                          AND (i.ended = 0 OR i.entered_at > :not_after::timestamptz) OFFSET 0)
            """;

    /** Who was merged or erased went out of audiences too. */
    private static final String LIVE = MemberRelations.live("(SELECT unnest(:members::integer[]) AS member_no)");

    /** Where no holdout keeps anybody back. */
    static final int[] NOBODY = {};

    private final JdbcClient postgres;
    private final PublishedJourneys published;
    private final EnrolmentTable table;
    private final Holdouts holdouts;
    private final int batch;

    Enrolment(JdbcClient postgres, PublishedJourneys published, Holdouts holdouts, int batch) {
        this.postgres = postgres;
        this.published = published;
        this.table = new EnrolmentTable(postgres);
        this.holdouts = holdouts;
        this.batch = batch;
    }

    /**
     * Begins to let members in; a batch at once, where that is all.
     *
     * @param journey which
     * @param members who
     * @param key tells instances of one member apart, empty for one
     * @param by who wants it; empty for the journey itself
     * @param moment now
     * @return the number of the enrolment
     */
    long begin(long journey, RoaringBitmap members, String key, String by, Moment moment) {
        long id = table.begin(journey, key, members, by, moment.now());
        if (members.getLongCardinality() <= batch) {
            next(id, moment);
        }
        return id;
    }

    /**
     * Begins to let those in whom an audience leads there, but for whom its holdout keeps back.
     *
     * @param journey which
     * @param audience the audience's number
     * @param members who came into it, went out of it, or are in
     * @param moment now
     */
    void begin(long journey, long audience, RoaringBitmap members, Moment moment) {
        begin(journey, ofAudience(audience, members, moment), "", "", moment);
    }

    /** {@return those of an audience's members whom its holdout does not keep back} */
    RoaringBitmap ofAudience(long audience, RoaringBitmap members, Moment moment) {
        return holdouts.admit(new HoldoutSubject(Kind.AUDIENCE, audience), members, moment.now());
    }

    /** {@return the journeys that keep somebody back} */
    Set<Long> holdouts() {
        return holdouts.running(Kind.JOURNEY);
    }

    /**
     * {@return those whom the holdout of a journey that has one keeps back}
     *
     * @param journey which
     * @param may a query of the numbers of those who would come in
     * @param moment now
     */
    int[] keptBack(Published journey, JdbcClient.StatementSpec may, Moment moment) {
        RoaringBitmap members = new RoaringBitmap();
        may.query(row -> {
            members.add(row.getInt(1));
        });
        HoldoutSubject subject = new HoldoutSubject(Kind.JOURNEY, journey.journey());
        return RoaringBitmap.andNot(members, holdouts.admit(subject, members, moment.now()))
                .toArray();
    }

    /** {@return the enrolments of running journeys that are not at their end} */
    List<EnrolmentTable.Running> running() {
        return table.running();
    }

    /** Lets nobody of these in who is not in yet. */
    void leaveOut(long journey, RoaringBitmap members) {
        table.leaveOut(journey, members);
    }

    /** Lets nobody into a journey who is not in yet. */
    void cancelAll(long journey, Moment moment) {
        table.cancelAll(journey, moment.now());
    }

    /**
     * Lets the next batch in, as of when it was asked for: that an audience is large parts nobody's days.
     *
     * @return how many were looked at; 0 where it has ended, another process has it, or the journey does not run
     */
    int next(long id, Moment moment) {
        Optional<EnrolmentTable.Open> claimed = table.claim(id);
        Optional<Published> entered = claimed.flatMap(it -> published.entered(it.journey()));
        if (claimed.isEmpty() || entered.isEmpty()) {
            return 0;
        }
        EnrolmentTable.Open open = claimed.get();
        PeekableIntIterator left = open.members().getIntIterator();
        left.advanceIfNeeded(open.last() + 1);
        RoaringBitmap some = new RoaringBitmap();
        int seen = 0;
        while (left.hasNext() && seen < batch) {
            some.add(left.next());
            seen++;
        }
        Instant asked = open.begunAt().isBefore(moment.now().minus(moment.grace())) ? moment.now() : open.begunAt();
        int came = some.isEmpty()
                ? 0
                : enter(entered.get(), some, open.key(), new Moment(asked, moment.zone(), moment.grace()));
        table.advance(id, seen, came, some.isEmpty() ? open.last() : some.last(), !left.hasNext(), moment.now());
        return seen;
    }

    /**
     * Lets members in who may come.
     *
     * @param journey the version they enter
     * @param members who
     * @param key tells instances of one member apart, empty for one
     * @param moment now
     * @return how many came in
     */
    int enter(Published journey, RoaringBitmap members, String key, Moment moment) {
        int[] keptBack = !holdouts().contains(journey.journey())
                ? NOBODY
                : keptBack(
                        journey,
                        postgres.sql("SELECT member_no FROM (SELECT member_no, :key AS key FROM %s live) who WHERE %s"
                                        .formatted(LIVE, MAY))
                                .param("journey", journey.journey())
                                .param("members", members.toArray())
                                .param("key", key)
                                .param("not_after", notAfter(journey, moment), Types.TIMESTAMP_WITH_TIMEZONE),
                        moment);
        return count(
                journey,
                postgres.sql("""
                                INSERT INTO journey_instance
                                    (entered_at, due_at, journey_id, version_id, node, member_no, arriving, key)
                                SELECT :now, :now, :journey, :version, :start, member_no, TRUE, key
                                FROM (SELECT member_no, :key AS key FROM %s live) who
                                WHERE member_no <> ALL (:kept_back::integer[]) AND %s
                                ON CONFLICT (member_no, journey_id, key, ended) DO NOTHING
                                """.formatted(LIVE, MAY))
                        .param("now", moment.at())
                        .param("journey", journey.journey())
                        .param("version", journey.id())
                        .param("start", journey.start())
                        .param("kept_back", keptBack)
                        .param("members", members.toArray())
                        .param("key", key)
                        .param("not_after", notAfter(journey, moment), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update());
    }

    /** Lets those who stand at a node into another journey; where the parent awaits the end, it is noted with them. */
    void fromParents(long other, int node, boolean await, Moment moment) {
        Optional<Published> entered = published.entered(other);
        if (entered.isEmpty()) {
            return;
        }
        Published journey = entered.get();
        int[] keptBack = !holdouts().contains(journey.journey())
                ? NOBODY
                : keptBack(
                        journey,
                        postgres.sql("""
                                SELECT DISTINCT member_no
                                FROM (SELECT member_no, '' AS key FROM moving WHERE node = :node AND rest = 0) who
                                WHERE\s""" + MAY)
                                .param("journey", journey.journey())
                                .param("node", node)
                                .param("not_after", notAfter(journey, moment), Types.TIMESTAMP_WITH_TIMEZONE),
                        moment);
        count(
                journey,
                postgres.sql("""
                                INSERT INTO journey_instance
                                    (entered_at, due_at, journey_id, version_id, node, member_no, arriving, key, parent)
                                SELECT DISTINCT ON (member_no) at, :now, :journey, :version, :start, member_no, TRUE, '',
                                       CASE WHEN :await THEN id END
                                FROM (SELECT id, at, member_no, '' AS key FROM moving WHERE node = :node AND rest = 0) who
                                WHERE member_no <> ALL (:kept_back::integer[]) AND %s
                                ORDER BY member_no, id
                                ON CONFLICT (member_no, journey_id, key, ended) DO NOTHING
                                """.formatted(MAY))
                        .param("now", moment.at())
                        .param("journey", journey.journey())
                        .param("version", journey.id())
                        .param("start", journey.start())
                        .param("await", await)
                        .param("kept_back", keptBack)
                        .param("node", node)
                        .param("not_after", notAfter(journey, moment), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update());
    }

    /** {@return entries later than this forbid another one; null where an earlier one does not matter} */
    static @Nullable OffsetDateTime notAfter(Published journey, Moment moment) {
        return switch (journey.graph().reentry()) {
            case Graph.Never _ -> OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
            case Graph.Always _ -> null;
            case Graph.After(int days) ->
                OffsetDateTime.ofInstant(moment.now().minus(days, ChronoUnit.DAYS), ZoneOffset.UTC);
        };
    }

    int count(Published journey, int entered) {
        if (entered > 0) {
            postgres.sql(
                            "INSERT INTO journey_count (node, outcome, n) VALUES (:node, 'arrived', :n), (:node, 'entered', :n)")
                    .param("node", journey.start())
                    .param("n", entered)
                    .update();
        }
        return entered;
    }
}
