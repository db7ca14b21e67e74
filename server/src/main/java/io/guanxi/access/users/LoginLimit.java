package io.guanxi.access.users;

import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Slows the guessing of passwords, by server: five failures a minute for a user from one address, thirty in a quarter of
 * an hour from one address, a hundred in a quarter of an hour for a user from anywhere.
 */
@Component
public class LoginLimit {

    private record Window(String key, int failures, Duration length) {}

    private record Attempts(Instant since, int count) {}

    private static final int KEPT = 50_000;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();

    LoginLimit(@RealTime Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt, before its password is looked at, so that many at once are counted too.
     *
     * @param username as typed
     * @param address where from
     * @return how long to wait, or empty when the attempt may be made
     */
    public Optional<Duration> attempt(String username, String address) {
        Instant now = clock.instant();
        if (attempts.size() > KEPT) {
            attempts.values().removeIf(seen -> seen.since().isBefore(now.minus(QUARTER)));
        }
        return windows(username, address)
                .flatMap(window -> count(window, now).stream())
                .max(Duration::compareTo);
    }

    private Optional<Duration> count(Window window, Instant now) {
        Attempts seen = attempts.merge(
                window.key(),
                new Attempts(now, 1),
                (before, first) -> before.since().plus(window.length()).isAfter(now)
                        ? new Attempts(before.since(), before.count() + 1)
                        : first);
        return seen.count() > window.failures()
                ? Optional.of(Duration.between(now, seen.since().plus(window.length())))
                : Optional.empty();
    }

    /**
     * Takes an attempt back that had the right password.
     *
     * @param username as typed
     * @param address where from
     */
    public void succeeded(String username, String address) {
        windows(username, address)
                .forEach(window -> attempts.computeIfPresent(
                        window.key(),
                        (key, seen) -> seen.count() > 1 ? new Attempts(seen.since(), seen.count() - 1) : null));
    }

    private static Stream<Window> windows(String username, String address) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return Stream.of(
                new Window(name + " from " + address, 5, Duration.ofMinutes(1)),
                new Window("anyone from " + address, 30, QUARTER),
                new Window(name + " from anywhere", 100, QUARTER));
    }
}
