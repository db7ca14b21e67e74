package io.guanxi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is known of members; each call is one statement, for any number of members. */
final class MemberRecords {

    private final JdbcClient postgres;

    MemberRecords(JdbcClient postgres) {
        this.postgres = postgres;
    }

    Optional<Integer> find(String kind, String key) {
        return postgres.sql("SELECT member_no FROM identifier WHERE kind = lower(trim(:kind)) AND key = "
                        + IdentifierRules.normalKey("lower(trim(:kind))", ":key::text"))
                .param("kind", kind)
                .param("key", key)
                .query(Integer.class)
                .optional();
    }

    Optional<Integer> survivorOf(int memberNo) {
        return postgres.sql("""
                SELECT member_no
                FROM member
                WHERE member_no = coalesce((SELECT into_no FROM member_alias WHERE member_no = :no), :no)
                """).param("no", memberNo).query(Integer.class).optional();
    }

    Map<Integer, Integer> survivorsOf(Collection<Integer> memberNos) {
        return pairs("""
                SELECT asked.no, member.member_no
                FROM unnest(:nos::integer[]) AS asked (no)
                LEFT JOIN member_alias alias ON alias.member_no = asked.no
                JOIN member ON member.member_no = coalesce(alias.into_no, asked.no)
                """, memberNos);
    }

    Map<Integer, Integer> mergedInto(Collection<Integer> memberNos) {
        return pairs("SELECT member_no, into_no FROM member_alias WHERE into_no = ANY (:nos::integer[])", memberNos);
    }

    private Map<Integer, Integer> pairs(String sql, Collection<Integer> memberNos) {
        Map<Integer, Integer> pairs = HashMap.newHashMap(memberNos.size());
        postgres.sql(sql).param("nos", memberNos.toArray(Integer[]::new)).query(row -> {
            pairs.put(row.getInt(1), row.getInt(2));
        });
        return pairs;
    }

    long count() {
        return postgres.sql("SELECT last_member - gone FROM member_counter")
                .query(Long.class)
                .single();
    }

    long lastChange() {
        return postgres.sql("SELECT last_change FROM member_counter")
                .query(Long.class)
                .single();
    }

    Map<Integer, Member> members(Collection<Integer> memberNos) {
        Map<Integer, Member> members = new HashMap<>();
        grouped(
                        "SELECT member_no, created_at, channel FROM member WHERE member_no = ANY (:nos::integer[])",
                        memberNos,
                        (row, _) -> new Member(row.getInt(1), instant(row, 2), row.getString(3)))
                .forEach((no, member) -> members.put(no, member.getFirst()));
        return members;
    }

    Map<Integer, List<HeldIdentifier>> identifiers(Collection<Integer> memberNos) {
        return grouped(
                """
                SELECT member_no, identifier.kind, key, linked_at, source, event_id
                FROM identifier LEFT JOIN identifier_kind USING (kind)
                WHERE member_no = ANY (:nos::integer[])
                ORDER BY member_no, coalesce(strong, true) DESC, linked_at, kind, key
                """,
                memberNos,
                (row, _) -> new HeldIdentifier(
                        row.getString(2), row.getString(3), instant(row, 4), row.getString(5), row.getString(6)));
    }

    Map<Integer, List<Trait>> traits(Collection<Integer> memberNos) {
        return grouped(
                """
                SELECT member_no, name, value, ts, source, event_id
                FROM trait
                WHERE member_no = ANY (:nos::integer[]) AND value <> 'null'
                ORDER BY member_no, name
                """,
                memberNos,
                (row, _) -> new Trait(
                        row.getString(2), row.getString(3), instant(row, 4), row.getString(5), row.getString(6)));
    }

    Map<Integer, List<Consent>> consents(Collection<Integer> memberNos) {
        return grouped(
                """
                SELECT member_no, channel, granted, since, source
                FROM consent
                WHERE member_no = ANY (:nos::integer[])
                ORDER BY member_no, channel
                """,
                memberNos,
                (row, _) -> new Consent(row.getString(2), row.getBoolean(3), instant(row, 4), row.getString(5)));
    }

    List<Merge> merges(int memberNo) {
        return postgres.sql("""
                SELECT member_no, into_no, merged_at, event_id, kind, key, other_kind, other_key
                FROM member_merge
                WHERE member_no IN (SELECT member_no FROM member_alias WHERE into_no = :no)
                ORDER BY merged_at, member_no
                """).param("no", memberNo).query(Merge.class).list();
    }

    /** {@return all by which a live member's data can be found} */
    Person person(int memberNo) {
        List<Integer> numbers =
                postgres.sql("""
                SELECT :no::integer UNION SELECT member_no FROM member_alias WHERE into_no = :no ORDER BY 1
                """).param("no", memberNo).query(Integer.class).list();
        List<String> identifiers =
                postgres.sql("""
                SELECT kind || ':' || key FROM identifier WHERE member_no = :no ORDER BY kind, key
                """).param("no", memberNo).query(String.class).list();
        return new Person(memberNo, numbers, identifiers);
    }

    private <T> Map<Integer, List<T>> grouped(String sql, Collection<Integer> memberNos, RowMapper<T> mapper) {
        Map<Integer, List<T>> grouped = new HashMap<>();
        if (!memberNos.isEmpty()) {
            postgres.sql(sql).param("nos", memberNos.toArray(Integer[]::new)).query(row -> {
                T mapped = mapper.mapRow(row, row.getRow());
                if (mapped != null) {
                    grouped.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                            .add(mapped);
                }
            });
        }
        return grouped;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
