package io.guanxi.workbench.tasks;

import io.guanxi.identity.MemberRelations;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.GuideContacts;
import io.guanxi.messaging.GuideTasks;
import io.guanxi.messaging.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code guide_task}. A member's own guide is named by the trait {@code guide}, a user name; where there is none, it is the
 * guide whose contact the member is.
 */
@Component
class TaskTable implements GuideTasks {

    private static final Duration TIME_TO_DO = Duration.ofHours(24);
    private static final TypeReference<List<Content>> CONTENTS = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT id, key, coalesce(a.into_no, t.member_no) AS member_no, title, words, attachments, origin_kind, origin_id,
                   origin_node, category, owner, opened_at, due_at, snoozed_until, outcome, note, done_by, done_at, said, said_by,
                   answer, withdrawn
            FROM guide_task t LEFT JOIN %s a ON a.member_no = t.member_no\s""".formatted(MemberRelations.merges("-1"));

    /** Somebody else may have taken it since it was looked at. */
    private static final String STILL_THEIRS = " AND outcome IS NULL AND (owner IS NULL OR owner = :guide OR :all)";

    private final JdbcClient postgres;
    private final WorkloadTable workload;
    private final ObjectProvider<GuideContacts> guides;
    private final JsonMapper json;
    private final Clock clock;

    TaskTable(
            JdbcClient postgres,
            WorkloadTable workload,
            ObjectProvider<GuideContacts> guides,
            JsonMapper json,
            Clock clock) {
        this.postgres = postgres;
        this.workload = workload;
        this.guides = guides;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void open(List<GuideTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Map<Integer, String> contacts = guides.stream()
                .findFirst()
                .map(it -> it.guidesOf(tasks.stream().map(GuideTask::memberNo).collect(Collectors.toSet())))
                .orElse(Map.of());
        long before = workload.last();
        Instant now = clock.instant();
        postgres.sql("""
                        INSERT INTO guide_task (key, member_no, title, words, attachments, origin_kind, origin_id, origin_node,
                                                category, owner, opened_at, due_at)
                        SELECT t.key, t.member_no, t.title, t.words, t.attachments::jsonb, t.origin_kind, t.origin_id,
                               t.origin_node, t.category, coalesce(nullif(g.value, ''), t.contact), :now, :due
                        FROM unnest(:keys::text[], :members::integer[], :titles::text[], :words::text[], :attachments::text[],
                                    :kinds::text[], :ids::text[], :nodes::text[], :categories::text[], :contacts::text[])
                             AS t (key, member_no, title, words, attachments, origin_kind, origin_id, origin_node, category, contact)
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
                .param(
                        "contacts",
                        tasks.stream()
                                .map(task -> contacts.get(task.memberNo()))
                                .toArray(String[]::new))
                .update();
        workload.spread(before, now);
    }

    /** A guide who says at this moment what came of one was faster, or is told that it is done. */
    @Override
    public List<String> withdraw(Withdrawal back) {
        return postgres.sql("""
                        WITH found AS (
                            SELECT id FROM guide_task WHERE id = ANY (ARRAY(%s)) AND outcome IS NULL ORDER BY id FOR UPDATE)
                        UPDATE guide_task t
                        SET outcome = 'NOT_NEEDED', done_at = :now, withdrawn = :reason
                        FROM found WHERE t.id = found.id RETURNING t.key
                        """.formatted(back.ids("guide_task", List.of("o.outcome IS NULL"))))
                .params(back.parameters())
                .param("reason", back.reason())
                .param("now", at(clock.instant()))
                .query(String.class)
                .list();
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
    boolean done(long id, TaskOutcome outcome, String note, String guide, boolean all, String said, String answer) {
        return postgres.sql("""
                        UPDATE guide_task SET outcome = :outcome, note = :note, done_by = :guide, done_at = :now,
                            owner = coalesce(owner, :guide),
                            said = CASE WHEN :outcome IN ('SENT', 'REPLIED') THEN :said END,
                            said_by = CASE WHEN :outcome IN ('SENT', 'REPLIED') THEN 'HAND' END,
                            answer = CASE WHEN :outcome = 'REPLIED' THEN nullif(:answer, '') END
                        WHERE id = :id""" + STILL_THEIRS)
                        .param("outcome", outcome.name())
                        .param("note", note)
                        .param("said", said)
                        .param("answer", answer)
                        .param("now", at(clock.instant()))
                        .param("id", id)
                        .param("guide", guide)
                        .param("all", all)
                        .update()
                == 1;
    }

    /** {@return whether it was still open and the guide's, or whoever's the shop is; it is done, and its words go out} */
    boolean sent(long id, String guide, boolean all, String said) {
        return postgres.sql("""
                        UPDATE guide_task SET outcome = 'SENT', said = :said, said_by = 'WECOM', done_by = :guide, done_at = :now,
                            owner = coalesce(owner, :guide)
                        WHERE id = :id""" + STILL_THEIRS)
                        .param("said", said)
                        .param("now", at(clock.instant()))
                        .param("id", id)
                        .param("guide", guide)
                        .param("all", all)
                        .update()
                == 1;
    }

    /** {@return whether this guide said it, and it is not known that the member answered} */
    boolean isSaidBy(long id, String guide) {
        return postgres.sql("SELECT count(*) FROM guide_task WHERE id = :id AND outcome = 'SENT' AND done_by = :guide")
                        .param("id", id)
                        .param("guide", guide)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** {@return whether it was said by this guide and not answered before; it is answered now} */
    boolean answered(long id, String guide, String answer) {
        return postgres.sql("""
                        UPDATE guide_task SET outcome = 'REPLIED', answer = nullif(:answer, '')
                        WHERE id = :id AND outcome = 'SENT' AND done_by = :guide""")
                        .param("answer", answer)
                        .param("id", id)
                        .param("guide", guide)
                        .update()
                == 1;
    }

    /** {@return what had a task said, as one text} */
    static String origin(Task task) {
        return origin(task.originKind(), task.originId(), task.originNode());
    }

    private static String origin(String kind, String id, @Nullable String node) {
        return kind + ':' + id + ':' + (node == null ? "" : node);
    }

    /** {@return how many tasks were said since a moment, and answered, by what had them said} */
    Map<String, long[]> answered(Instant since) {
        Map<String, long[]> found = new HashMap<>();
        postgres.sql("""
                        SELECT origin_kind, origin_id, origin_node, count(*), count(*) FILTER (WHERE outcome = 'REPLIED')
                        FROM guide_task WHERE outcome IN ('SENT', 'REPLIED') AND done_at >= ?
                        GROUP BY 1, 2, 3""").param(at(since)).query(row -> {
            found.put(
                    origin(row.getString(1), row.getString(2), row.getString(3)),
                    new long[] {row.getLong(4), row.getLong(5)});
        });
        return found;
    }

    /** How much guides had to do and did, before it is known what it brought. */
    record Work(String guide, long open, long late, long done, long replied, long said, int days) {}

    /** {@return how much guides did since a moment; a day of work is one on which they did a task. What was taken back nobody did} */
    List<Work> work(Instant since, ZoneId zone) {
        return postgres.sql("""
                        SELECT coalesce(done_by, owner), count(*) FILTER (WHERE outcome IS NULL) AS open,
                               count(*) FILTER (WHERE outcome IS NULL AND due_at < :now) AS late,
                               count(*) FILTER (WHERE done_at >= :since) AS done,
                               count(*) FILTER (WHERE done_at >= :since AND outcome = 'REPLIED') AS replied,
                               count(*) FILTER (WHERE done_at >= :since AND outcome IN ('SENT', 'REPLIED')) AS said,
                               count(DISTINCT (done_at AT TIME ZONE :zone)::date) FILTER (WHERE done_at >= :since) AS days
                        FROM guide_task WHERE coalesce(done_by, owner) IS NOT NULL AND withdrawn IS NULL AND (outcome IS NULL OR done_at >= :since)
                        GROUP BY 1 ORDER BY 1""")
                .param("now", at(clock.instant()))
                .param("since", at(since))
                .param("zone", zone.getId())
                .query((row, _) -> new Work(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getInt(7)))
                .list();
    }

    /** That a guide spoke with a member on a day. */
    record Talk(String guide, int memberNo, LocalDate day, long last) {}

    /** {@return with whom guides spoke on which day since a moment; {@code last} is the last task of the day} */
    List<Talk> talks(Instant since, ZoneId zone) {
        return postgres.sql("""
                        SELECT t.done_by, coalesce(a.into_no, t.member_no), (t.done_at AT TIME ZONE :zone)::date, max(t.id)
                        FROM guide_task t LEFT JOIN %s a ON a.member_no = t.member_no
                        WHERE t.outcome IN ('SENT', 'REPLIED') AND t.done_at >= :since
                        GROUP BY 1, 2, 3""".formatted(MemberRelations.merges("-1")))
                .param("since", at(since))
                .param("zone", zone.getId())
                .query((row, _) ->
                        new Talk(row.getString(1), row.getInt(2), row.getObject(3, LocalDate.class), row.getLong(4)))
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
        String saidBy = row.getString("said_by");
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
                instant(row, "done_at"),
                row.getString("said"),
                saidBy == null ? null : Task.SaidBy.valueOf(saidBy),
                row.getString("answer"),
                row.getString("withdrawn"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
