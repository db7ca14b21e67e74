package io.guanxi.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What this module itself holds of a person. */
@Component
final class IdentityData implements PersonalData {

    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final MemberRecords records;

    IdentityData(JdbcClient postgres, TransactionOperations transaction, MemberRecords records) {
        this.postgres = postgres;
        this.transaction = transaction;
        this.records = records;
    }

    record Held(
            @Nullable Member member,
            List<HeldIdentifier> identifiers,
            List<Merge> merges,
            List<Trait> traits,
            List<Consent> consent,
            List<ConsentChange> consentChanges) {}

    record ConsentChange(String channel, boolean granted, Instant ts, String source, Instant learnedAt) {}

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Stage stage() {
        return Stage.IDENTITY;
    }

    @Override
    public Held export(Person person) {
        int no = person.memberNo();
        List<Integer> nos = List.of(no);
        return new Held(
                records.members(nos).get(no),
                records.identifiers(nos).getOrDefault(no, List.of()),
                records.merges(no),
                records.traits(nos).getOrDefault(no, List.of()),
                records.consents(nos).getOrDefault(no, List.of()),
                postgres.sql("""
                        SELECT channel, granted, ts, source, learned_at FROM consent_change
                        WHERE member_no = :no
                        ORDER BY ts, event_id
                        """).param("no", no).query(ConsentChange.class).list());
    }

    @Override
    public ErasedPart erase(Person person) {
        return transaction.execute(_ -> {
            MemberTables.lock(postgres);
            long rows = 0;
            for (String statement : ERASE) {
                rows += postgres.sql(statement)
                        .param("numbers", person.numbers().toArray(Integer[]::new))
                        .param("identifiers", person.identifiers().toArray(String[]::new))
                        .update();
            }
            return new ErasedPart("members, identifiers, traits and consent", rows, List.of());
        });
    }

    private static final List<String> ERASE = List.of(
            "DELETE FROM identifier WHERE member_no = ANY (:numbers)",
            """
            DELETE FROM identifier_refusal
            USING unnest(:identifiers) AS gone (identifier)
            WHERE kind || ':' || key = identifier OR other_kind || ':' || other_key = identifier
            """,
            "DELETE FROM trait WHERE member_no = ANY (:numbers)",
            "DELETE FROM consent WHERE member_no = ANY (:numbers)",
            "DELETE FROM consent_change WHERE member_no = ANY (:numbers)",
            "DELETE FROM member_merge WHERE member_no = ANY (:numbers) OR into_no = ANY (:numbers)",
            "DELETE FROM member_alias WHERE member_no = ANY (:numbers)",
            "DELETE FROM member WHERE member_no = ANY (:numbers)");
}
