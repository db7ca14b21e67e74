package io.guanxi.wecom.tagging;

import io.guanxi.identity.MemberRelations;
import io.guanxi.tag.Tag;
import io.guanxi.tag.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of our groups are in WeCom as well, and what WeCom did not do: {@code wecom_tag_group} and {@code wecom_tag_unmade}. */
@Component
class SharedTags {

    /** Tags that an enterprise may have. */
    static final int MOST = 3_000;

    private static final String DELETED = "deleted in WeCom; switch the group off and on again to have it made anew";

    private final JdbcClient postgres;
    private final Tags tags;
    private final Clock clock;

    SharedTags(JdbcClient postgres, Tags tags, Clock clock) {
        this.postgres = postgres;
        this.tags = tags;
        this.clock = clock;
    }

    /**
     * A tag of ours that is not in WeCom though it is to be.
     *
     * @param tag its number
     * @param group its group's name
     * @param name its name
     * @param reason what WeCom said
     */
    record UnmadeTag(int tag, String group, String name, String reason) {}

    /**
     * A tag that WeCom does not put on or take off.
     *
     * @param member whose, or null where nobody knows them yet
     * @param employee whose customer they are
     * @param tag our tag
     * @param putOn whether it is to be put on, and else taken off
     * @param reason what WeCom said
     * @param refused whether WeCom is not asked again by itself
     */
    record RefusedMark(
            @Nullable Integer member, String employee, String tag, boolean putOn, String reason, boolean refused) {}

    /** {@return numbers of the groups that are in WeCom as well} */
    Set<Integer> groups() {
        return new HashSet<>(postgres.sql("SELECT group_id FROM wecom_tag_group")
                .query(Integer.class)
                .list());
    }

    /** {@return whether that is news} */
    boolean share(int group) {
        boolean news =
                postgres.sql("INSERT INTO wecom_tag_group (group_id, shared_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                                .params(group, now())
                                .update()
                        > 0;
        if (news) {
            Integer[] those = tags.all().stream()
                    .filter(tag -> tag.groupId() == group)
                    .map(Tag::id)
                    .toArray(Integer[]::new);
            // One that was deleted there is made anew, once it has come off all who carried it.
            postgres.sql("""
                            UPDATE wecom_tag t SET own = NULL
                            WHERE own = ANY (:those) AND gone_at IS NOT NULL
                                  AND NOT EXISTS (SELECT FROM wecom_customer WHERE t.tag = ANY (carried))
                            """).param("those", those).update();
            postgres.sql("DELETE FROM wecom_tag_unmade WHERE own = ANY (?)")
                    .param(those)
                    .update();
        }
        return news;
    }

    /** {@return whether that is news} */
    boolean unshare(int group) {
        return postgres.sql("DELETE FROM wecom_tag_group WHERE group_id = ?")
                        .param(group)
                        .update()
                > 0;
    }

    /** {@return tags to be made in WeCom now, by group} */
    List<Tag> due() {
        Set<Integer> groups = groups();
        if (groups.isEmpty()) {
            return List.of();
        }
        Set<Integer> not = new HashSet<>(
                postgres.sql("""
                        SELECT own FROM wecom_tag WHERE own IS NOT NULL
                        UNION ALL SELECT own FROM wecom_tag_unmade WHERE due_at > :now
                        """).param("now", now()).query(Integer.class).list());
        return tags.all().stream()
                .filter(tag -> tag.archivedAt() == null && groups.contains(tag.groupId()) && !not.contains(tag.id()))
                .toList();
    }

    /** {@return how many tags more there may be in WeCom} */
    int room() {
        return MOST
                - postgres.sql("SELECT count(*) FROM wecom_tag WHERE gone_at IS NULL")
                        .query(Integer.class)
                        .single();
    }

    /** Notes that WeCom did not make tags, and when it is asked again. */
    void unmade(Collection<Tag> which, String reason, Duration rest) {
        postgres.sql("""
                        INSERT INTO wecom_tag_unmade (own, reason, at, due_at)
                        SELECT own, left(:reason, 500), :now, :due FROM unnest(:those::integer[]) AS u (own)
                        ON CONFLICT (own) DO UPDATE SET reason = excluded.reason, due_at = excluded.due_at
                        """)
                .param("reason", reason)
                .param("now", now())
                .param("due", now().plus(rest))
                .param("those", which.stream().map(Tag::id).toArray(Integer[]::new))
                .update();
    }

    /** {@return what is to be in WeCom and is not} */
    List<UnmadeTag> unmade() {
        Map<Integer, String> reasons = new HashMap<>();
        postgres.sql("""
                        SELECT own, reason FROM wecom_tag_unmade u
                        WHERE NOT EXISTS (SELECT FROM wecom_tag t WHERE t.own = u.own)
                        """).query(row -> {
            reasons.put(row.getInt(1), row.getString(2));
        });
        postgres.sql("SELECT own FROM wecom_tag WHERE own IS NOT NULL AND gone_at IS NOT NULL")
                .query(row -> {
                    reasons.put(row.getInt(1), DELETED);
                });
        Set<Integer> groups = groups();
        return tags.all().stream()
                .filter(tag ->
                        tag.archivedAt() == null && groups.contains(tag.groupId()) && reasons.containsKey(tag.id()))
                .map(tag -> new UnmadeTag(tag.id(), tag.groupName(), tag.name(), String.valueOf(reasons.get(tag.id()))))
                .toList();
    }

    private static final String TROUBLED = """
            (SELECT m.*, 'external_userid' AS kind, m.external_userid AS key, t.name
             FROM wecom_mark m
             JOIN wecom_contact c ON c.external_userid = m.external_userid AND c.employee = m.employee AND c.ended_at IS NULL
             JOIN wecom_tag t ON t.tag = m.tag
             WHERE m.trouble IS NOT NULL AND (m.tag = ANY (c.tags)) <> m.put_on)""";

    /** {@return how many tags WeCom does not put on or take off} */
    long troubles() {
        return postgres.sql("SELECT count(*) FROM " + TROUBLED + " m")
                .query(Long.class)
                .single();
    }

    /** {@return some of what WeCom does not put on or take off, the latest first} */
    List<RefusedMark> troubles(int most) {
        return postgres.sql("""
                        SELECT member_no, employee, name, put_on, trouble, refused_at IS NOT NULL FROM %s m
                        ORDER BY due_at DESC, external_userid, employee, tag LIMIT :most
                        """.formatted(MemberRelations.owners(TROUBLED)))
                .param("most", most)
                .query((row, _) -> new RefusedMark(
                        row.getObject(1, Integer.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getBoolean(6)))
                .list();
    }

    /** {@return how much WeCom is asked for again now} */
    int retry() {
        return postgres.sql("DELETE FROM wecom_tag_unmade").update()
                + postgres.sql(
                                "UPDATE wecom_mark SET refused_at = NULL, due_at = ?, attempts = 0 WHERE trouble IS NOT NULL")
                        .param(now())
                        .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
