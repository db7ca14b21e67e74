package io.guanxi.simulator;

import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.Day;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the days after the history, a little with every beat of a pulse of one second. An event happens when it is sent. A
 * batch that did not get through is sent again as it was, so its message ids keep it from counting twice.
 */
final class Trickle {
    /** Where batches go. */
    interface Sink {
        JsonNode send(String batch) throws IOException, InterruptedException;
    }

    private final BrandLife life;
    private final Sink sink;
    private final Clock clock;
    private final double rate;
    private final long count;
    private final Report report;
    private final TrackingCalls calls;
    private final CompletableFuture<Long> ended = new CompletableFuture<>();
    private Day day;
    private int next;
    private double owed;
    private long sent;
    private @Nullable String unsent;
    private boolean silent;

    /**
     * A trickle not yet flowing.
     *
     * @param rate  events a second
     * @param count how many to send in all, endless if negative
     */
    Trickle(BrandLife life, Sink sink, Clock clock, double rate, long count, Report report) {
        this.life = life;
        this.sink = sink;
        this.clock = clock;
        this.rate = rate;
        this.count = count;
        this.report = report;
        this.calls = new TrackingCalls(life, clock.instant());
        this.day = life.next();
    }

    /** Done with the number of events sent when all have been, or with what went wrong for good. */
    CompletableFuture<Long> ended() {
        return ended;
    }

    /** One second's events. */
    void beat() {
        try {
            if (unsent == null) {
                owed += rate;
                unsent = batch();
            }
            if (unsent != null) {
                sink.send(unsent);
                unsent = null;
                silent = false;
            }
            if (count >= 0 && sent >= count && unsent == null) {
                ended.complete(sent);
            }
        } catch (GuanxiServer.Refused refused) {
            if (refused.temporary()) {
                waitForServer(refused);
            } else {
                ended.completeExceptionally(refused);
            }
        } catch (IOException unreachable) {
            waitForServer(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ended.complete(sent);
        } catch (RuntimeException bug) {
            ended.completeExceptionally(bug);
        }
    }

    private void waitForServer(IOException reason) {
        if (!silent) {
            report.say("the server does not take events now (%s); trying again every second", reason.toString());
            silent = true;
        }
    }

    private @Nullable String batch() {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ArrayNode batch = body.putArray("batch");
        Instant now = clock.instant();
        while (owed >= 1 && (count < 0 || sent < count)) {
            while (next == day.size()) {
                day = life.next();
                next = 0;
            }
            calls.add(day, next++, now, batch);
            owed--;
            sent++;
        }
        body.put("sentAt", now.toString());
        return batch.isEmpty() ? null : body.toString();
    }
}
