package io.guanxi.workbench.tasks;

import io.guanxi.identity.MemberRelations;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.GuideTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code guide_task}. A member's own guide is named by the trait {@code guide}: a user name. */
@Component
class TaskTable implements GuideTasks {

    private static final Duration TIME_TO_DO = Duration.ofHours(24);
    private static final TypeReference<List<Content>> CONTENTS = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT id, key, coalesce(a.into_no, t.member_no) AS member_no, title, words, attachments, origin_kind, origin_id,
                   origin_node, category, owner, opened_at, due_at, snoozed_until, outcome, note, done_by, done_at
            FROM guide_task t LEFT JOIN %s a ON a.member_no = t.member_no\s""".formatted(MemberRelations.merges("-1"));

    /** Somebody else may have taken it since it was looked at. */
    private static final String STILL_THEIRS = " AND outcome IS NULL AND (owner IS NULL OR owner = :guide OR :all)";

    private final JdbcClient postgres;
    private final WorkloadTable workload;
    private final JsonMapper json;
    private final Clock clock;

    TaskTable(JdbcClient postgres, WorkloadTable workload, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.workload = workload;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void open(List<GuideTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        long before = workload.last();
        Instant now = clock.instant();
        postgres.sql("""
                        INSERT INTO guide_task (key, member_no, title, words, attachments, origin_kind, origin_id, origin_node,
                                                category, owner, opened_at, due_at)
                        SELECT t.key, t.member_no, t.title, t.words, t.attachments::jsonb, t.origin_kind, t.origin_id,
                               t.origin_node, t.category, nullif(g.value, ''), :now, :due
                        FROM unnest(:keys::text[], :members::integer[], :titles::text[], :words::text[], :attachments::text[],
                                    :kinds::text[], :ids::text[], :nodes::text[], :categories::text[])
                             AS t (key, member_no, title, words, attachments, origin_kind, origin_id, origin_node, category)
                        LEFT JOIN %s g ON g.member_no = t.member_no
                        ON CONFLICT (key) DO NOTHING
                        """.formatted(MemberRelations.trait(":guide")))
                .param("guide", "guide")
                .param("now", at(now))
                .param("due", at(now.plus(TIME_TO_DO)))
                .param("keys", tasks.stream().map(GuideTask::key).toArray(String[]::new))
                .param("members", tasks.stream().map(GuideTask::memberNo).toArray(Integer[]::new))
                .param("titles", tasks.stream().map(GuideTask::title).toArray(String[]::new))
                .param("words", tasks.stream().map(GuideTask::words).toArray(String[]::new))
                .param(
                        "attachments",
                        tasks.stream()
                                .map(task -> json.writerFor(CONTENTS).writeValueAsString(task.attachments()))
                                .toArray(String[]::new))
                .param("kinds", tasks.stream().map(task -> task.origin().kind()).toArray(String[]::new))
                .param("ids", tasks.stream().map(task -> task.origin().id()).toArray(String[]::new))
                .param("nodes", tasks.stream().map(task -> task.origin().node()).toArray(String[]::new))
                .param("categories", tasks.stream().map(GuideTask::category).toArray(String[]::new))
                .update();
        workload.spread(before, now);
    }

    /** {@return open tasks that are not put off, those due first first} */
    List<Task> open(@Nullable String owner, boolean free, Instant now, int most) {
        return postgres.sql(SELECT + """
                        WHERE outcome IS NULL AND (snoozed_until IS NULL OR snoozed_until <= :now)
                          AND ((:owner::text IS NOT NULL AND owner = :owner) OR (:free AND owner IS NULL))
                        ORDER BY due_at, id LIMIT :most""")
                .param("now", at(now))
                .param("owner", owner, Types.VARCHAR)
                .param("free", free)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /** {@return all guides' open tasks, those due first first} */
    List<Task> openOfAll(int most) {
        return postgres.sql(SELECT + "WHERE outcome IS NULL ORDER BY due_at, id LIMIT ?")
                .param(most)
                .query((row, _) -> read(row))
                .list();
    }

    /** {@return tasks that a guide put off, the earliest first} */
    List<Task> putOff(String owner, Instant now, int most) {
        return postgres.sql(SELECT + """
                        WHERE outcome IS NULL AND snoozed_until > ? AND owner = ? ORDER BY snoozed_until LIMIT ?""")
                .params(at(now), owner, most)
                .query((row, _) -> read(row))
                .list();
    }

    /** {@return what a guide did since a moment, the latest first} */
    List<Task> doneBy(String guide, Instant since, int most) {
        return postgres.sql(SELECT
                        + "WHERE outcome IS NOT NULL AND done_by = ? AND done_at >= ? ORDER BY done_at DESC LIMIT ?")
                .params(guide, at(since), most)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Task> find(long id) {
        return postgres.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** {@return whether an open task was nobody's, or this guide's, and is theirs now} */
    boolean take(long id, String guide) {
        return postgres.sql(
                                "UPDATE guide_task SET owner = :guide WHERE id = :id AND outcome IS NULL AND (owner IS NULL OR owner = :guide)")
                        .param("guide", guide)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** {@return whether it was still open and the guide's to give, or whoever's the shop is} */
    boolean hand(long id, String guide, boolean all, @Nullable String to) {
        return postgres.sql("UPDATE guide_task SET owner = :to, snoozed_until = NULL WHERE id = :id" + STILL_THEIRS)
                        .param("to", to, Types.VARCHAR)
                        .param("id", id)
                        .param("guide", guide)
                        .param("all", all)
                        .update()
                == 1;
    }

    /** {@return whether it was still open and the guide's, or whoever's the shop is} */
    boolean putOff(long id, String guide, boolean all, Instant until) {
        return postgres.sql(
                                "UPDATE guide_task SET snoozed_until = :until, owner = coalesce(owner, :guide) WHERE id = :id"
                                        + STILL_THEIRS)
                        .param("until", at(until))
                        .param("id", id)
                        .param("guide", guide)
                        .param("all", all)
                        .update()
                == 1;
    }

    /** {@return whether it was still open and the guide's, or whoever's the shop is} */
    boolean done(long id, TaskOutcome outcome, String note, String guide, boolean all) {
        return postgres.sql("""
                        UPDATE guide_task SET outcome = :outcome, note = :note, done_by = :guide, done_at = :now,
                            owner = coalesce(owner, :guide)
                        WHERE id = :id""" + STILL_THEIRS)
                        .param("outcome", outcome.name())
                        .param("note", note)
                        .param("now", at(clock.instant()))
                        .param("id", id)
                        .param("guide", guide)
                        .param("all", all)
                        .update()
                == 1;
    }

    /** {@return how guides do since a moment} */
    List<GuideFigures> figures(Instant since) {
        return postgres.sql("""
                        SELECT coalesce(done_by, owner), count(*) FILTER (WHERE outcome IS NULL) AS open,
                               count(*) FILTER (WHERE outcome IS NULL AND due_at < :now) AS late,
                               count(*) FILTER (WHERE done_at >= :since) AS done,
                               count(*) FILTER (WHERE done_at >= :since AND outcome = 'REPLIED') AS replied,
                               count(*) FILTER (WHERE done_at >= :since AND outcome IN ('SENT', 'REPLIED')) AS said
                        FROM guide_task WHERE coalesce(done_by, owner) IS NOT NULL AND (outcome IS NULL OR done_at >= :since)
                        GROUP BY 1 ORDER BY 1""")
                .param("now", at(clock.instant()))
                .param("since", at(since))
                .query((row, _) -> new GuideFigures(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    /** {@return all of a person's tasks} */
    List<Task> of(List<Integer> numbers) {
        return postgres.sql(SELECT + "WHERE t.member_no = ANY (?) ORDER BY id")
                .param(numbers.toArray(Integer[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    int erase(List<Integer> numbers) {
        return postgres.sql("DELETE FROM guide_task WHERE member_no = ANY (?)")
                .param(numbers.toArray(Integer[]::new))
                .update();
    }

    private Task read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Task(
                row.getLong("id"),
                row.getString("key"),
                row.getInt("member_no"),
                row.getString("title"),
                row.getString("words"),
                json.readValue(row.getString("attachments"), CONTENTS),
                row.getString("origin_kind"),
                row.getString("origin_id"),
                row.getString("origin_node"),
                row.getString("category"),
                row.getString("owner"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "snoozed_until"),
                outcome == null ? null : TaskOutcome.valueOf(outcome),
                row.getString("note"),
                row.getString("done_by"),
                instant(row, "done_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
