package io.guanxi.collect.tracking;

import io.guanxi.collect.inbox.ArrivedEvent;
import org.jspecify.annotations.Nullable;

/** What reading one call gave: an event, or the reason why it is none. */
sealed interface Reading {

    /** A valid event. */
    record Valid(ArrivedEvent event) implements Reading {}

    /**
     * A malformed one.
     *
     * @param code stable, e.g. {@code event.identifier-missing}
     * @param field which field, or null
     * @param message what is wrong and what to do
     */
    record Malformed(String code, @Nullable String field, String message) implements Reading {}
}
