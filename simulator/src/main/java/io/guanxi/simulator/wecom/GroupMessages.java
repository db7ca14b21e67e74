package io.guanxi.simulator.wecom;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Messages to many customers: the interface only makes a task, and nothing is sent before the employee confirms it. A customer
 * gets at most as many a month as the month has days.
 */
public final class GroupMessages {

    static final int MOST_CUSTOMERS = 10_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What became of a message to one customer, by WeCom's numbers. */
    enum Status {
        NOT_YET,
        SENT,
        NO_CONTACT,
        TOO_MANY
    }

    record To(
            String customer,
            String employee,
            Status status,
            @Nullable Instant at) {}

    /**
     * A task for employees.
     *
     * @param id its {@code msgid}
     * @param text what is said
     * @param to to whom, by customer
     */
    record Task(String id, String text, Map<String, To> to) {}

    private final Clock clock;
    private final Enterprise enterprise;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Map<String, Integer> sentThisMonth = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    GroupMessages(Clock clock, Enterprise enterprise) {
        this.clock = clock;
        this.enterprise = enterprise;
    }

    /**
     * That a customer got something.
     *
     * @param customer who
     * @param employee from whom
     * @param text what it says
     * @param at when
     */
    public record Sent(String customer, String employee, String text, Instant at) {}

    /**
     * {@return what customers got}
     *
     * @param after without the first so many
     */
    public synchronized List<Sent> sent(int after) {
        return List.copyOf(sent.subList(after, sent.size()));
    }

    /** What making a task answers. */
    record Made(String id, List<String> failed) {}

    synchronized Made make(List<String> customers, String sender, String text, int attachments) {
        Enterprise.checkMessage(text, attachments);
        if (customers.isEmpty() || customers.size() > MOST_CUSTOMERS) {
            throw new Refusal(Refusal.BAD_PARAMETER, "external_userid must name 1 to 10000 customers");
        }
        List<String> failed = new ArrayList<>();
        Map<String, To> to = new LinkedHashMap<>();
        for (String customer : customers) {
            String employee = sender.isEmpty()
                    ? enterprise.contactsOf(customer).stream()
                            .findFirst()
                            .map(Enterprise.Contact::employee)
                            .orElse("")
                    : sender;
            if (enterprise.isContact(employee, customer)) {
                to.put(customer, new To(customer, employee, Status.NOT_YET, null));
            } else {
                failed.add(customer);
            }
        }
        if (to.isEmpty()) {
            throw new Refusal(Refusal.NO_GROUP_MESSAGE, "no customer to send to");
        }
        String id = "msg-" + (tasks.size() + 1);
        tasks.put(id, new Task(id, text, to));
        return new Made(id, failed);
    }

    /**
     * An employee confirms everything that waits for them.
     *
     * @param employee who
     * @return to how many customers something was sent
     */
    public synchronized int confirm(String employee) {
        int confirmed = 0;
        for (Task task : tasks.values()) {
            if (cancelled.contains(task.id())) {
                continue;
            }
            for (To to : List.copyOf(task.to().values())) {
                if (to.employee().equals(employee) && to.status() == Status.NOT_YET) {
                    Status status = status(to);
                    task.to().put(to.customer(), new To(to.customer(), employee, status, clock.instant()));
                    if (status == Status.SENT) {
                        confirmed++;
                        sent.add(new Sent(to.customer(), employee, task.text(), clock.instant()));
                    }
                }
            }
        }
        return confirmed;
    }

    private Status status(To to) {
        if (!enterprise.isContact(to.employee(), to.customer())) {
            return Status.NO_CONTACT;
        }
        YearMonth month = YearMonth.from(clock.instant().atZone(ZONE));
        int already = sentThisMonth.merge(month + to.customer(), 1, Integer::sum);
        return already > month.lengthOfMonth() ? Status.TOO_MANY : Status.SENT;
    }

    /** Calls a task off: what no employee has confirmed is not sent any more. */
    synchronized void cancel(String id) {
        cancelled.add(task(id).id());
    }

    synchronized Task task(String id) {
        Task task = tasks.get(id);
        if (task == null) {
            throw new Refusal(Refusal.NO_GROUP_MESSAGE, "msgid not found");
        }
        return task;
    }

    /** {@return employees of a task, and whether they confirmed it} */
    synchronized Map<String, Boolean> employees(String id) {
        Map<String, Boolean> employees = new LinkedHashMap<>();
        for (To to : task(id).to().values()) {
            employees.merge(to.employee(), to.status() != Status.NOT_YET, Boolean::logicalAnd);
        }
        return employees;
    }

    synchronized List<To> results(String id, String employee) {
        return task(id).to().values().stream()
                .filter(to -> to.employee().equals(employee))
                .toList();
    }

    /** {@return to how many customers each task is, in the order of the tasks} */
    public synchronized List<Integer> sizes() {
        return tasks.values().stream().map(task -> task.to().size()).toList();
    }

    /**
     * {@return what was sent to a customer}
     *
     * @param customer who
     */
    public synchronized List<String> reached(String customer) {
        return tasks.values().stream()
                .filter(task -> {
                    To to = task.to().get(customer);
                    return to != null && to.status() == Status.SENT;
                })
                .map(Task::text)
                .toList();
    }

    /** {@return who has something to confirm} */
    public synchronized TreeSet<String> waitingEmployees() {
        TreeSet<String> waiting = new TreeSet<>();
        tasks.values().stream()
                .filter(task -> !cancelled.contains(task.id()))
                .forEach(task -> task.to().values().stream()
                        .filter(to -> to.status() == Status.NOT_YET)
                        .forEach(to -> waiting.add(to.employee())));
        return waiting;
    }
}
