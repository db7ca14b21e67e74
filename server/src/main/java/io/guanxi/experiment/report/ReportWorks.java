package io.guanxi.experiment.report;

import io.guanxi.experiment.report.ReportWork.Kind;
import io.guanxi.experiment.report.ReportWork.ReportTrouble;
import io.guanxi.experiment.report.ReportWork.State;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The reports this server is working out, for whoever wants to see how far they are or stop them. Whoever asked for a report waits for
 * it; so nothing of this outlives the server.
 */
@Component
public class ReportWorks {

    private static final int REMEMBERED = 50;

    private final Clock clock;
    private final AtomicLong last;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(
            long id,
            Kind kind,
            String of,
            Progress progress,
            Instant startedAt,
            @Nullable End end) {

        Entry ended(State state, @Nullable ReportTrouble why, Instant at) {
            return new Entry(id, kind, of, progress, startedAt, new End(state, why, at));
        }

        ReportWork shown() {
            return end == null
                    ? new ReportWork(
                            id,
                            kind,
                            of,
                            State.RUNNING,
                            progress.phase(),
                            progress.percent(),
                            progress.secondsLeft(),
                            startedAt,
                            null,
                            null,
                            null)
                    : new ReportWork(
                            id,
                            kind,
                            of,
                            end.state(),
                            null,
                            end.state() == State.DONE ? 100 : progress.percent(),
                            null,
                            startedAt,
                            end.at(),
                            Duration.between(startedAt, end.at()).toMillis() / 1000.0,
                            end.why());
        }
    }

    private record End(State state, @Nullable ReportTrouble why, Instant at) {}

    ReportWorks(Clock clock) {
        this.clock = clock;
        this.last = new AtomicLong(clock.millis()); // numbers of a server before this one are not given again
    }

    /**
     * Works a report out, seen by all.
     *
     * @param kind which
     * @param of what it is of
     * @param work gets the progress to tell, which throws once somebody stops it
     * @return what the work returns
     * @param <T> the report
     */
    public <T> T run(Kind kind, String of, Function<Progress, T> work) {
        Entry entry = new Entry(last.incrementAndGet(), kind, of, new Progress(clock), clock.instant(), null);
        entries.put(entry.id(), entry);
        try {
            T made = work.apply(entry.progress());
            end(entry, State.DONE, null);
            return made;
        } catch (CancellationException e) {
            end(entry, State.CANCELLED, null);
            throw Problem.conflict("experiment.report-cancelled", "Somebody stopped this report before it was made.");
        } catch (Problem e) {
            end(entry, State.FAILED, new ReportTrouble(e.code(), String.valueOf(e.getMessage())));
            throw e;
        } catch (RuntimeException e) {
            String phase = entry.progress().phase();
            end(
                    entry,
                    State.FAILED,
                    new ReportTrouble("experiment.report-failed", "The report failed while it was at " + phase + "."));
            throw e;
        }
    }

    private void end(Entry entry, State state, @Nullable ReportTrouble why) {
        entries.put(entry.id(), entry.ended(state, why, clock.instant()));
        entries.values().stream()
                .filter(one -> one.end() != null)
                .map(Entry::id)
                .sorted(Comparator.reverseOrder())
                .skip(REMEMBERED)
                .forEach(entries::remove);
    }

    /** {@return those that go on and those that ended lately, the latest first} */
    public List<ReportWork> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::id).reversed())
                .map(Entry::shown)
                .toList();
    }

    /**
     * Stops a report that is being worked out; it ends at its next step.
     *
     * @param id its number
     * @return how it stands
     */
    public ReportWork cancel(long id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw Problem.notFound("experiment.report-unknown", "No report with the number " + id + " is being made.");
        }
        if (entry.end() != null) {
            throw Problem.conflict(
                    "experiment.report-ended",
                    "Report " + id + " has ended: it is " + entry.end().state() + ".");
        }
        entry.progress().cancel();
        return entry.shown();
    }
}
