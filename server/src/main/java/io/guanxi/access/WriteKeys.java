package io.guanxi.access;

import java.util.Optional;

/** Keys with which sources may send events to {@code /v1}, and do nothing else. */
public interface WriteKeys {

    /** Request attribute with the source name (a {@code String}), set on every {@code /v1} request that gets through. */
    String SOURCE = "io.guanxi.source";

    /**
     * {@return the name of the source that the key belongs to, or empty when the key is unknown or revoked}
     *
     * <p>Answered from memory; a key revoked on another server is refused here within five seconds.
     *
     * @param key the secret
     */
    Optional<String> sourceOf(String key);
}
