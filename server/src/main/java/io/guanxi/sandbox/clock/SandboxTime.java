package io.guanxi.sandbox.clock;

import io.guanxi.platform.Agenda;
import io.guanxi.platform.BrandTime;
import io.guanxi.platform.Problem;
import io.guanxi.platform.RealTime;
import io.guanxi.platform.Rounds;
import io.guanxi.platform.TimeAdvanced;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Advances a sandbox's clock. It goes from one moment at which something is due to the next, and from each only once all that
 * was due there is done and everybody who takes part has answered: so weeks pass as they would, in minutes.
 */
@Component
@ConditionalOnBooleanProperty("guanxi.sandbox")
final class SandboxTime extends Rounds {

    /** What is due within so long counts as one moment: less than journeys take for "in time". */
    static final Duration STRIDE = Duration.ofMinutes(4);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration REST = Duration.ofSeconds(1);

    private final SandboxTable table;
    private final BrandTime time;
    private final Clock real;
    private final List<Agenda> agendas;
    private final ApplicationEventPublisher publisher;
    private final Participants participants;
    private volatile @Nullable Goal goal;
    private final AtomicLong question = new AtomicLong();
    private boolean asked;

    SandboxTime(
            SandboxTable table,
            BrandTime time,
            @RealTime Clock real,
            List<Agenda> agendas,
            ApplicationEventPublisher publisher) {
        super("sandbox", "the sandbox's clock stands still");
        this.table = table;
        this.time = time;
        this.real = real;
        this.participants = new Participants(real);
        this.agendas = new ArrayList<>(agendas);
        this.agendas.add(participants.agenda());
        this.publisher = publisher;
        time.advance(table.ahead());
    }

    /**
     * Where the clock is to come.
     *
     * @param until when, or null for the next moment at which something is due
     */
    private record Goal(@Nullable Instant until) {}

    /**
     * How the clock stands.
     *
     * @param now what time it is for the brand
     * @param aheadSeconds how far that is ahead of the machine's time
     * @param advancing whether it is being advanced, or what is due now is still being done
     * @param until where it is being advanced to, or null
     * @param next what is due next, or null where nothing waits
     * @param doing what is still being done now, by agenda; empty where all is done
     * @param question what those who take part are to answer next
     */
    @Schema(name = "SandboxState")
    record State(
            Instant now,
            long aheadSeconds,
            boolean advancing,
            @Nullable Instant until,
            @Nullable Due next,
            List<String> doing,
            long question) {}

    /**
     * What is due next.
     *
     * @param at when
     * @param agenda in which module
     */
    @Schema(name = "SandboxDue")
    record Due(Instant at, String agenda) {}

    State state() {
        Instant now = time.instant();
        List<Due> dues = dues();
        Goal goal = this.goal;
        return new State(
                now,
                time.ahead().toSeconds(),
                goal != null,
                goal == null ? null : goal.until(),
                dues.stream()
                        .filter(due -> due.at().isAfter(now))
                        .min(Comparator.comparing(Due::at))
                        .orElse(null),
                dues.stream()
                        .filter(due -> !due.at().isAfter(now))
                        .map(Due::agenda)
                        .toList(),
                question.get());
    }

    /** Begins to advance the clock by some time; what is due on the way is done on the way. */
    void advance(Duration by) {
        begin(new Goal(time.instant().plus(by)));
    }

    /** Begins to advance the clock to the next moment at which something is due. */
    void advanceToNext() {
        if (dues().isEmpty()) {
            throw Problem.conflict("sandbox.nothing-due", "Nothing waits for a time: no journey, message or schedule.");
        }
        begin(new Goal(null));
    }

    private synchronized void begin(Goal begun) {
        if (goal != null) {
            throw Problem.conflict("sandbox.advancing", "The clock is being advanced; wait until it has come there.");
        }
        goal = begun;
        wake();
    }

    /** Leaves the clock where it has come to. */
    void stopAdvancing() {
        goal = null;
    }

    void hear(String participant, long answered, @Nullable Instant next) {
        participants.hear(participant, answered, next);
        wake();
    }

    private List<Due> dues() {
        return agendas.stream()
                .flatMap(agenda -> agenda.next().map(at -> new Due(at, agenda.name())).stream())
                .toList();
    }

    @Override
    protected Duration round() {
        time.advance(table.ahead()); // another server of the same sandbox may have moved it
        Goal goal = this.goal;
        return goal == null ? REST : go(goal);
    }

    private Duration go(Goal goal) {
        Instant now = time.instant();
        Optional<Instant> next = dues().stream().map(Due::at).min(Instant::compareTo);
        if (next.isPresent() && !next.get().isAfter(now)) {
            asked = false;
            return LOOK;
        }
        if (!asked) {
            asked = true;
            question.incrementAndGet();
        }
        if (!participants.answered(question.get())) {
            return LOOK;
        }
        asked = false;
        Instant until = goal.until();
        if (until == null) {
            if (next.isEmpty()) {
                this.goal = null;
                return REST;
            }
            jump(next.get());
            this.goal = new Goal(next.get());
        } else if (until.isAfter(now)) {
            Instant to = next.map(at -> at.plus(STRIDE))
                    .filter(at -> at.isBefore(until))
                    .orElse(until);
            jump(to);
        } else {
            this.goal = null;
            return REST;
        }
        return LOOK;
    }

    /** Rounded up to a second, so that what is due then is due. */
    private void jump(Instant to) {
        Duration ahead = Duration.ofSeconds(
                Duration.between(real.instant(), to).plusMillis(999).toSeconds());
        if (this.goal == null) {
            return; // stopped meanwhile
        }
        table.advance(ahead);
        time.advance(ahead);
        publisher.publishEvent(new TimeAdvanced(time.instant()));
    }
}
