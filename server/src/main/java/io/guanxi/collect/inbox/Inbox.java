package io.guanxi.collect.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes events from many requests at once and makes them durable together (group commit): while one commit is under way,
 * what arrives waits for the next. Costs one COPY, one INSERT and one fsync per group, whatever its size.
 */
@Component
public final class Inbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_WAITING_EVENTS = 60_000;
    private static final int MOST_WAITING_REQUESTS = 20_000;
    private static final int GROUP = 12_000;
    private static final int ENOUGH = 64;
    private static final long FOR_THE_OTHERS_NANOS = 2_000_000;

    private final InboxTable table;
    private final BlockingQueue<Submission> waiting = new ArrayBlockingQueue<>(MOST_WAITING_REQUESTS);
    private final AtomicInteger waitingEvents = new AtomicInteger();
    private final Counter durable;
    private final Counter groups;
    private volatile boolean running;
    private @Nullable Thread writer;

    private record Submission(List<ArrivedEvent> events, CompletableFuture<Acknowledgement> answer) {}

    Inbox(InboxTable table, MeterRegistry meters) {
        this.table = table;
        this.durable = meters.counter("guanxi.inbox.events");
        this.groups = meters.counter("guanxi.inbox.groups");
        meters.gauge("guanxi.inbox.waiting", waitingEvents);
    }

    /**
     * Hands events in.
     *
     * @param events some events
     * @return completes when all of them are durable, fails when none is; or null when too much is waiting already: come
     *     again a little later
     */
    public @Nullable CompletableFuture<Acknowledgement> submit(List<ArrivedEvent> events) {
        Submission submission = new Submission(List.copyOf(events), new CompletableFuture<>());
        if (waitingEvents.get() + events.size() > MOST_WAITING_EVENTS || !running || !waiting.offer(submission)) {
            return null;
        }
        waitingEvents.addAndGet(events.size());
        return submission.answer();
    }

    private void write() {
        List<Submission> group = new ArrayList<>();
        while (running || !waiting.isEmpty()) {
            gather(group);
            if (!group.isEmpty()) {
                commit(group);
            }
        }
    }

    /**
     * Takes what waits. Where several asked at once the last time, it waits a moment for the others, which saves them commits
     * of their own; who asks alone is not kept waiting.
     */
    private void gather(List<Submission> group) {
        long patience = group.size() > 1 ? FOR_THE_OTHERS_NANOS : 0;
        group.clear();
        try {
            Submission next = waiting.poll(200, TimeUnit.MILLISECONDS);
            long begun = System.nanoTime();
            int events = 0;
            while (next != null) {
                group.add(next);
                events += next.events().size();
                long left = events < ENOUGH ? patience - (System.nanoTime() - begun) : 0;
                next = events >= GROUP ? null : waiting.poll(left, TimeUnit.NANOSECONDS);
            }
            waitingEvents.addAndGet(-events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Submission> group) {
        List<ArrivedEvent> events = new ArrayList<>();
        group.forEach(submission -> events.addAll(submission.events()));
        try {
            BitSet duplicates = table.write(events);
            durable.increment(events.size() - (double) duplicates.cardinality());
            groups.increment();
            int start = 0;
            for (Submission submission : group) {
                int end = start + submission.events().size();
                submission.answer().complete(new Acknowledgement(duplicates.get(start, end)));
                start = end;
            }
        } catch (Exception e) {
            log.warn("a group of {} events could not be made durable: {}", events.size(), e.getMessage());
            group.forEach(submission -> submission.answer().completeExceptionally(e));
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("inbox-writer").start(this::write);
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = writer;
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0; // stops after the web server (which has a high phase) has answered its last request
    }
}
