package io.guanxi.identity;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets members of whom no event is left. Whoever was merged, or had a consent noted by hand, is known by more than their
 * events and stays.
 */
@Component
public class UnusedMembers {

    private final JdbcClient postgres;
    private final PostgresCopy copy;
    private final TransactionTemplate transaction;

    UnusedMembers(JdbcClient postgres, PostgresCopy copy, PlatformTransactionManager transactions) {
        this.postgres = postgres;
        this.copy = copy;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Forgets those of some members who are known by their events only. Their identifiers lead to nobody afterwards; seen
     * again, they make new members. Costs one COPY and a fixed number of statements.
     *
     * @param numbers CSV without header: numbers of members who have no event any more
     * @return how many were forgotten
     */
    public int forget(Path numbers) {
        Integer forgotten = transaction.execute(_ -> {
            MemberTables.lock(postgres);
            postgres.sql("CREATE TEMP TABLE candidate (member_no integer) ON COMMIT DROP")
                    .update();
            copy.in("candidate", numbers);
            postgres.sql(UNUSED).update();
            FORGET.forEach(statement -> postgres.sql(statement).update());
            return postgres.sql("DELETE FROM member USING unused WHERE member.member_no = unused.member_no")
                    .update();
        });
        return forgotten == null ? 0 : forgotten;
    }

    private static final String UNUSED = """
            CREATE TEMP TABLE unused ON COMMIT DROP AS
            SELECT member_no FROM candidate
            WHERE NOT EXISTS (SELECT FROM member_alias alias WHERE candidate.member_no IN (alias.member_no, alias.into_no))
              AND NOT EXISTS (SELECT FROM consent_change said
                              WHERE said.member_no = candidate.member_no AND said.source = 'api')
            """;

    private static final List<String> FORGET = List.of(
            """
            DELETE FROM identifier_refusal USING identifier JOIN unused USING (member_no)
            WHERE (identifier_refusal.kind, identifier_refusal.key) = (identifier.kind, identifier.key)
               OR (identifier_refusal.other_kind, identifier_refusal.other_key) = (identifier.kind, identifier.key)
            """,
            "DELETE FROM identifier USING unused WHERE identifier.member_no = unused.member_no",
            "DELETE FROM trait USING unused WHERE trait.member_no = unused.member_no",
            "DELETE FROM consent USING unused WHERE consent.member_no = unused.member_no",
            "DELETE FROM consent_change USING unused WHERE consent_change.member_no = unused.member_no");
}
