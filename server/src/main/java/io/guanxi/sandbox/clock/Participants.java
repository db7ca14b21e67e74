package io.guanxi.sandbox.clock;

import io.guanxi.platform.Agenda;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Programs beside the server that live by the sandbox's clock, such as simulated members: the clock is not advanced before each
 * has said that it has nothing more to do at this moment. One that was not heard of for a minute is gone.
 */
final class Participants {

    private static final Duration HEARD_OF = Duration.ofSeconds(60);

    private final Map<String, Participant> byName = new ConcurrentHashMap<>();
    private final Clock real;

    Participants(Clock real) {
        this.real = real;
    }

    private record Participant(long answered, @Nullable Instant next, Instant heard) {}

    /**
     * Notes what one says.
     *
     * @param name who
     * @param question up to which question this is an answer
     * @param next when it has something to do next, or null
     */
    void hear(String name, long question, @Nullable Instant next) {
        byName.put(name, new Participant(question, next, real.instant()));
    }

    private void forgetTheGone() {
        Instant since = real.instant().minus(HEARD_OF);
        byName.values().removeIf(participant -> participant.heard().isBefore(since));
    }

    /** {@return whether all have answered a question} */
    boolean answered(long question) {
        forgetTheGone();
        return byName.values().stream().allMatch(participant -> participant.answered() >= question);
    }

    /** {@return the agenda of all} */
    Agenda agenda() {
        return new Agenda() {
            @Override
            public String name() {
                return "participants";
            }

            @Override
            public Optional<Instant> next() {
                forgetTheGone();
                return byName.values().stream()
                        .flatMap(participant -> Optional.ofNullable(participant.next()).stream())
                        .min(Comparator.naturalOrder());
            }
        };
    }
}
