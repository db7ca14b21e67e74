package io.guanxi.audience.store;

import io.guanxi.identity.MemberRelations;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code tag_rule}. */
@Component
public class TagRuleTable {

    private static final String SELECT = """
            SELECT id, tag_id AS tag, audience_id AS audience, name, since, created_by, created_at FROM tag_rule
            WHERE removed_at IS NULL\s""";

    private final JdbcClient postgres;
    private final Clock clock;

    TagRuleTable(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    /** {@return all rules, the latest first} */
    public List<TagRule> all() {
        return postgres.sql(SELECT + "ORDER BY id DESC").query(TagRule.class).list();
    }

    /**
     * {@return a rule}
     *
     * @param id its number
     */
    public Optional<TagRule> find(long id) {
        return postgres.sql(SELECT + "AND id = ?")
                .param(id)
                .query(TagRule.class)
                .optional();
    }

    /**
     * {@return the rule that keeps a tag current}
     *
     * @param tag the tag's number
     */
    public Optional<TagRule> ofTag(int tag) {
        return postgres.sql(SELECT + "AND tag_id = ?")
                .param(tag)
                .query(TagRule.class)
                .optional();
    }

    /**
     * {@return rules that follow an audience}
     *
     * @param audience its number
     */
    public List<TagRule> ofAudience(long audience) {
        return postgres.sql(SELECT + "AND audience_id = ? ORDER BY id")
                .param(audience)
                .query(TagRule.class)
                .list();
    }

    /**
     * {@return the number of a new rule; empty where the tag has one}
     *
     * @param tag the tag's number
     * @param audience the audience's number
     * @param name the audience's name
     * @param since the last change of audiences that is known
     * @param by who makes it
     */
    public Optional<Long> insert(int tag, long audience, String name, long since, String by) {
        return postgres.sql("""
                        INSERT INTO tag_rule (tag_id, audience_id, name, since, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""")
                .params(tag, audience, name, since, by, now())
                .query(Long.class)
                .optional();
    }

    /**
     * Ends a rule.
     *
     * @param id its number
     */
    public void remove(long id) {
        postgres.sql("UPDATE tag_rule SET removed_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    /** Lets rules be made, ended and followed one at a time, until the transaction ends. */
    public void lock() {
        postgres.sql("SELECT pg_advisory_xact_lock(7001)").query(_ -> {});
    }

    /**
     * {@return the members into whom some of these were merged}
     *
     * @param numbers any numbers ever given
     */
    public RoaringBitmap survivors(RoaringBitmap numbers) {
        RoaringBitmap survivors = new RoaringBitmap();
        postgres.sql("SELECT DISTINCT m.into_no FROM %s m WHERE m.member_no IN (SELECT unnest(:numbers))"
                        .formatted(MemberRelations.merges("0")))
                .param("numbers", numbers.toArray())
                .query(row -> {
                    survivors.add(row.getInt(1));
                });
        return survivors;
    }

    /** {@return where the last change of audiences stands} */
    public long lastChange() {
        return postgres.sql("SELECT position FROM audience_counter")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
