package io.guanxi.identity;

import io.guanxi.platform.EventBatch;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides, in DuckDB, whose each identifier of a batch is. It leaves these temporary tables:
 *
 * <pre>
 * decided (node, member_no, leader) -- a known member, or the first identifier of a new one; identifiers that no event
 *                                      needs and that nobody may hold are missing
 * fresh   (leader, place)           -- new members in the order of their first event, from 1
 * merged  (member_no, into_no)      -- members that are another one from now on, by their survivors
 * owner   (node, member_no)         -- the decided, once the new members have their numbers
 * </pre>
 */
final class Owners {

    private static final List<String> TABLES = List.of("known", "decided", "fresh", "merged", "owner");

    private final JdbcClient duck;

    Owners(JdbcClient duck) {
        this.duck = duck;
    }

    /** {@return the number of new members} */
    int decide() {
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE merged AS
                SELECT member_no, survivor AS into_no
                FROM (SELECT unit.member_no, min(unit.member_no) OVER (PARTITION BY person.person) AS survivor
                      FROM unit JOIN person USING (unit))
                WHERE member_no <> survivor
                """).update();
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE decided AS
                WITH grouped AS (
                    SELECT unit.node, min(unit.member_no) OVER person AS survivor, min(unit.node) OVER person AS leader,
                           bool_or(head.node IS NOT NULL) OVER person AS needed
                    FROM unit
                    JOIN person USING (unit)
                    LEFT JOIN (SELECT DISTINCT node FROM head) head USING (node)
                    WINDOW person AS (PARTITION BY person.person)
                )
                SELECT node.node, coalesce(grouped.survivor, merged.into_no, known.member_no) AS member_no,
                       coalesce(grouped.leader, node.node) AS leader
                FROM node
                LEFT JOIN known ON known.node = node.node
                LEFT JOIN merged ON merged.member_no = known.member_no
                LEFT JOIN grouped ON grouped.node = node.node
                WHERE grouped.node IS NULL OR grouped.survivor IS NOT NULL OR grouped.needed
                """).update();
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE fresh AS
                SELECT leader, row_number() OVER (ORDER BY leader)::INTEGER AS place
                FROM decided WHERE member_no IS NULL AND leader = node
                """).update();
        return duck.sql("SELECT count(*) FROM fresh").query(Integer.class).single();
    }

    /** New members get the numbers after the last one. */
    void number(int lastMember) {
        duck.sql("""
                CREATE OR REPLACE TEMP TABLE owner AS
                SELECT node, coalesce(member_no, %d + fresh.place) AS member_no
                FROM decided LEFT JOIN fresh USING (leader)
                """.formatted(lastMember)).update();
    }

    /** Every event gets the owner of its strongest usable identifier. */
    static void assignTo(EventBatch batch, String said) {
        batch.assign(said, """
                SELECT combo.said, owner.member_no
                FROM combo
                JOIN head USING (combo)
                JOIN owner USING (node)
                """);
    }

    void forget() {
        duck.sql(Exchange.drop(TABLES)).update();
    }
}
