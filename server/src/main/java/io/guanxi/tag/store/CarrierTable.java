package io.guanxi.tag.store;

import io.guanxi.identity.MemberRelations;
import io.guanxi.tag.CarriedTag;
import io.guanxi.tag.TagSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code member_tag}. Whatever the number of members, each call is one statement; numbers travel as an array. */
@Component
public class CarrierTable {

    private static final int ROWS_AT_ONCE = 20_000;
    private static final String ASKED = MemberRelations.survivors("(SELECT unnest(:numbers) AS member_no)");
    private static final String CARRIED = """
            SELECT t.member_no, t.tag_id, s.kind, s.name, s.reference, t.tagged_at,
                   CASE WHEN t.rule_source_id IS NULL THEN nullif(t.expires_at, 'infinity') END
            FROM member_tag t JOIN tag_source s ON s.id = t.source_id
            WHERE (t.expires_at > :now OR t.rule_source_id IS NOT NULL)\s""";

    private final JdbcClient postgres;
    private final Clock clock;

    CarrierTable(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    /** Who got a tag and who lost it. */
    public record Moved(RoaringBitmap added, RoaringBitmap removed) {}

    /**
     * Keeps others from changing who carries a tag, until the transaction ends; changes of different tags go on side by side.
     *
     * @param tag which
     */
    public void lock(int tag) {
        postgres.sql("SELECT pg_advisory_xact_lock_shared(6501), pg_advisory_xact_lock(6501, ?)")
                .param(tag)
                .query(_ -> {});
    }

    /** Keeps others from changing who carries any tag, until the transaction ends. */
    public void lockAll() {
        postgres.sql("SELECT pg_advisory_xact_lock(6501)").query(_ -> {});
    }

    /**
     * {@return who of some members carries what by another word than that of a kind of source, by tag}
     *
     * @param numbers of live members
     * @param but the kind whose word does not count
     */
    public Map<Integer, RoaringBitmap> carriedBesides(int[] numbers, TagSource.Kind but) {
        Map<Integer, RoaringBitmap> carried = new TreeMap<>();
        postgres.sql("""
                        SELECT t.tag_id, t.member_no
                        FROM unnest(:numbers::integer[]) AS asked (member_no)
                        JOIN member_tag t ON t.member_no = asked.member_no
                        JOIN tag_source s ON s.id = t.source_id
                        WHERE (t.rule_source_id IS NOT NULL OR (t.expires_at > :now AND s.kind <> :but))
                        """)
                .param("numbers", numbers)
                .param("now", now())
                .param("but", but.name())
                .query(row -> {
                    carried.computeIfAbsent(row.getInt(1), _ -> new RoaringBitmap())
                            .add(row.getInt(2));
                });
        return carried;
    }

    /**
     * {@return the live members behind numbers}
     *
     * @param numbers any numbers ever given
     */
    public long live(int[] numbers) {
        return postgres.sql("SELECT count(*) FROM " + ASKED + " asked")
                .param("numbers", numbers)
                .query(Long.class)
                .single();
    }

    /**
     * {@return who got a tag that did not carry it}
     *
     * @param tag which
     * @param numbers of whom
     * @param source who says so
     * @param rule whether that is a rule, which keeps it there
     * @param expiresAt until when, or null for ever
     */
    public RoaringBitmap insert(int tag, int[] numbers, int source, boolean rule, @Nullable Instant expiresAt) {
        return members(postgres.sql("""
                        INSERT INTO member_tag (tag_id, member_no, source_id, rule_source_id, tagged_at, expires_at)
                        SELECT :tag, member_no, :source, CASE WHEN :rule THEN :source END, :now,
                               coalesce(:expires::timestamptz, 'infinity')
                        FROM %s asked ORDER BY member_no
                        ON CONFLICT (tag_id, member_no) DO NOTHING RETURNING member_no""".formatted(ASKED))
                .param("tag", tag)
                .param("numbers", numbers)
                .param("source", source)
                .param("rule", rule)
                .param("now", now())
                .param("expires", expiresAt == null ? null : at(expiresAt)));
    }

    /**
     * Notes that a rule keeps a tag on those who carry it already.
     *
     * @param tag which
     * @param numbers of whom
     * @param rule the rule as a source
     * @return on how many it did not before
     */
    public int keep(int tag, int[] numbers, int rule) {
        return postgres.sql("""
                        UPDATE member_tag t SET rule_source_id = :rule FROM %s asked
                        WHERE t.tag_id = :tag AND t.member_no = asked.member_no
                          AND t.rule_source_id IS DISTINCT FROM :rule""".formatted(ASKED))
                .param("tag", tag)
                .param("numbers", numbers)
                .param("rule", rule)
                .update();
    }

    /**
     * Notes that somebody says a tag of those who carry it already. The later expiry counts; what a rule alone put there becomes
     * that of who says it now.
     *
     * @param tag which
     * @param numbers of whom
     * @param source who says so
     * @param expiresAt until when, or null for ever
     * @return on how many something changed
     */
    public int confirm(int tag, int[] numbers, int source, @Nullable Instant expiresAt) {
        return postgres.sql("""
                        UPDATE member_tag t
                        SET expires_at = CASE WHEN t.source_id = t.rule_source_id THEN said.until
                                              ELSE greatest(t.expires_at, said.until) END,
                            source_id = CASE WHEN t.source_id = t.rule_source_id THEN :source ELSE t.source_id END
                        FROM %s asked, (SELECT coalesce(:expires::timestamptz, 'infinity') AS until) said
                        WHERE t.tag_id = :tag AND t.member_no = asked.member_no
                          AND (t.source_id = t.rule_source_id OR t.expires_at < said.until)""".formatted(ASKED))
                .param("tag", tag)
                .param("numbers", numbers)
                .param("source", source)
                .param("expires", expiresAt == null ? null : at(expiresAt))
                .update();
    }

    /**
     * {@return who lost a tag, whoever put it there}
     *
     * @param tag which
     * @param numbers of whom, also of merged members whose tags have not moved to their survivors yet
     */
    public RoaringBitmap delete(int tag, int[] numbers) {
        return members(postgres.sql("""
                        DELETE FROM member_tag WHERE tag_id = :tag
                          AND member_no IN (SELECT member_no FROM %s asked UNION ALL SELECT unnest(:numbers))
                        RETURNING member_no""".formatted(ASKED)).param("tag", tag).param("numbers", numbers));
    }

    /**
     * {@return who lost a tag, which is everybody}
     *
     * @param tag which
     */
    public RoaringBitmap delete(int tag) {
        return members(postgres.sql("DELETE FROM member_tag WHERE tag_id = :tag RETURNING member_no")
                .param("tag", tag));
    }

    /**
     * Ends what a source said of a tag. Who carries it by another's word too keeps it, by that.
     *
     * @param tag which
     * @param numbers of whom, as they are: those of merged members lead to nobody else
     * @param source a rule, or another that keeps tags current
     * @return who lost it, since nobody else put it there
     */
    public RoaringBitmap withdraw(int tag, int[] numbers, int source) {
        RoaringBitmap lost = members(
                postgres.sql("""
                        DELETE FROM member_tag WHERE tag_id = :tag AND source_id = :source
                          AND coalesce(rule_source_id, :source) = :source
                          AND member_no IN (SELECT unnest(:numbers)) RETURNING member_no""").param("tag", tag).param("numbers", numbers).param("source", source));
        postgres.sql("""
                        UPDATE member_tag
                        SET source_id = CASE WHEN source_id = :source THEN rule_source_id ELSE source_id END,
                            expires_at = CASE WHEN source_id = :source THEN 'infinity' ELSE expires_at END,
                            rule_source_id = nullif(rule_source_id, :source)
                        WHERE tag_id = :tag AND (source_id = :source OR rule_source_id = :source)
                          AND member_no IN (SELECT unnest(:numbers))""")
                .param("tag", tag)
                .param("numbers", numbers)
                .param("source", source)
                .update();
        return lost;
    }

    /**
     * {@return who lost a tag since a rule alone put it there, of all who carry it}
     *
     * @param tag which
     * @param rule the rule as a source
     */
    public RoaringBitmap withdraw(int tag, int rule) {
        RoaringBitmap lost = members(postgres.sql("""
                        DELETE FROM member_tag WHERE tag_id = :tag AND rule_source_id = :rule AND source_id = :rule
                        RETURNING member_no""").param("tag", tag).param("rule", rule));
        release(tag, rule);
        return lost;
    }

    /**
     * Leaves a tag to those whom a rule kept it on; the rule has no more say.
     *
     * @param tag which
     * @param rule the rule as a source
     */
    public void release(int tag, int rule) {
        postgres.sql("UPDATE member_tag SET rule_source_id = NULL WHERE tag_id = :tag AND rule_source_id = :rule")
                .param("tag", tag)
                .param("rule", rule)
                .update();
    }

    /**
     * {@return who carries a tag, read from the table}
     *
     * @param tag which
     */
    public RoaringBitmap of(int tag) {
        return members(postgres.sql("SELECT member_no FROM member_tag WHERE tag_id = :tag ORDER BY member_no")
                .param("tag", tag));
    }

    /**
     * {@return who carries a tag, in the order of their numbers}
     *
     * @param tag which
     * @param after only higher numbers
     * @param kind only where such a source put it there, or null
     * @param most at most so many
     */
    public List<CarriedTag> page(int tag, int after, TagSource.@Nullable Kind kind, int most) {
        return postgres.sql(CARRIED + """
                        AND t.tag_id = :tag AND t.member_no > :after AND (:kind::text IS NULL OR s.kind = :kind)
                        ORDER BY t.member_no LIMIT :most""")
                .param("now", now())
                .param("tag", tag)
                .param("after", after)
                .param("kind", kind == null ? null : kind.name())
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /**
     * {@return what a member carries}
     *
     * @param memberNo which
     */
    public List<CarriedTag> carriedBy(int memberNo) {
        return postgres.sql(CARRIED + "AND t.member_no = :no ORDER BY t.tag_id")
                .param("now", now())
                .param("no", memberNo)
                .query((row, _) -> read(row))
                .list();
    }

    /** {@return who lost which tag since its time is over; what a rule keeps there is the rule's alone from then on} */
    public Map<Integer, Moved> expire() {
        OffsetDateTime now = now();
        postgres.sql("""
                        UPDATE member_tag SET source_id = rule_source_id, expires_at = 'infinity'
                        WHERE expires_at <= ? AND rule_source_id IS NOT NULL""").param(now).update();
        return moved(postgres.sql("""
                        DELETE FROM member_tag WHERE expires_at <= :now RETURNING tag_id, member_no, false""").param("now", now));
    }

    /** {@return whether somebody's tag is over its time} */
    public boolean anyExpired() {
        return postgres.sql("SELECT EXISTS (SELECT FROM member_tag WHERE expires_at <= ? AND expires_at < 'infinity')")
                .param(now())
                .query(Boolean.class)
                .single();
    }

    /**
     * {@return who lost which tag}
     *
     * @param numbers a person's numbers
     */
    public Map<Integer, Moved> erase(List<Integer> numbers) {
        return moved(postgres.sql(
                        "DELETE FROM member_tag WHERE member_no = ANY (:numbers) RETURNING tag_id, member_no, false")
                .param("numbers", numbers.toArray(Integer[]::new)));
    }

    /** {@return the number of the last change of members whose merges tags have followed} */
    public long memberChange() {
        return postgres.sql("SELECT member_change FROM tag_counter")
                .query(Long.class)
                .single();
    }

    /**
     * Moves the tags of merged members to their survivors: tagged at the earlier time, until the later one, and what a rule alone
     * put on one of them is the word of whoever put it on the other.
     *
     * @param since the last change of members that was followed
     * @param upTo the one that is followed now
     * @return who got which tag and who lost it
     */
    public Map<Integer, Moved> follow(long since, long upTo) {
        Map<Integer, Moved> moved = moved(
                postgres.sql("""
                        WITH gone AS (
                            DELETE FROM member_tag t USING %s m WHERE t.member_no = m.member_no
                            RETURNING t.tag_id, t.member_no, m.into_no, t.source_id, t.rule_source_id, t.tagged_at,
                                      t.expires_at),
                        one AS (
                            SELECT DISTINCT ON (tag_id, into_no) tag_id, into_no, source_id,
                                   max(rule_source_id) OVER its AS rule_source_id, min(tagged_at) OVER its AS tagged_at,
                                   max(expires_at) FILTER (WHERE source_id IS DISTINCT FROM rule_source_id) OVER its
                                       AS expires_at
                            FROM gone WINDOW its AS (PARTITION BY tag_id, into_no)
                            ORDER BY tag_id, into_no, source_id IS NOT DISTINCT FROM rule_source_id, tagged_at, member_no),
                        come AS (
                            INSERT INTO member_tag AS t
                                (tag_id, member_no, source_id, rule_source_id, tagged_at, expires_at)
                            SELECT tag_id, into_no, source_id, rule_source_id, tagged_at,
                                   coalesce(expires_at, 'infinity') FROM one
                            ON CONFLICT (tag_id, member_no) DO UPDATE
                            SET tagged_at = least(t.tagged_at, excluded.tagged_at),
                                rule_source_id = coalesce(t.rule_source_id, excluded.rule_source_id),
                                source_id = CASE WHEN t.source_id = t.rule_source_id THEN excluded.source_id
                                                 WHEN excluded.source_id = excluded.rule_source_id THEN t.source_id
                                                 WHEN t.tagged_at <= excluded.tagged_at THEN t.source_id
                                                 ELSE excluded.source_id END,
                                expires_at = CASE WHEN t.source_id = t.rule_source_id THEN excluded.expires_at
                                                  WHEN excluded.source_id = excluded.rule_source_id THEN t.expires_at
                                                  ELSE greatest(t.expires_at, excluded.expires_at) END
                            RETURNING tag_id, member_no, xmax = 0 AS fresh)
                        SELECT tag_id, member_no, true FROM come WHERE fresh
                        UNION ALL SELECT tag_id, member_no, false FROM gone""".formatted(MemberRelations.merges(":since"))).param("since", since));
        postgres.sql("UPDATE tag_counter SET member_change = ?").param(upTo).update();
        return moved;
    }

    private static Map<Integer, Moved> moved(JdbcClient.StatementSpec statement) {
        Map<Integer, Moved> moved = new TreeMap<>();
        statement.withFetchSize(ROWS_AT_ONCE).query(row -> {
            Moved of = moved.computeIfAbsent(row.getInt(1), _ -> new Moved(new RoaringBitmap(), new RoaringBitmap()));
            (row.getBoolean(3) ? of.added() : of.removed()).add(row.getInt(2));
        });
        return moved;
    }

    private static RoaringBitmap members(JdbcClient.StatementSpec statement) {
        RoaringBitmap members = new RoaringBitmap();
        statement.withFetchSize(ROWS_AT_ONCE).query(row -> {
            members.add(row.getInt(1));
        });
        members.runOptimize();
        return members;
    }

    private static CarriedTag read(ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject(7, OffsetDateTime.class);
        return new CarriedTag(
                row.getInt(1),
                row.getInt(2),
                new TagSource(TagSource.Kind.valueOf(row.getString(3)), row.getString(4), row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }
}
