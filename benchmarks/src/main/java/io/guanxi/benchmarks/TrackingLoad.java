package io.guanxi.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Senders that each keep one connection and send their next request when the last is answered; a rate makes them wait for their
 * turn. A request begins when it was due, so a late answer also counts against those that had to wait behind it.
 *
 * @param connections   how many senders
 * @param eventsPerCall events in a request
 * @param members       users are drawn from so many
 * @param seed          decides who does what
 * @param rate          events a second, or 0 for as fast as it goes
 */
record TrackingLoad(int connections, int eventsPerCall, int members, long seed, double rate) {

    /** Message ids of different runs on one data folder must differ. */
    private static final AtomicLong NEXT_ID = new AtomicLong(1);

    /**
     * What came of it.
     *
     * @param events    acknowledged
     * @param busy      requests that were told to come again later
     * @param seconds   from the first request to the last answer
     * @param latencies of acknowledged requests
     */
    record Outcome(long events, long busy, double seconds, Latencies latencies) {
        double perSecond() {
            return events / seconds;
        }
    }

    /** Sends for so many seconds. */
    Outcome run(ServerUnderTest server, double seconds) throws IOException {
        Latencies latencies = new Latencies();
        AtomicLong busy = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        long events = 0;
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("sender-", 0).factory())) {
            List<Future<Long>> senders = new ArrayList<>();
            for (int n = 0; n < connections; n++) {
                int number = n;
                senders.add(threads.submit(() -> send(server, number, begun, end, latencies, busy)));
            }
            for (Future<Long> sender : senders) {
                events += sender.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a sender failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new Outcome(events, busy.get(), (System.nanoTime() - begun) / 1e9, latencies);
    }

    private long send(ServerUnderTest server, int number, long begun, long end, Latencies latencies, AtomicLong busy)
            throws IOException {
        EventTemplate template = eventsPerCall == 1
                ? EventTemplate.single(members, seed + number)
                : EventTemplate.batch(eventsPerCall, members, seed + number);
        String path = eventsPerCall == 1 ? "/v1/track" : "/v1/batch";
        double gap = rate == 0 ? 0 : 1e9 * eventsPerCall * connections / rate;
        long acknowledged = 0;
        try (HttpConnection connection = server.tracking()) {
            for (long turn = 0; System.nanoTime() < end; turn++) {
                long due =
                        rate == 0 ? System.nanoTime() : begun + (long) (gap * (turn + (double) number / connections));
                if (due >= end) {
                    break;
                }
                waitUntil(due);
                HttpConnection.Answer answer = connection.post(path, template.fill(NEXT_ID.getAndAdd(eventsPerCall)));
                if (answer.status() == 200) {
                    latencies.add(System.nanoTime() - due);
                    acknowledged += template.events();
                } else if (answer.status() == 429) {
                    busy.incrementAndGet();
                    waitUntil(System.nanoTime() + 100_000_000L);
                } else {
                    throw new IOException("the server answered " + answer.status() + ": " + answer.text());
                }
            }
        }
        return acknowledged;
    }

    private static void waitUntil(long instant) {
        for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
