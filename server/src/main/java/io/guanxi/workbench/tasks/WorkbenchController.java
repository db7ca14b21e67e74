package io.guanxi.workbench.tasks;

import io.guanxi.access.Audit;
import io.guanxi.access.Colleagues;
import io.guanxi.access.CurrentUser;
import io.guanxi.access.Role;
import io.guanxi.messaging.GuideContacts;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.OwnWords;
import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** The workbench of guides. */
@RestController
@RequestMapping("/api/workbench")
@Tag(name = "Workbench")
class WorkbenchController {

    private static final int MOST = 300;

    /** So many tasks are compared with each other: worth decides which of them are shown. */
    private static final int CANDIDATES = 5000;

    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_WORDS = 2000;
    private static final Duration DAY = Duration.ofDays(1);

    private final TaskTable table;
    private final TaskCards cards;
    private final ObjectProvider<Receipts> receipts;
    private final ObjectProvider<GuideContacts> contacts;
    private final ObjectProvider<OwnWords> own;
    private final Colleagues colleagues;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    WorkbenchController(
            TaskTable table,
            TaskCards cards,
            ObjectProvider<Receipts> receipts,
            ObjectProvider<GuideContacts> contacts,
            ObjectProvider<OwnWords> own,
            Colleagues colleagues,
            CurrentUser currentUser,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.table = table;
        this.cards = cards;
        this.receipts = receipts;
        this.contacts = contacts;
        this.own = own;
        this.colleagues = colleagues;
        this.currentUser = currentUser;
        this.audit = audit;
        this.transaction = transaction;
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
     * What came of a task.
     *
     * @param outcome what
     * @param note what the guide noted, or null
     * @param said the words that were really said, or null: the suggested ones
     * @param answer what the member answered, where they did, or null
     */
    record TaskDone(
            TaskOutcome outcome,
            @Nullable String note,
            @Nullable String said,
            @Nullable String answer) {}

    /**
     * What is to be sent.
     *
     * @param words 1 to 2,000 characters
     */
    record TaskWords(@Nullable String words) {}

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
    @Operation(summary = "Tasks of the caller: over-due ones first, then those that are expected to bring most")
    Page<TaskCard> tasks(@RequestParam(defaultValue = "TODAY") Shelf shelf) {
        Instant now = clock.instant();
        String me = me();
        List<TaskCard> shown =
                switch (shelf) {
                    case TODAY -> cards.inOrder(table.open(me, true, now, CANDIDATES), me, now, MOST);
                    case SNOOZED -> cards.cards(table.putOff(me, now, MOST), me, now);
                    case DONE -> cards.cards(table.doneBy(me, now.minus(DAY), MOST), me, now);
                    case ALL -> cards.inOrder(everybodys(), me, now, MOST);
                };
        return new Page<>(shown, null);
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
    @Operation(
            summary = "Say what came of a task; it becomes an event of the member",
            description = "REPLIED may follow SENT, by whoever did it: answers come later.")
    TaskCard done(@PathVariable long id, @RequestBody TaskDone done) {
        if (done.outcome() == null) {
            throw Problem.badRequest("workbench.outcome-missing", "Say what came of it: an outcome is missing.");
        }
        String note = text(done.note(), LONGEST_NOTE, "workbench.note", "A note");
        String answer = text(done.answer(), LONGEST_NOTE, "workbench.answer", "An answer");
        boolean later = done.outcome() == TaskOutcome.REPLIED && table.isSaidBy(id, me());
        Task task = later ? table.find(id).orElseThrow() : mine(id);
        String words = text(done.said(), LONGEST_WORDS, "workbench.words", "What was said");
        String said = words.isEmpty() ? task.words() : cards.spoken(words, task.memberNo());
        transaction.executeWithoutResult(_ -> {
            still(
                    id,
                    later
                            ? table.answered(id, me(), answer)
                            : table.done(id, done.outcome(), note, me(), all(), said, answer));
            audit.record(
                    "task.done", "task:" + id, Map.of("outcome", done.outcome().name()));
            receipts.ifAvailable(
                    taking -> taking.take("guide", receipts(task, done.outcome(), later ? null : said, answer)));
        });
        return card(id);
    }

    private static String text(@Nullable String text, int most, String code, String what) {
        String plain = text == null ? "" : text.strip();
        if (plain.length() > most || plain.indexOf('\0') >= 0) {
            throw Problem.badRequest(code, what + " has at most " + most + " characters.");
        }
        return plain;
    }

    private List<Receipt> receipts(Task task, TaskOutcome outcome, @Nullable String said, String answer) {
        Instant now = clock.instant();
        Receipt delivered = new Receipt(task.key(), null, Receipt.Status.DELIVERED, now, null, said);
        return switch (outcome) {
            case SENT -> List.of(delivered);
            case REPLIED -> {
                Receipt replied = new Receipt(
                        task.key(), null, Receipt.Status.REPLIED, now, null, answer.isEmpty() ? null : answer);
                yield said == null ? List.of(replied) : List.of(delivered, replied);
            }
            case NOT_REACHED, REFUSED ->
                List.of(new Receipt(task.key(), null, Receipt.Status.FAILED, now, outcome.name()));
            case NOT_NEEDED -> List.of();
        };
    }

    @PostMapping("/tasks/{id}/send")
    @Operation(
            summary = "Send a task's words, as they were edited, through WeCom",
            description = "A message like others: the reach policy judges it, and WeCom has the employee confirm it.")
    TaskCard send(@PathVariable long id, @RequestBody TaskWords wish) {
        Task task = mine(id);
        String words = text(wish.words(), LONGEST_WORDS, "workbench.words", "What is to be sent");
        if (words.isEmpty()) {
            throw Problem.badRequest("workbench.words", "Say what is to be sent.");
        }
        if (!cards.sendable(List.of(task.memberNo()), me()).contains(task.memberNo())) {
            throw Problem.conflict(
                    "workbench.not-a-contact",
                    "Member " + task.memberNo() + " is no contact of yours alone in WeCom, or WeCom is not set up.");
        }
        String said = cards.spoken(words, task.memberNo());
        transaction.executeWithoutResult(_ -> {
            still(id, table.sent(id, me(), all(), said));
            own.getObject()
                    .say(
                            contacts.getObject().channel(),
                            TaskCards.key(id),
                            task.memberNo(),
                            task.category(),
                            new Origin(OwnWords.TASK, Long.toString(id), null),
                            said);
            audit.record(
                    "task.sent",
                    "task:" + id,
                    Map.of("channel", contacts.getObject().channel()));
        });
        return card(id);
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
        if (task.withdrawn() != null) {
            throw Problem.conflict(
                    "workbench.withdrawn", "Task " + id + " is not needed any more: what it came of took it back.");
        }
        if (task.outcome() != null) {
            throw Problem.conflict("workbench.done", "Task " + id + " is done already.");
        }
        return task;
    }

    private TaskCard card(long id) {
        return cards.cards(List.of(table.find(id).orElseThrow()), me(), clock.instant())
                .getFirst();
    }

    private String me() {
        return currentUser.actor().name();
    }
}
