package io.guanxi.wecom.sending;

import io.guanxi.messaging.Receipt;
import io.guanxi.messaging.Receipts;
import io.guanxi.platform.Rounds;
import io.guanxi.wecom.client.Part;
import io.guanxi.wecom.client.WeCom;
import io.guanxi.wecom.client.WeComSending;
import io.guanxi.wecom.client.WeComSending.Made;
import io.guanxi.wecom.client.WeComSending.Result;
import io.guanxi.wecom.client.WeComTrouble;
import io.guanxi.wecom.sending.GroupSendTable.Asking;
import io.guanxi.wecom.sending.GroupSendTable.Making;
import io.guanxi.wecom.sending.GroupSendTable.Open;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes tasks of what is to be said, and asks until employees have confirmed them. WeCom knows no keys: a call of which nobody
 * knows the end is made once more, so a crash costs one duplicate at most; where it stays in doubt the messages have failed.
 */
@Component
class GroupSendWork extends Rounds {

    /** So long a message waits for others that say the same. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_ASKED = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);
    private static final int MOST_ATTEMPTS = 8;
    private static final int MOST_RECEIPTS = 10_000;

    private final GroupSendTable tasks;
    private final WeCom wecom;
    private final WeComSending sending;
    private final Media media;
    private final Receipts receipts;
    private final TransactionOperations transaction;
    private final Clock clock;

    GroupSendWork(
            GroupSendTable tasks,
            WeCom wecom,
            WeComSending sending,
            Media media,
            Receipts receipts,
            TransactionOperations transaction,
            Clock clock) {
        super("wecom-sending", "messages to customers in WeCom wait");
        this.tasks = tasks;
        this.wecom = wecom;
        this.sending = sending;
        this.media = media;
        this.receipts = receipts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected Duration round() {
        if (!wecom.ready()) {
            return UNUSED;
        }
        return make() | ask() | giveUp() ? Duration.ZERO : REST;
    }

    private boolean make() {
        Optional<Making> making = begin();
        making.ifPresent(this::call);
        return making.isPresent();
    }

    private Optional<Making> begin() {
        Optional<Making> making = transaction.execute(_ -> tasks.begin(WeComSending.MOST_CUSTOMERS, MOMENT, LEASE));
        return making == null ? Optional.empty() : making;
    }

    private void call(Making making) {
        try {
            Made made = sending.toCustomers(
                    making.customers(), making.said().text(), making.said().attachments(), media::of);
            transaction.executeWithoutResult(_ -> {
                if (tasks.made(making.id(), made.msgid(), clock.instant().plus(FIRST_ASKED))) {
                    fail(making.id(), made.failed(), Receipt.Status.BLOCKED, "the customer is nobody's contact");
                }
            });
        } catch (WeComTrouble trouble) {
            if (trouble.code() == WeComTrouble.MEDIA_UNKNOWN) {
                media.forget(making.said().attachments());
            }
            transaction.executeWithoutResult(_ -> troubled(making.id(), trouble));
        }
    }

    private void troubled(long task, WeComTrouble trouble) {
        switch (trouble.kind()) {
            case LATER -> {
                int attempts = tasks.tries(task)[0];
                if (attempts >= MOST_ATTEMPTS) {
                    refuse(task, trouble.said());
                } else {
                    takeBack(task);
                    tasks.release(task, clock.instant().plus(pause(attempts)), false, trouble.said());
                }
            }
            case REFUSED -> refuse(task, trouble.said());
            case LOST -> doubtful(task, trouble.said());
        }
    }

    /** Each time an employee may have got one more to confirm. */
    private void doubtful(long task, String said) {
        receipts.doubt(
                WeComChannel.NAME,
                tasks.open(task, null).stream().map(Open::key).toList(),
                said);
        if (tasks.tries(task)[1] > 0) {
            refuse(task, "nobody knows whether WeCom took it, twice: " + said);
        } else {
            takeBack(task);
            tasks.release(task, clock.instant(), true, said);
        }
    }

    /** What was withdrawn of a task is not said any more. */
    private void takeBack(long task) {
        Map<String, List<String>> keys = new HashMap<>();
        for (Open open : tasks.open(task, null)) {
            if (open.withdrawn() != null) {
                keys.computeIfAbsent(open.withdrawn(), _ -> new ArrayList<>()).add(open.key());
            }
        }
        keys.forEach((reason, of) -> {
            receipts.withdrawn(of, reason);
            tasks.done(of);
        });
    }

    private void refuse(long task, String said) {
        takeBack(task);
        List<String> customers =
                tasks.open(task, null).stream().map(Open::customer).toList();
        fail(task, customers, Receipt.Status.FAILED, said);
        tasks.end(task, "DONE", said);
    }

    private void fail(long task, List<String> customers, Receipt.Status status, String said) {
        take(tasks.open(task, customers).stream()
                .map(open -> new Receipt(open.key(), null, status, clock.instant(), said))
                .toList());
    }

    private void take(List<Receipt> said) {
        for (int from = 0; from < said.size(); from += MOST_RECEIPTS) {
            receipts.take(WeComChannel.NAME, said.subList(from, Math.min(said.size(), from + MOST_RECEIPTS)));
        }
        List<String> keys = new ArrayList<>();
        said.forEach(receipt -> keys.add(String.valueOf(receipt.key())));
        tasks.done(keys);
    }

    /** A second, two, four … an hour. */
    static Duration pause(int times) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(Math.max(times, 1) - 1, 20));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private boolean ask() {
        Optional<Asking> asking = tasks.ask(LEASE);
        asking.ifPresent(this::ask);
        return asking.isPresent();
    }

    private void ask(Asking task) {
        Instant now = clock.instant();
        try {
            poll(task);
        } catch (WeComTrouble trouble) {
            if (trouble.kind() == WeComTrouble.Kind.REFUSED) {
                transaction.executeWithoutResult(_ -> refuse(task.id(), trouble.said()));
                return;
            }
        }
        boolean over = task.madeAt().plus(CONFIRMED_WITHIN).isBefore(now);
        if (!tasks.hasOpen(task.id())) {
            tasks.end(task.id(), "DONE", null);
        } else if ((over || tasks.isWithdrawn(task.id())) && calledOff(task, over)) {
            transaction.executeWithoutResult(_ -> refuse(
                    task.id(),
                    over
                            ? "the employee did not confirm it within " + CONFIRMED_WITHIN.toDays() + " days"
                            : "all of it was taken back"));
        } else {
            tasks.askAgain(task.id(), now.plus(pause(task.polls())));
        }
    }

    private void poll(Asking task) {
        for (String employee : sending.confirmedBy(task.msgid())) {
            results(task, employee);
        }
    }

    /**
     * Calls a task off, so that nobody confirms later what counts as not said; who was faster is asked for once more.
     *
     * @return whether what is still open was not said: WeCom called it off, or does not know it any more after its time
     */
    private boolean calledOff(Asking task, boolean over) {
        try {
            sending.cancel(task.msgid());
            poll(task);
            return true;
        } catch (WeComTrouble trouble) {
            return over && trouble.kind() == WeComTrouble.Kind.REFUSED;
        }
    }

    private void results(Asking task, String employee) {
        String cursor = "";
        do {
            Part<Result> part = sending.results(task.msgid(), employee, cursor);
            transaction.executeWithoutResult(_ -> note(task.id(), part.items()));
            cursor = part.cursor();
        } while (!cursor.isEmpty());
    }

    private void note(long task, List<Result> results) {
        Map<String, Result> known = new HashMap<>();
        for (Result result : results) {
            if (result.status() != WeComSending.Status.WAITING) {
                known.put(result.externalUserid(), result);
            }
        }
        List<Receipt> said = new ArrayList<>();
        for (Open open : tasks.open(task, List.copyOf(known.keySet()))) {
            Result result = known.get(open.customer());
            if (result != null) {
                said.add(receipt(open.key(), result));
            }
        }
        take(said);
    }

    private Receipt receipt(String key, Result result) {
        Instant at = result.at() == null ? clock.instant() : result.at();
        return switch (result.status()) {
            case WAITING, SENT -> new Receipt(key, null, Receipt.Status.DELIVERED, at, null);
            case NO_CONTACT ->
                new Receipt(key, null, Receipt.Status.BLOCKED, at, "the customer is nobody's contact any more");
            case TOO_MANY ->
                new Receipt(key, null, Receipt.Status.FAILED, at, "the customer got as many messages as WeCom allows");
        };
    }

    /** A call that never ended was lost with its server. */
    private boolean giveUp() {
        Boolean found = transaction.execute(_ -> {
            Optional<Long> lost = tasks.lost();
            lost.ifPresent(task -> doubtful(task, "the server died while it called"));
            return lost.isPresent();
        });
        return Boolean.TRUE.equals(found);
    }
}
