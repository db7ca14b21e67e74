package io.guanxi.audience.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.SmallWorld;
import io.guanxi.audience.engine.SmallWorld.Happening;
import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Measure;
import io.guanxi.audience.expression.Test.Range;
import io.guanxi.audience.expression.Window;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.AudienceTable.Wish;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.platform.Bitmaps;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/**
 * Over random sequences of refreshes and days, of which some go by without a server: who entered and left between two snapshots is
 * the difference of the two sets, by the changes that were written and by what the API answers.
 */
@ServerTest
class SnapshotDifferenceTests {

    private static final int SEQUENCES = 15;
    private static final int DAYS = 14;
    private static final int MEMBERS = 12;
    private static final Expression ASKED = new Expression.Any(List.of(
            new Expression.Tagged(List.of(1)),
            new Expression.Did(
                    EventMatch.named("Order Completed"), new Window.Last(3), Measure.COUNT, null, Range.atLeast(1))));

    @Autowired
    ObjectProvider<AudienceUses> uses;

    @Autowired
    Engine engine;

    @Autowired
    AudienceTable audiences;

    @Autowired
    MembershipTable table;

    @Autowired
    JdbcClient postgres;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    @Autowired
    Caller caller;

    static LongStream seeds() {
        return new Random().longs(SEQUENCES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatCameAndWentBetweenTwoDaysIsTheDifferenceOfTheirSets(long seed) throws SQLException {
        AudienceRow audience = audience(seed);
        Lived lived = live(audience, new Random(seed));
        try {
            show(audience.id(), true);
            List<LocalDate> closed =
                    List.copyOf(lived.ends().headMap(lived.ends().lastKey()).keySet());
            for (LocalDate day : closed) {
                assertThat(table.snapshot(audience.id(), day)).contains(end(lived, day));
            }
            Written written = written(audience.id());
            for (int i = 0; i < closed.size(); i++) {
                for (int j = i; j < closed.size(); j++) {
                    agree(audience.id(), lived, written, closed.get(i), closed.get(j), (i + j) % 4 == 0);
                }
            }
            for (LocalDate day : lived.off()) {
                assertThat(caller.get("/api/audiences/%d/diff?from=%s&to=%s"
                                        .formatted(
                                                audience.id(), day, lived.ends().lastKey()))
                                .code())
                        .isEqualTo("audience.snapshot-unknown");
            }
        } finally {
            show(audience.id(), false);
        }
    }

    /**
     * What happened to an audience.
     *
     * @param ends who was in at the end of each day on which there was a server
     * @param off days on which there was none
     */
    private record Lived(TreeMap<LocalDate, RoaringBitmap> ends, List<LocalDate> off) {}

    private static RoaringBitmap end(Lived lived, LocalDate day) {
        return Objects.requireNonNull(lived.ends().get(day));
    }

    /** It is out of the running server's sight while it is refreshed here. */
    private AudienceRow audience(long seed) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long id = audiences
                    .insert(null, new Wish("difference " + seed, "", "tests", ASKED, ""), "tests")
                    .orElseThrow();
            AudienceRow row = audiences.find(id).orElseThrow();
            show(id, false);
            return row;
        }));
    }

    private void show(long id, boolean shown) {
        postgres.sql("UPDATE audience SET deleted_at = CASE WHEN :shown THEN NULL ELSE now() END WHERE id = :id")
                .param("shown", shown)
                .param("id", id)
                .update();
    }

    private Lived live(AudienceRow audience, Random dice) throws SQLException {
        Lived lived = new Lived(new TreeMap<>(), new ArrayList<>());
        LocalDate begin = engine.version().today().minusDays(DAYS + 30);
        try (SmallWorld world = new SmallWorld()) {
            for (int no = 1; no <= MEMBERS; no++) {
                world.aMember(no, 100, "shop");
            }
            world.aRun();
            Memberships memberships = new Memberships(world.engine(), audiences, table, uses, clock);
            for (int day = 0; day < DAYS; day++) {
                world.today = begin.plusDays(day);
                boolean off = day > 0 && day < DAYS - 1 && dice.nextInt(4) == 0;
                if (off) {
                    lived.off().add(world.today);
                    continue;
                }
                for (int refresh = dice.nextInt(3); refresh >= 0; refresh--) {
                    happen(world, dice);
                    if (dice.nextInt(4) == 0) { // the server starts anew
                        memberships = new Memberships(world.engine(), audiences, table, uses, clock);
                    }
                    world.engine().follow();
                    memberships.refresh(audience);
                    RoaringBitmap found =
                            memberships.of(audience.id()).orElseThrow().members();
                    assertThat(found.stream().boxed()).containsExactlyElementsOf(world.naive(ASKED));
                    lived.ends().put(world.today, found);
                }
            }
        }
        return lived;
    }

    private static void happen(SmallWorld world, Random dice) {
        for (int i = dice.nextInt(4); i > 0; i--) {
            int member = 1 + dice.nextInt(MEMBERS);
            switch (dice.nextInt(8)) {
                case 0 -> world.aTag(1, member, true);
                case 1, 2 -> world.aTag(1, member, false);
                case 3 -> {
                    if (world.members.size() > 4 && world.members.containsKey(member)) {
                        world.anErasure(member);
                        world.aTag(1, member, false);
                    }
                }
                default ->
                    world.arrive(List.of(new Happening(
                            member,
                            "Order Completed",
                            world.today.atTime(12, 0).atZone(SmallWorld.ZONE).toInstant(),
                            10.0,
                            null,
                            null,
                            null,
                            Map.of())));
            }
        }
    }

    private record Change(long position, RoaringBitmap entered, RoaringBitmap left) {}

    /**
     * What was written of an audience.
     *
     * @param positions the last change in the snapshot of each day
     * @param changes in their order
     */
    private record Written(Map<LocalDate, Long> positions, List<Change> changes) {

        List<Change> between(LocalDate from, LocalDate to) {
            long after = Objects.requireNonNull(positions.get(from));
            long upTo = Objects.requireNonNull(positions.get(to));
            return changes.stream()
                    .filter(it -> it.position() > after && it.position() <= upTo)
                    .toList();
        }
    }

    private Written written(long id) {
        Map<LocalDate, Long> positions = new TreeMap<>();
        postgres.sql("SELECT day, position FROM audience_snapshot WHERE audience_id = ?")
                .param(id)
                .query(row -> {
                    positions.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        List<Change> changes = postgres.sql("""
                        SELECT position, entered_bitmap, left_bitmap FROM audience_change
                        WHERE audience_id = ? ORDER BY position""")
                .param(id)
                .query((row, _) -> new Change(row.getLong(1), Bitmaps.of(row.getBytes(2)), Bitmaps.of(row.getBytes(3))))
                .list();
        return new Written(positions, changes);
    }

    private void agree(long id, Lived lived, Written written, LocalDate from, LocalDate to, boolean asked) {
        RoaringBitmap before = end(lived, from);
        RoaringBitmap after = end(lived, to);
        RoaringBitmap entered = RoaringBitmap.andNot(after, before);
        RoaringBitmap left = RoaringBitmap.andNot(before, after);
        RoaringBitmap members = before.clone();
        RoaringBitmap came = new RoaringBitmap();
        RoaringBitmap went = new RoaringBitmap();
        for (Change change : written.between(from, to)) {
            assertThat(RoaringBitmap.intersects(change.entered(), members))
                    .as("who enters was not in")
                    .isFalse();
            assertThat(RoaringBitmap.andNot(change.left(), members).isEmpty())
                    .as("who leaves was in")
                    .isTrue();
            members.or(change.entered());
            members.andNot(change.left());
            RoaringBitmap back = RoaringBitmap.and(change.entered(), went);
            RoaringBitmap gone = RoaringBitmap.and(change.left(), came);
            came.or(RoaringBitmap.andNot(change.entered(), back));
            came.andNot(gone);
            went.or(RoaringBitmap.andNot(change.left(), gone));
            went.andNot(back);
        }
        assertThat(members).isEqualTo(after);
        assertThat(came).isEqualTo(entered);
        assertThat(went).isEqualTo(left);
        if (asked) {
            JsonNode diff = caller.get("/api/audiences/%d/diff?from=%s&to=%s&sample=0".formatted(id, from, to))
                    .json();
            assertThat(diff.path("before").asInt()).as(diff.toString()).isEqualTo(before.getCardinality());
            assertThat(diff.path("after").asInt()).isEqualTo(after.getCardinality());
            assertThat(diff.path("entered").asInt()).isEqualTo(entered.getCardinality());
            assertThat(diff.path("left").asInt()).isEqualTo(left.getCardinality());
        }
    }
}
