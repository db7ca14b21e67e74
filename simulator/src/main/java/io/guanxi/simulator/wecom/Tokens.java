package io.guanxi.simulator.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Access tokens: one for each secret, for two hours, the same until it expires. */
final class Tokens {

    private static final Duration LIFE = Duration.ofHours(2);

    private record Issued(String secret, Instant until) {}

    private final Clock clock;
    private final Map<String, Issued> issued = new HashMap<>();
    private int count;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(String secret) {
        return issued.entrySet().stream()
                .filter(entry -> entry.getValue().secret().equals(secret)
                        && entry.getValue().until().isAfter(clock.instant()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    String token = "token-" + ++count;
                    issued.put(token, new Issued(secret, clock.instant().plus(LIFE)));
                    return token;
                });
    }

    /** {@return the secret for which a token was issued} */
    synchronized String secretOf(String token) {
        Issued known = issued.get(token);
        if (known == null) {
            throw new Refusal(Refusal.BAD_TOKEN, "invalid access_token");
        }
        if (!known.until().isAfter(clock.instant())) {
            throw new Refusal(Refusal.TOKEN_EXPIRED, "access_token expired");
        }
        return known.secret();
    }

    synchronized void expireAll() {
        issued.replaceAll((_, known) -> new Issued(known.secret(), clock.instant()));
    }

    synchronized int issuedSoFar() {
        return count;
    }
}
