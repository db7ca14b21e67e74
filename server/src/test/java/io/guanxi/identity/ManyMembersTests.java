package io.guanxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.EventBatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More new members at once than there were before: their indexes are made anew. */
class ManyMembersTests {

    private static final int MANY = 100_001;

    @Test
    void theIndexesAreTheSameAfterwardsAndTheMembersAreFound() {
        TestMembers members = TestMembers.empty();
        members.resolve(TestEvent.anEvent("first", 0, "user:known"));
        List<String> before = indexes(members);

        Resolution fresh = resolveMany(members);
        Resolution again = resolveMany(members);

        assertThat(fresh).isEqualTo(new Resolution(MANY, MANY, MANY, 0, 0, 0));
        assertThat(again).isEqualTo(new Resolution(MANY, 0, 0, 0, 0, 0));
        assertThat(indexes(members)).isEqualTo(before).hasSize(4);
        assertThat(members.identities.find("user", "many-7")).contains(9);
        assertThat(members.identities.identifiersOf(9)).singleElement().satisfies(held -> assertThat(held.eventId())
                .isEqualTo("e7"));
        members.postgres.sql("TRUNCATE member, identifier").update();
    }

    private static Resolution resolveMany(TestMembers members) {
        try (EventBatch batch = EventBatch.in(members.staging)) {
            batch.sql().sql("""
                            INSERT INTO event (event_id, type, event, ts, received_at, day, identifiers, source)
                            SELECT 'e' || i, 'track', 'Seen', t, t, DATE '2026-03-01', ['user:many-' || i], 'shop'
                            FROM (SELECT i, TIMESTAMPTZ '2026-03-01' + to_seconds(i) AS t FROM range(%d) r(i))
                            """.formatted(MANY)).update();
            return members.identities.resolve(batch, done -> done);
        }
    }

    private static List<String> indexes(TestMembers members) {
        return members.postgres
                .sql("SELECT indexdef FROM pg_indexes WHERE tablename IN ('member', 'identifier') ORDER BY indexdef")
                .query(String.class)
                .list();
    }
}
