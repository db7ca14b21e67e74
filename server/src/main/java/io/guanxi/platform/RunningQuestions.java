package io.guanxi.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Questions that are being answered on this server, each under a word of whoever asks, by which it can be cancelled: one way for all
 * modules.
 */
@Component
public class RunningQuestions {

    /** How long a word may be. */
    public static final int LONGEST_TOKEN = 100;

    private static final Duration EARLY = Duration.ofSeconds(5);
    private static final int MOST_EARLY = 256;

    private final Map<String, Bounds> running = new HashMap<>();
    private final Map<String, Long> early = new LinkedHashMap<>();

    RunningQuestions() {}

    /**
     * Answers a question that can be cancelled until it is answered.
     *
     * @param token a word by which it can be cancelled, or null
     * @param bounds how long it may take
     * @param question asks it within those bounds
     * @return the answer
     * @param <T> of what kind
     */
    public <T> T ask(@Nullable String token, Bounds bounds, Supplier<T> question) {
        if (token == null) {
            return question.get();
        }
        begin(Parameters.words("token", token, 1, LONGEST_TOKEN), bounds);
        try {
            bounds.check();
            return question.get();
        } finally {
            end(token.strip(), bounds);
        }
    }

    private synchronized void begin(String token, Bounds bounds) {
        Long told = early.remove(token);
        if (told != null && fresh(told)) {
            bounds.cancel();
        }
        running.put(token, bounds);
    }

    private synchronized void end(String token, Bounds bounds) {
        running.remove(token, bounds);
    }

    /**
     * Cancels a question. One that has not begun yet, since its cancelling overtook it, is refused when it comes within the next
     * seconds.
     *
     * @param token its word
     */
    public void cancel(String token) {
        Bounds bounds = find(token.strip());
        if (bounds != null) {
            bounds.cancel();
        }
    }

    private synchronized @Nullable Bounds find(String token) {
        Bounds bounds = running.get(token);
        if (bounds == null && token.length() <= LONGEST_TOKEN) {
            early.values().removeIf(told -> !fresh(told));
            if (early.size() < MOST_EARLY) {
                early.put(token, System.nanoTime());
            }
        }
        return bounds;
    }

    private static boolean fresh(long told) {
        return System.nanoTime() - told < EARLY.toNanos();
    }
}
