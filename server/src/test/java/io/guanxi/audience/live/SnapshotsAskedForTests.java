package io.guanxi.audience.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.AudienceTable.Wish;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.mart.Mart;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What audiences ask of the past stays there; where it is gone all the same, they say so and keep whom they have. */
@ServerTest
class SnapshotsAskedForTests {

    @Autowired
    Caller caller;

    @Autowired
    Mart mart;

    @Autowired
    Engine engine;

    @Autowired
    AudienceTable audiences;

    @Autowired
    MembershipTable table;

    @Autowired
    ObjectProvider<AudienceUses> uses;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient postgres;

    @Autowired
    TransactionOperations transaction;

    private AudienceRow save(String name, Expression expression) {
        long id = Objects.requireNonNull(transaction.execute(_ -> audiences
                .insert(null, new Wish(name, "", "tests", expression, ""), "tests")
                .orElseThrow()));
        return audiences.find(id).orElseThrow();
    }

    /** As after a start of the server. */
    private Memberships anew() {
        return new Memberships(engine, audiences, table, uses, clock);
    }

    @Test
    void aSnapshotThatIsAskedForDoesNotExpire() {
        LocalDate kept = engine.version().today().minusDays(500);
        AudienceRow asked = save("asked on an old day", new Expression.Everyone());
        table.snapshot(asked.id(), kept, 1, RoaringBitmap.bitmapOf(1));
        table.snapshot(asked.id(), kept.plusDays(1), 1, RoaringBitmap.bitmapOf(1));
        save("asks for an old day", new Expression.Not(new Expression.InAudience(asked.id(), kept)));
        anew().refresh();
        assertThat(table.hasSnapshot(asked.id(), kept)).isTrue();
        assertThat(table.hasSnapshot(asked.id(), kept.plusDays(1))).isFalse();
    }

    @Test
    void anAudienceWhoseSnapshotIsGoneKeepsItsMembersAndSaysSo() {
        caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"userId":"snapshot-lin","event":"Snapshot Taken"}""");
        mart.settle();
        engine.follow();
        int lin = caller.get("/api/members/by/user/snapshot-lin")
                .json()
                .path("no")
                .asInt();
        LocalDate day = engine.version().today().minusDays(3);
        AudienceRow asked = save("has a snapshot", new Expression.Everyone());
        table.snapshot(asked.id(), day, 1, RoaringBitmap.bitmapOf(lin));
        AudienceRow asks = save("asks for a snapshot", new Expression.InAudience(asked.id(), day));
        Memberships memberships = anew();
        memberships.refresh(asks);
        Memberships.State before = memberships.of(asks.id()).orElseThrow();
        assertThat(before.problem()).isNull();
        assertThat(before.members().toArray()).containsExactly(lin);

        postgres.sql("DELETE FROM audience_snapshot WHERE audience_id = ?")
                .param(asked.id())
                .update();
        caller.withWriteKey(Caller.WRITE_KEY).post("/v1/track", """
                {"userId":"snapshot-wu","event":"Snapshot Taken"}""");
        mart.settle();
        engine.follow();
        memberships.refresh(asks);
        said(memberships.of(asks.id()).orElseThrow(), day, lin);
        Memberships afterAStart = anew();
        afterAStart.refresh(asks);
        said(afterAStart.of(asks.id()).orElseThrow(), day, lin);
    }

    private static void said(Memberships.State state, LocalDate day, int member) {
        assertThat(state.problem()).contains("There is no snapshot of " + day);
        assertThat(state.members().toArray()).containsExactly(member);
    }
}
