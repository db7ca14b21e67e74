package io.guanxi.workbench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.messaging.GuideTasks.GuideTask;
import io.guanxi.messaging.Origin;
import io.guanxi.platform.Brand;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of tasks beyond a guide's day. */
@ServerTest
class WorkloadTests {

    private static final String LIMITS = """
            {"overflow": "%s", "guides": [{"guide": "load-a", "tasksADay": %d}, {"guide": "load-b", "tasksADay": %d}]}""";

    @Autowired
    Caller caller;

    @Autowired
    TaskTable table;

    @Autowired
    JdbcClient postgres;

    @Autowired
    Brand brand;

    private final List<String> keys = new ArrayList<>();

    @BeforeEach
    void twoGuides() {
        for (String guide : List.of("load-a", "load-b")) {
            caller.post(
                    "/api/users",
                    "{\"username\":\"%s\",\"password\":\"guide-password-9\",\"role\":\"GUIDE\"}".formatted(guide));
        }
    }

    @AfterEach
    void noLimits() {
        set("{\"overflow\": \"NEXT_DAY\", \"guides\": []}");
        postgres.sql("DELETE FROM guide_task WHERE key LIKE 'load-%'").update();
    }

    private void set(String limits) {
        Answer answer = caller.put("/api/workbench/workload", limits);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Opens tasks that are load-a's, as the outbox does for members whose trait says so. */
    private void open(int many) {
        long member = 2_000_000_000L;
        postgres.sql("""
                        INSERT INTO trait (member_no, name, value, ts, source, event_id)
                        VALUES (?, 'guide', '"load-a"', now(), 'test', '') ON CONFLICT DO NOTHING""").param(member).update();
        table.open(IntStream.range(0, many)
                .mapToObj(n -> {
                    String key = "load-" + keys.size();
                    keys.add(key);
                    return new GuideTask(
                            key,
                            (int) member,
                            "Silent",
                            "How are you?",
                            List.of(),
                            new Origin("journey", "7", "T"),
                            "service");
                })
                .toList());
    }

    /** In the order in which they came: whose, and how many days later. */
    private List<String> spread() {
        LocalDate today = brand.dayOf(Instant.now());
        return postgres.sql("""
                        SELECT coalesce(owner, 'nobody') || ' +' || coalesce((snoozed_until AT TIME ZONE :zone)::date - :today::date, 0)
                        FROM guide_task WHERE key = ANY (:keys) ORDER BY id""")
                .param("zone", brand.zone().getId())
                .param("today", today)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Test
    void whatIsOverGoesToTheGuidesNextDays() {
        set(LIMITS.formatted("NEXT_DAY", 2, 9));
        open(3);
        open(2);
        assertThat(spread()).containsExactly("load-a +0", "load-a +0", "load-a +1", "load-a +1", "load-a +2");
        assertThat(caller.get("/api/workbench/workload")
                        .json()
                        .at("/guides/0/tasksADay")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatIsOverGoesToWhoHasTheMostRoomAndThenToTheNextDay() {
        set(LIMITS.formatted("OTHER_GUIDE", 2, 1));
        open(5);
        assertThat(spread()).containsExactly("load-a +0", "load-a +0", "load-b +0", "load-a +1", "load-a +1");
    }

    @Test
    void whatWasDoneTodayIsPartOfTheDay() {
        set(LIMITS.formatted("NEXT_DAY", 2, 9));
        open(2);
        postgres.sql("UPDATE guide_task SET outcome = 'SENT', done_by = owner, done_at = now() WHERE key = ANY (?)")
                .param(keys.toArray(String[]::new))
                .update();
        open(1);
        assertThat(spread().getLast()).isEqualTo("load-a +1");
    }

    @Test
    void aGuideWhoIsAwayHasNoDaysAndTheTasksAreNobodys() {
        set(LIMITS.formatted("NEXT_DAY", 0, 9));
        open(1);
        assertThat(spread()).containsExactly("nobody +0");
    }

    @Test
    void limitsThatMeanNothingAreRefused() {
        assertThat(caller.put("/api/workbench/workload", "{\"tasksADay\": 0, \"overflow\": \"NEXT_DAY\"}")
                        .code())
                .isEqualTo("workbench.workload");
        assertThat(caller.put("/api/workbench/workload", "{\"tasksADay\": 5}").code())
                .isEqualTo("workbench.workload");
        assertThat(caller.put(
                                "/api/workbench/workload",
                                "{\"overflow\": \"NEXT_DAY\", \"guides\": [{\"guide\": \"nobody-such\", \"tasksADay\": 1}]}")
                        .code())
                .isEqualTo("workbench.guide-unknown");
    }
}
