package io.guanxi.wecom.tagging;

import io.guanxi.identity.MemberRelations;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries tags over. What came from WeCom is taken off again when it is gone there, and only then; what was put on or taken off
 * here is queued for WeCom. Both compare with what WeCom last said, so neither answers the other.
 */
@Component
class TagCarrying {

    private static final TagSource WECOM = new TagSource(TagSource.Kind.WECOM, "WeCom", "");
    private static final int CUSTOMERS = 2_000;

    private final JdbcClient postgres;
    private final Tagging tagging;
    private final TagCarriers carriers;
    private final TransactionOperations transaction;
    private final Clock clock;

    TagCarrying(
            JdbcClient postgres,
            Tagging tagging,
            TagCarriers carriers,
            TransactionOperations transaction,
            Clock clock) {
        this.postgres = postgres;
        this.tagging = tagging;
        this.carriers = carriers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A customer whose member is known, with the tags of WeCom they have and those they got because of it. */
    private record Due(String customer, int member, String[] now, String[] carried) {}

    /** {@return how many customers' tags were carried from WeCom to members} */
    int toMembers() {
        if (due().isEmpty()) {
            return 0; // nobody else has to wait for that
        }
        Integer carried = transaction.execute(_ -> {
            tagging.alone();
            List<Due> due = due();
            if (due.isEmpty()) {
                return 0;
            }
            Map<String, Integer> own = own();
            Map<Integer, RoaringBitmap> on = new HashMap<>();
            Map<Integer, RoaringBitmap> off = new HashMap<>();
            for (Due each : due) {
                Set<String> has = Set.of(each.now());
                for (String tag : has) {
                    add(on, own.get(tag), each.member());
                }
                for (String tag : each.carried()) {
                    if (!has.contains(tag)) {
                        add(off, own.get(tag), each.member());
                    }
                }
            }
            on.forEach((tag, members) -> tagging.tag(tag, members, WECOM, null));
            off.forEach((tag, members) -> tagging.withdraw(tag, members, WECOM));
            settle(due.stream().map(Due::customer).toList());
            return due.size();
        });
        return carried == null ? 0 : carried;
    }

    private static void add(
            Map<Integer, RoaringBitmap> to, @org.jspecify.annotations.Nullable Integer tag, int member) {
        if (tag != null) {
            to.computeIfAbsent(tag, _ -> new RoaringBitmap()).add(member);
        }
    }

    private List<Due> due() {
        return postgres.sql("""
                        SELECT w.external_userid, w.member_no,
                               (SELECT coalesce(array_agg(DISTINCT tag), '{}') FROM wecom_contact c, unnest(c.tags) tag
                                WHERE c.external_userid = w.external_userid AND c.ended_at IS NULL) AS now,
                               w.carried
                        FROM %s w
                        WHERE w.member_no IS NOT NULL
                        """.formatted(MemberRelations.owners("""
                                (SELECT external_userid, carried, 'external_userid' AS kind, external_userid AS key
                                 FROM wecom_customer c
                                 WHERE EXISTS (SELECT FROM wecom_contact t
                                               WHERE t.external_userid = c.external_userid AND t.tags_due)
                                 LIMIT %d)""".formatted(CUSTOMERS))))
                .query((row, _) -> new Due(
                        row.getString(1),
                        row.getInt(2),
                        (String[]) row.getArray(3).getArray(),
                        (String[]) row.getArray(4).getArray()))
                .list();
    }

    private Map<String, Integer> own() {
        Map<String, Integer> own = new HashMap<>();
        postgres.sql("SELECT tag, own FROM wecom_tag WHERE own IS NOT NULL").query(row -> {
            own.put(row.getString(1), row.getInt(2));
        });
        return own;
    }

    private void settle(List<String> customers) {
        String[] ids = customers.toArray(String[]::new);
        postgres.sql("""
                        UPDATE wecom_customer w SET carried = (
                            SELECT coalesce(array_agg(DISTINCT tag), '{}') FROM wecom_contact c, unnest(c.tags) tag
                            WHERE c.external_userid = w.external_userid AND c.ended_at IS NULL)
                        WHERE external_userid = ANY (?)
                        """).param(ids).update();
        postgres.sql("UPDATE wecom_contact SET tags_due = FALSE WHERE external_userid = ANY (?) AND tags_due")
                .param(ids)
                .update();
    }

    /** {@return how many of our tags had changed and were compared with WeCom} */
    int toWeCom() {
        Integer compared = transaction.execute(_ -> {
            long from = postgres.sql("SELECT position FROM wecom_tag_position FOR UPDATE")
                    .query(Long.class)
                    .single();
            long to = carriers.position();
            if (to == from) {
                return 0;
            }
            Map<Integer, String> theirs = theirs();
            Set<Integer> changed = new HashSet<>(carriers.changedSince(from));
            changed.retainAll(theirs.keySet());
            for (int tag : changed) {
                RoaringBitmap carrying = carriers.of(tag);
                compare(String.valueOf(theirs.get(tag)), carrying);
                turn(String.valueOf(theirs.get(tag)), carrying);
            }
            postgres.sql("UPDATE wecom_tag_position SET position = ?").param(to).update();
            return changed.size();
        });
        return compared == null ? 0 : compared;
    }

    private Map<Integer, String> theirs() {
        Set<String> gone = new HashSet<>(postgres.sql("SELECT tag FROM wecom_tag WHERE gone_at IS NOT NULL")
                .query(String.class)
                .list());
        Map<Integer, String> theirs = new HashMap<>();
        own().forEach((tag, number) -> {
            if (!gone.contains(tag)) {
                theirs.put(number, tag);
            }
        });
        return theirs;
    }

    /**
     * Marks contacts that have begun with what their member carries already, but for what other employees put on: that stays
     * their word alone.
     *
     * @return how many customers were looked at
     */
    int toNewContacts() {
        if (begun().isEmpty()) {
            return 0;
        }
        Integer looked = transaction.execute(_ -> {
            postgres.sql("SELECT position FROM wecom_tag_position FOR UPDATE").query(_ -> {});
            Map<Integer, List<String>> customers = new HashMap<>();
            List<Begun> begun = begun();
            begun.forEach(each -> customers
                    .computeIfAbsent(each.member(), _ -> new ArrayList<>())
                    .add(each.customer()));
            Map<Integer, String> theirs = theirs();
            List<String> whose = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            carriers.carriedBesides(
                            RoaringBitmap.bitmapOf(customers.keySet().stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray()),
                            TagSource.Kind.WECOM)
                    .forEach((tag, members) -> {
                        String their = theirs.get(tag);
                        if (their != null) {
                            members.forEach((int member) -> customers
                                    .getOrDefault(member, List.of())
                                    .forEach(customer -> {
                                        whose.add(customer);
                                        tags.add(their);
                                    }));
                        }
                    });
            mark(whose, tags);
            postgres.sql("UPDATE wecom_contact SET marks_due = FALSE WHERE external_userid = ANY (?) AND marks_due")
                    .param(begun.stream().map(Begun::customer).toArray(String[]::new))
                    .update();
            return begun.size();
        });
        return looked == null ? 0 : looked;
    }

    /** A customer of whom somebody new has become the contact, and whose member is known. */
    private record Begun(String customer, int member) {}

    /** Those whose tags are on their way from WeCom wait until they have arrived. */
    private List<Begun> begun() {
        return postgres.sql("""
                        SELECT w.external_userid, w.member_no FROM %s w WHERE w.member_no IS NOT NULL
                        """.formatted(MemberRelations.owners("""
                                (SELECT external_userid, 'external_userid' AS kind, external_userid AS key
                                 FROM wecom_contact c
                                 WHERE marks_due AND NOT EXISTS (
                                       SELECT FROM wecom_contact t WHERE t.external_userid = c.external_userid AND t.tags_due)
                                 GROUP BY external_userid LIMIT %d)""".formatted(CUSTOMERS))))
                .query((row, _) -> new Begun(row.getString(1), row.getInt(2)))
                .list();
    }

    private void mark(List<String> customers, List<String> tags) {
        postgres.sql("""
                        INSERT INTO wecom_mark (external_userid, employee, tag, put_on, due_at)
                        SELECT c.external_userid, c.employee, w.tag, TRUE, :now
                        FROM unnest(:customers::text[], :tags::text[]) AS w (customer, tag)
                        JOIN wecom_contact c ON c.external_userid = w.customer AND c.ended_at IS NULL AND c.marks_due
                        WHERE w.tag <> ALL (c.tags)
                        ON CONFLICT (external_userid, employee, tag) DO UPDATE
                        SET put_on = TRUE, due_at = excluded.due_at, attempts = 0, trouble = NULL, refused_at = NULL
                        """)
                .param("customers", customers.toArray(String[]::new))
                .param("tags", tags.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** What waits and is not wanted any more is turned round; what WeCom refused and is not wanted any more is forgotten. */
    private void turn(String tag, RoaringBitmap carrying) {
        String contrary = """
                FROM (SELECT o.external_userid, x.member_no IS NOT NULL AS carries
                      FROM %s o LEFT JOIN unnest(:members::integer[]) AS x (member_no) ON x.member_no = o.member_no
                      WHERE o.member_no IS NOT NULL) w
                WHERE m.tag = :tag AND w.external_userid = m.external_userid AND m.put_on <> w.carries
                """.formatted(MemberRelations.owners("""
                        (SELECT DISTINCT external_userid, 'external_userid' AS kind, external_userid AS key
                         FROM wecom_mark WHERE tag = :tag)"""));
        postgres.sql("DELETE FROM wecom_mark m USING " + contrary.strip().substring("FROM ".length())
                        + " AND m.refused_at IS NOT NULL")
                .param("tag", tag)
                .param("members", carrying.toArray())
                .update();
        postgres.sql("UPDATE wecom_mark m SET put_on = w.carries, due_at = :now, attempts = 0 " + contrary)
                .param("tag", tag)
                .param("members", carrying.toArray())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Those whose tags are on their way from WeCom are left out: what WeCom said last is not known here yet. */
    private void compare(String tag, RoaringBitmap carrying) {
        postgres.sql("""
                        INSERT INTO wecom_mark (external_userid, employee, tag, put_on, due_at)
                        SELECT c.external_userid, c.employee, :tag, w.carries, :now
                        FROM (SELECT o.external_userid, m.member_no IS NOT NULL AS carries
                              FROM %s o LEFT JOIN unnest(:members::integer[]) AS m (member_no) ON m.member_no = o.member_no
                              WHERE o.member_no IS NOT NULL) w
                        JOIN wecom_contact c ON c.external_userid = w.external_userid AND c.ended_at IS NULL
                        WHERE (:tag = ANY (c.tags)) <> w.carries
                              AND NOT EXISTS (SELECT FROM wecom_contact t
                                              WHERE t.external_userid = w.external_userid AND t.tags_due)
                              AND (NOT w.carries OR NOT EXISTS (
                                    SELECT FROM wecom_contact t WHERE t.external_userid = w.external_userid
                                    AND t.ended_at IS NULL AND :tag = ANY (t.tags)))
                        ON CONFLICT (external_userid, employee, tag) DO UPDATE
                        SET put_on = excluded.put_on, due_at = excluded.due_at, attempts = 0, trouble = NULL, refused_at = NULL
                        WHERE wecom_mark.refused_at IS NULL OR wecom_mark.put_on <> excluded.put_on
                        """.formatted(MemberRelations.owners("""
                                (SELECT external_userid, 'external_userid' AS kind, external_userid AS key
                                 FROM wecom_customer)""")))
                .param("tag", tag)
                .param("members", carrying.toArray())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
