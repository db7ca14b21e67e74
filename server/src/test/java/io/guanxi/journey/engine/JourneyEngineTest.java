package io.guanxi.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.AudienceChange;
import io.guanxi.journey.engine.Moving.Standing;
import io.guanxi.journey.engine.Moving.Walker;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.EnrolmentTable;
import io.guanxi.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** What the engine does where something is odd: a fault, a late event, a merge, a frozen process. */
class JourneyEngineTest {

    private static final Instant BEGIN = Instant.parse("2026-02-27T10:00:00Z");
    private static final String WAIT = "{'kind':'wait','key':'wait','until':{'kind':'for','days':30}}";

    private final SmallBrand brand = new SmallBrand(BEGIN);
    private final JourneyEngine engine = brand.engine(100);

    private static Graph graph(String entry, String more, String start, String... nodes) {
        return SmallBrand.read("{'name':'odd','entry':%s,%s'start':'%s','nodes':[%s]}"
                .formatted(entry, more, start, String.join(",", nodes)));
    }

    private static String byEvent(String event) {
        return "{'kind':'event','event':%s}".formatted(event);
    }

    private void turns(int many) {
        for (int i = 0; i < many; i++) {
            engine.turn();
        }
    }

    @Test
    void aJourneyThatDoesNotGetOnStopsNoOtherAndLosesNobody() {
        brand.publish(1, graph(byEvent("{'name':'A'}"), "", "say", "{'kind':'message','key':'say','template':404}"));
        brand.publish(2, graph(byEvent("{'name':'A'}"), "", "wait", WAIT));
        brand.happens(3, "A", null, "{}");
        turns(3);
        assertThat(brand.inside(2)).containsExactly("3 wait");
        assertThat(brand.inside(1)).containsExactly("3 say");
        assertThat(brand.trouble(1)).contains("there is no template");
        assertThat(brand.trouble(2)).isEmpty();
        assertThat(brand.wrongCounts()).isEmpty();
    }

    private static String answered(String text) {
        return "{\"text\":\"%s\"}".formatted(text);
    }

    @Test
    void membersArePartedByWhatTheyAnsweredLastSinceTheyCameIn() {
        brand.publish(
                1,
                graph(
                        byEvent("{'name':'A'}"),
                        "",
                        "ask",
                        "{'kind':'wait','key':'ask','until':{'kind':'for','days':1},'next':'said'}",
                        "{'kind':'reply','key':'said','answers':[{'is':['1','满意'],'next':'good'},{'is':['2'],'next':'fair'}],'otherwise':'none'}",
                        "{'kind':'wait','key':'good','until':{'kind':'for','days':9}}",
                        "{'kind':'wait','key':'fair','until':{'kind':'for','days':9}}",
                        "{'kind':'wait','key':'none','until':{'kind':'for','days':9}}"));
        brand.happens(1, "Message Replied", null, answered("1")); // before they come in: not asked of
        brand.settle(engine);
        for (int member = 1; member <= 6; member++) {
            brand.happens(member, "A", null, "{}");
        }
        brand.settle(engine);
        brand.happens(2, "Message Replied", null, answered("１。"));
        brand.happens(3, "Message Replied", null, answered("满意！"));
        brand.happens(4, "Message Replied", null, answered("1"));
        brand.happens(4, "Message Replied", null, answered("2"));
        brand.happens(5, "Message Replied", null, answered("不满意"));
        brand.happens(6, "Message Replied", null, answered("1"));
        brand.happens(6, "Message Replied", null, "{}");
        brand.settle(engine);
        brand.at(BEGIN.plus(Duration.ofDays(1)));
        brand.settle(engine);
        assertThat(brand.inside(1)).containsExactly("1 none", "2 good", "3 good", "4 fair", "5 none", "6 none");
        assertThat(List.of(
                        brand.count("said", "answer-1"),
                        brand.count("said", "answer-2"),
                        brand.count("said", "otherwise")))
                .containsExactly(2L, 1L, 3L);
        assertThat(brand.wrongCounts()).isEmpty();
    }

    @Test
    void anAnswerIsKeptOnlyWhereAJourneyAsksForIt() {
        brand.publish(1, graph(byEvent("{'name':'A'}"), "", "wait", WAIT));
        brand.happens(1, "A", null, "{}");
        brand.happens(1, "Message Replied", null, answered("my secret"));
        brand.settle(engine);
        assertThat(brand.postgres
                        .sql("SELECT count(*) FROM journey_instance WHERE reply IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void timesOfDayAreTheMembersOwnWhereTheySayAZone() {
        brand.trait(1, "timezone", "America/New_York");
        brand.trait(2, "timezone", "+09:00"); // in PostgreSQL's own words that would be west of Greenwich
        brand.trait(3, "timezone", "nowhere");
        brand.trait(5, "timezone", "UTC-8");
        String wait = "{'kind':'wait','key':'wait','until':%s}";
        brand.publish(1, graph("{'kind':'api'}", "", "wait", wait.formatted("{'kind':'day','day':1,'at':'10:00'}")));
        brand.publish(2, graph("{'kind':'api'}", "", "wait", wait.formatted("{'kind':'time','at':'10:00'}")));
        engine.enter(1, RoaringBitmap.bitmapOf(1, 2, 3, 4, 5), "", "test");
        engine.enter(2, RoaringBitmap.bitmapOf(1, 2, 3, 4, 5), "", "test");
        turns(3);
        // It is 18:00 in Shanghai, 05:00 in New York, 19:00 in Tokyo, 02:00 in Los Angeles.
        assertThat(due(1))
                .containsExactly(
                        "1 2026-02-28T15:00:00Z",
                        "2 2026-02-28T01:00:00Z",
                        "3 2026-02-28T02:00:00Z",
                        "4 2026-02-28T02:00:00Z",
                        "5 2026-02-28T18:00:00Z");
        assertThat(due(2))
                .containsExactly(
                        "1 2026-02-27T15:00:00Z",
                        "2 2026-02-28T01:00:00Z",
                        "3 2026-02-28T02:00:00Z",
                        "4 2026-02-28T02:00:00Z",
                        "5 2026-02-27T18:00:00Z");
    }

    private List<String> due(long journey) {
        return brand.postgres
                .sql("SELECT member_no, due_at FROM journey_instance WHERE journey_id = ? ORDER BY 1")
                .param(journey)
                .query((row, _) -> row.getInt(1) + " "
                        + row.getObject(2, java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    @Test
    void anAudienceThatIsNotThereStopsNoOtherSchedule() {
        String entry = "{'kind':'schedule','audience':%d,'at':'09:00'}";
        brand.publish(1, graph(entry.formatted(SmallBrand.MISSING), "", "wait", WAIT));
        brand.publish(2, graph(entry.formatted(1), "", "wait", WAIT));
        brand.audiences.put(1L, RoaringBitmap.bitmapOf(5));
        brand.postgres
                .sql("UPDATE journey SET next_at = '2026-02-27T09:00:00Z'")
                .update();
        turns(3);
        assertThat(brand.inside(2)).containsExactly("5 wait");
        assertThat(brand.trouble(1)).contains("no audience");
    }

    @Test
    void aLargeAudienceComesInBatchByBatchAndOnceWhateverDies() {
        brand.publish(1, graph("{'kind':'api'}", "", "wait", WAIT));
        RoaringBitmap everybody = RoaringBitmap.bitmapOfRange(1, 21);
        long first = brand.engine(7).enter(1, everybody, "", "test").orElseThrow();
        brand.engine(7).turn();
        assertThat(enrolment(first).seen()).as("a batch a turn").isEqualTo(7);
        JourneyEngine dying = brand.dyingEngine(3, new Random(5));
        brand.settle(dying);
        assertThat(brand.inside(1)).hasSize(20).doesNotHaveDuplicates();
        assertThat(enrolment(first).entered()).isEqualTo(20);
        assertThat(enrolment(first).state()).isEqualTo(EnrolmentTable.State.DONE);
        assertThat(brand.count("wait", "entered")).isEqualTo(20);
        assertThat(brand.wrongCounts()).isEmpty();
    }

    @Test
    void aCancelledEnrolmentLetsNobodyElseIn() {
        brand.publish(1, graph("{'kind':'api'}", "", "wait", WAIT));
        JourneyEngine small = brand.engine(7);
        long id = small.enter(1, RoaringBitmap.bitmapOfRange(1, 21), "", "test").orElseThrow();
        small.turn();
        assertThat(new EnrolmentTable(brand.postgres).cancel(id, brand.now())).isTrue();
        brand.settle(small);
        assertThat(brand.inside(1)).hasSize(7);
        assertThat(enrolment(id).state()).isEqualTo(EnrolmentTable.State.CANCELLED);
    }

    @Test
    void whoLeavesWhileAnAudienceComesInDoesNotComeInAfterwards() {
        brand.publish(
                1,
                graph(
                        "{'kind':'audience','audience':1}",
                        "'exitWhen':[{'kind':'audience','audience':1,'change':'LEFT'}],",
                        "wait",
                        WAIT));
        RoaringBitmap everybody = RoaringBitmap.bitmapOfRange(1, 21);
        brand.changes(new AudienceChange(1, 1, 1, BEGIN, everybody, new RoaringBitmap()));
        brand.engine(7).turn();
        brand.changes(new AudienceChange(2, 1, 2, BEGIN, new RoaringBitmap(), RoaringBitmap.bitmapOf(1, 20)));
        brand.settle(brand.engine(7));
        assertThat(brand.inside(1)).hasSize(18).doesNotContain("1 wait", "20 wait");
    }

    private EnrolmentTable.Enrolment enrolment(long id) {
        return new EnrolmentTable(brand.postgres).find(id).orElseThrow();
    }

    @Test
    void aNumberBeyondAllBoundsIsANumberLikeAnyOther() {
        String least = "{'name':'A','where':[{'property':'y','is':{'atLeast':2}}]}";
        brand.publish(1, graph(byEvent(least), "", "wait", WAIT));
        brand.happens(1, "A", null, "{\"y\":\"1e999\"}");
        brand.happens(2, "A", null, "{\"y\":\"-1e999\"}");
        brand.happens(3, "A", null, "{\"y\":2.0}");
        brand.happens(4, "A", null, "{\"y\":\"1e-999\"}");
        turns(2);
        assertThat(brand.inside(1)).containsExactly("1 wait", "3 wait");
    }

    @Test
    void whoWasMergedOrErasedDoesNotEnterByGoingOutOfAnAudience() {
        brand.publish(1, graph("{'kind':'audience','audience':1,'change':'LEFT'}", "", "wait", WAIT));
        brand.merge(2, 3);
        brand.changes(new AudienceChange(1, 1, 1, BEGIN, new RoaringBitmap(), RoaringBitmap.bitmapOf(1, 2, 99)));
        turns(2);
        assertThat(brand.inside(1)).containsExactly("1 wait");
    }

    @Test
    void aLateEventCountsForWhoWasInWhenItHappenedAndLetsNobodyIn() {
        String wait = "{'kind':'wait','key':'wait','until':{'kind':'event','event':{'name':'C'},'within':{'days':30}}}";
        brand.publish(1, graph(byEvent("{'name':'A'}"), "'goal':{'event':{'name':'B'},'exits':false},", "wait", wait));
        brand.happens(1, "A", null, "{}");
        brand.happens(2, "A", null, "{}");
        turns(2);
        brand.at(BEGIN.plus(Duration.ofDays(5)));
        brand.happened(Duration.ofDays(2), 1, "B");
        brand.happened(Duration.ofDays(2), 1, "C");
        brand.happened(Duration.ofDays(6), 2, "B");
        brand.happened(Duration.ofDays(6), 2, "C");
        brand.happened(Duration.ofDays(2), 3, "A");
        turns(2);
        assertThat(brand.count("wait", "converted")).isEqualTo(1);
        assertThat(brand.inside(1)).as("1 went on, 2 was not in then").containsExactly("2 wait");
    }

    @Test
    void whoPassesAGoalIsCountedAsConvertedOnce() {
        brand.publish(
                1,
                graph(
                        byEvent("{'name':'A'}"),
                        "",
                        "goal",
                        "{'kind':'goal','key':'goal','next':'again'}",
                        "{'kind':'goal','key':'again'}"));
        brand.happens(1, "A", null, "{}");
        turns(2);
        assertThat(brand.count("goal", "converted")).isEqualTo(1);
        assertThat(brand.count("again", "converted")).isZero();
    }

    @Test
    void whoTurnsOutToBeAnotherGoesOnInTheOlderOfTwoAlike() {
        brand.publish(1, graph(byEvent("{'name':'A'}"), "", "wait", WAIT));
        brand.happens(2, "A", null, "{}");
        turns(2);
        brand.at(BEGIN.plus(Duration.ofDays(1)));
        brand.happens(1, "A", null, "{}");
        turns(2);
        brand.merge(2, 1);
        turns(1);
        assertThat(brand.instances())
                .filteredOn(it -> it.contains("ended - -:"))
                .singleElement()
                .asString()
                .contains("entered " + BEGIN.getEpochSecond() + " at wait");
        assertThat(brand.inside(1)).containsExactly("1 wait");
        assertThat(brand.wrongCounts()).isEmpty();
    }

    @Test
    void whoDoesVeryMuchAtOnceIsFollowedInSmallerBatches() {
        String entry = "{'kind':'event','event':{'name':'A'},'keyProperty':'order'}";
        brand.publish(1, graph(entry, "", "wait", WAIT));
        int many = 3 * Events.MOST_WAVES;
        for (int order = 0; order < many; order++) {
            brand.happens(1, "A", null, "{\"order\":%d}".formatted(order));
        }
        brand.settle(engine);
        assertThat(brand.inside(1)).hasSize(many);
    }

    @Test
    void aClockSetBackPutsTimersOffAndMovesNobodyTwice() {
        brand.publish(
                1,
                graph(
                        byEvent("{'name':'A'}"),
                        "",
                        "day",
                        "{'kind':'wait','key':'day','until':{'kind':'for','days':1},'next':'hour'}",
                        "{'kind':'wait','key':'hour','until':{'kind':'for','hours':1},'next':'wait'}",
                        WAIT));
        brand.happens(1, "A", null, "{}");
        turns(2);
        brand.at(BEGIN.plus(Duration.ofDays(1)));
        brand.happens(2, "A", null, "{}");
        turns(2);
        assertThat(brand.inside(1)).containsExactly("1 hour", "2 day");

        brand.at(BEGIN.plus(Duration.ofHours(23)));
        brand.happens(3, "A", null, "{}");
        turns(3);
        assertThat(brand.inside(1)).containsExactly("1 hour", "2 day", "3 day");
        brand.at(BEGIN.plus(Duration.ofHours(24)));
        turns(3);
        assertThat(brand.inside(1))
                .as("the hour is that of the first time")
                .containsExactly("1 hour", "2 day", "3 day");
        brand.at(BEGIN.plus(Duration.ofHours(25)));
        turns(3);
        assertThat(brand.inside(1)).containsExactly("1 wait", "2 day", "3 day");
        brand.at(BEGIN.plus(Duration.ofHours(47)));
        turns(3);
        assertThat(brand.inside(1)).containsExactly("1 wait", "2 day", "3 hour");
        brand.at(BEGIN.plus(Duration.ofHours(49)));
        turns(3);
        assertThat(brand.inside(1)).containsExactly("1 wait", "2 hour", "3 wait");
        assertThat(List.of(brand.count("day", "passed"), brand.count("hour", "passed")))
                .as("nobody twice")
                .containsExactly(3L, 2L);
        assertThat(brand.wrongCounts()).isEmpty();
    }

    @Test
    void nobodyOfAPausedJourneyIsClaimed() {
        brand.publish(1, graph(byEvent("{'name':'A'}"), "", "wait", WAIT));
        brand.happens(1, "A", null, "{}");
        turns(2);
        brand.postgres.sql("UPDATE journey SET state = 'PAUSED'").update();
        brand.at(BEGIN.plus(Duration.ofDays(31)));
        turns(2);
        assertThat(brand.inside(1)).containsExactly("1 wait");
    }

    /** What it claimed goes to the others; when it wakes up, nothing of what it did is kept. */
    @Test
    void aProcessThatFreezesWithABatchLosesIt() throws Exception {
        brand.publish(
                1,
                graph("{'kind':'api'}", "", "say", "{'kind':'message','key':'say','template':1,'next':'wait'}", WAIT));
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        AtomicInteger said = new AtomicInteger();
        JourneyEngine freezing = brand.otherEngine(Duration.ofMillis(300), new Saying(walkers -> {
            frozen.countDown();
            Waiting.until(() -> woken.getCount() == 0);
        }));
        JourneyEngine other =
                brand.otherEngine(Duration.ofSeconds(30), new Saying(walkers -> said.addAndGet(walkers.many())));
        other.enter(1, RoaringBitmap.bitmapOf(1, 2), "", "test");
        try (ExecutorService process = Executors.newSingleThreadExecutor()) {
            Future<Boolean> turn = process.submit(freezing::turn);
            frozen.await();
            Waiting.until(() -> {
                other.turn();
                return said.get() > 0;
            });
            woken.countDown();
            assertThat(turn).failsWithin(Duration.ofSeconds(20)).withThrowableOfType(ExecutionException.class);
        }
        assertThat(said).hasValue(2);
        assertThat(brand.inside(1)).containsExactly("1 wait", "2 wait");
        assertThat(brand.count("say", "passed")).isEqualTo(2);
    }

    private record Saying(java.util.function.Consumer<Standing> how) implements Deeds {

        @Override
        public Map<String, RoaringBitmap> part(Node.Trial trial, RoaringBitmap members, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void say(Published journey, Node.Message message, Standing walkers) {
            how.accept(walkers);
        }

        @Override
        public int unsay(String reason, boolean service) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int unsayAll(long journey, int except, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tag(Published journey, Node.Tagging tagging, RoaringBitmap members) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void grant(Published journey, Node.Points points, List<Walker> walkers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RoaringBitmap heldOut(RoaringBitmap members) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void call(Published journey, Node.Webhook webhook, List<Walker> walkers) {
            throw new UnsupportedOperationException();
        }
    }
}
