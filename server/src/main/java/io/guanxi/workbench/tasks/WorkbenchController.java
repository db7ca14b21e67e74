package io.guanxi.workbench.tasks;

import io.guanxi.access.Audit;
import io.guanxi.access.Colleagues;
import io.guanxi.access.CurrentUser;
import io.guanxi.access.Masking;
import io.guanxi.access.Role;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Trait;
import io.guanxi.mart.Mart;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.guanxi.platform.SqlText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workbench of guides. */
@RestController
@RequestMapping("/api/workbench")
@Tag(name = "Workbench")
class WorkbenchController {

    private static final int MOST = 300;

    /** So many tasks are compared with each other: worth decides which of them are shown. */
    private static final int CANDIDATES = 5000;

    private static final int LONGEST_NOTE = 1000;
    private static final Duration DAY = Duration.ofDays(1);

    private final TaskTable table;
    private final Identities identities;
    private final Mart mart;
    private final ObjectProvider<Receipts> receipts;
    private final Masking masking;
    private final Colleagues colleagues;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    WorkbenchController(
            TaskTable table,
            Identities identities,
            Mart mart,
            ObjectProvider<Receipts> receipts,
            Masking masking,
            Colleagues colleagues,
            CurrentUser currentUser,
            Audit audit,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.identities = identities;
        this.mart = mart;
        this.receipts = receipts;
        this.masking = masking;
        this.colleagues = colleagues;
        this.currentUser = currentUser;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Which tasks. */
    enum Shelf {
        /** The caller's own, and those that are nobody's, to be done now. */
        TODAY,
        /** The caller's own that were put off. */
        SNOOZED,
        /** What the caller did within a day. */
        DONE,
        /** Everybody's open ones, for those who run the shop. */
        ALL
    }

    /**
     * A task with what its member is like.
     *
     * @param task what is to be said
     * @param name of the member, masked where the caller may not see it
     * @param value member value of the last run, or null
     * @param stage AIPL stage, or null
     * @param late whether it is over due
     */
    record TaskCard(
            Task task,
            @Nullable String name,
            @Nullable Double value,
            @Nullable String stage,
            boolean late) {}

    /**
     * What came of a task.
     *
     * @param outcome what
     * @param note what the guide noted, or null
     */
    record TaskDone(TaskOutcome outcome, @Nullable String note) {}

    /**
     * Until when a task is put off.
     *
     * @param hours 1 to 720
     */
    record TaskSnooze(int hours) {}

    /**
     * Who is to do a task.
     *
     * @param to user name of a guide, or null: any guide may take it
     */
    record TaskHandover(@Nullable String to) {}

    @GetMapping("/tasks")
    @Operation(summary = "Tasks of the caller: over-due ones first, then those of the members who are worth most")
    Page<TaskCard> tasks(@RequestParam(defaultValue = "TODAY") Shelf shelf) {
        Instant now = clock.instant();
        String me = me();
        List<Task> tasks =
                switch (shelf) {
                    case TODAY -> table.open(me, true, now, CANDIDATES);
                    case SNOOZED -> table.putOff(me, now, MOST);
                    case DONE -> table.doneBy(me, now.minus(DAY), MOST);
                    case ALL -> everybodys();
                };
        Map<Integer, Scored> scores = scores(tasks);
        if (shelf == Shelf.TODAY || shelf == Shelf.ALL) {
            tasks = tasks.stream()
                    .sorted(Comparator.comparing((Task task) -> !task.dueAt().isBefore(now))
                            .thenComparing(task -> -worth(scores.get(task.memberNo())))
                            .thenComparing(Task::dueAt))
                    .limit(MOST)
                    .toList();
        }
        return new Page<>(cards(tasks, scores, now), null);
    }

    private List<Task> everybodys() {
        if (!all()) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "workbench.not-yours",
                    "Only operators see the tasks of all guides.",
                    List.of());
        }
        return table.openOfAll(CANDIDATES);
    }

    @PostMapping("/tasks/{id}/take")
    @Operation(summary = "Make a task that is nobody's the caller's own")
    TaskCard take(@PathVariable long id) {
        open(id);
        if (!table.take(id, me())) {
            throw Problem.conflict("workbench.taken", "Somebody else took task " + id + ".");
        }
        return card(id);
    }

    @PostMapping("/tasks/{id}/outcome")
    @Operation(summary = "Say what came of a task; it becomes an event of the member")
    TaskCard done(@PathVariable long id, @RequestBody TaskDone done) {
        Task task = mine(id);
        if (done.outcome() == null) {
            throw Problem.badRequest("workbench.outcome-missing", "Say what came of it: an outcome is missing.");
        }
        String note = done.note() == null ? "" : done.note().strip();
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw Problem.badRequest("workbench.note", "A note has at most " + LONGEST_NOTE + " characters.");
        }
        transaction.executeWithoutResult(_ -> {
            still(id, table.done(id, done.outcome(), note, me(), all()));
            audit.record(
                    "task.done", "task:" + id, Map.of("outcome", done.outcome().name()));
            receipts.ifAvailable(taking -> taking.take("guide", receipts(task, done.outcome())));
        });
        return card(id);
    }

    private List<Receipt> receipts(Task task, TaskOutcome outcome) {
        Instant now = clock.instant();
        return switch (outcome) {
            case SENT -> List.of(new Receipt(task.key(), null, Receipt.Status.DELIVERED, now, null));
            case REPLIED ->
                List.of(
                        new Receipt(task.key(), null, Receipt.Status.DELIVERED, now, null),
                        new Receipt(task.key(), null, Receipt.Status.REPLIED, now, null));
            case NOT_REACHED, REFUSED ->
                List.of(new Receipt(task.key(), null, Receipt.Status.FAILED, now, outcome.name()));
            case NOT_NEEDED -> List.of();
        };
    }

    @PostMapping("/tasks/{id}/snooze")
    @Operation(summary = "Put a task off")
    TaskCard snooze(@PathVariable long id, @RequestBody TaskSnooze snooze) {
        mine(id);
        if (snooze.hours() < 1 || snooze.hours() > 720) {
            throw Problem.badRequest("workbench.snooze", "A task is put off by 1 to 720 hours.");
        }
        still(id, table.putOff(id, me(), all(), clock.instant().plus(Duration.ofHours(snooze.hours()))));
        return card(id);
    }

    @PostMapping("/tasks/{id}/hand-over")
    @Operation(summary = "Give a task to another guide, or to whoever takes it")
    TaskCard handOver(@PathVariable long id, @RequestBody TaskHandover handover) {
        mine(id);
        String to = handover.to() == null || handover.to().isBlank()
                ? null
                : handover.to().strip();
        if (to != null && !colleagues.names().contains(to)) {
            throw Problem.badRequest("workbench.guide-unknown", "There is no user with the name “" + to + "”.");
        }
        still(id, table.hand(id, me(), all(), to));
        audit.record("task.handed-over", "task:" + id, Map.of("to", to == null ? "" : to));
        return card(id);
    }

    @GetMapping("/colleagues")
    @Operation(summary = "User names to whom a task may be handed over")
    Page<String> colleagues() {
        return new Page<>(colleagues.names(), null);
    }

    @GetMapping("/guides")
    @Operation(summary = "How guides do")
    Page<GuideFigures> guides(@RequestParam(defaultValue = "7") int days) {
        return new Page<>(table.figures(clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, 366)))), null);
    }

    /** An open task that is the caller's or nobody's; who runs the shop may touch all. */
    private Task mine(long id) {
        Task task = open(id);
        if (!all() && task.owner() != null && !task.owner().equals(me())) {
            throw Problem.conflict("workbench.taken", "Task " + id + " is somebody else's.");
        }
        return task;
    }

    private boolean all() {
        return currentUser.actor().role().includes(Role.OPERATOR);
    }

    /** Refuses what somebody else was faster with, between the look at the task and the deed. */
    private void still(long id, boolean done) {
        if (!done) {
            mine(id);
            throw Problem.conflict("workbench.taken", "Task " + id + " is somebody else's.");
        }
    }

    private Task open(long id) {
        Task task = table.find(id)
                .orElseThrow(() ->
                        Problem.notFound("workbench.task-unknown", "There is no task with the number " + id + "."));
        if (task.outcome() != null) {
            throw Problem.conflict("workbench.done", "Task " + id + " is done already.");
        }
        return task;
    }

    private TaskCard card(long id) {
        List<Task> one = List.of(table.find(id).orElseThrow());
        return cards(one, scores(one), clock.instant()).getFirst();
    }

    private record Scored(@Nullable Double value, @Nullable String stage) {}

    private static double worth(@Nullable Scored score) {
        return score == null || score.value() == null ? 0 : score.value();
    }

    private static List<Integer> members(List<Task> tasks) {
        return tasks.stream().map(Task::memberNo).distinct().toList();
    }

    private Map<Integer, Scored> scores(List<Task> tasks) {
        Map<Integer, Scored> scores = new HashMap<>();
        if (tasks.isEmpty()) {
            return scores;
        }
        mart.sql()
                .sql("SELECT member_no, round(value, 1), stage FROM member_score WHERE "
                        + SqlText.among("member_no", "numbers"))
                .param("numbers", members(tasks).toString())
                .query(row -> {
                    scores.put(row.getInt(1), new Scored(row.getDouble(2), row.getString(3)));
                });
        return scores;
    }

    /** One look-up a page, whatever its length. */
    private List<TaskCard> cards(List<Task> tasks, Map<Integer, Scored> scores, Instant now) {
        Map<Integer, List<Trait>> traits = tasks.isEmpty() ? Map.of() : identities.traitsOf(members(tasks));
        return tasks.stream()
                .map(task -> {
                    Scored score = Objects.requireNonNullElse(scores.get(task.memberNo()), new Scored(null, null));
                    String name = name(traits.getOrDefault(task.memberNo(), List.of()));
                    return new TaskCard(
                            name == null ? task : task.saying(name, Objects.requireNonNull(masking.name(name))),
                            masking.name(name),
                            score.value(),
                            score.stage(),
                            task.outcome() == null && task.dueAt().isBefore(now));
                })
                .toList();
    }

    private @Nullable String name(List<Trait> traits) {
        for (Trait trait : traits) {
            if (trait.name().equals("name")) {
                JsonNode value = json.readTree(trait.value());
                return value.isString() && !value.asString().isBlank() ? value.asString() : null;
            }
        }
        return null;
    }

    private String me() {
        return currentUser.actor().name();
    }
}
