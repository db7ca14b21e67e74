package io.guanxi.collect.catalogue;

import java.util.List;

/**
 * A property that events of a name carry, as a sample of the newest and one of the oldest tell.
 *
 * @param name of the property
 * @param types JSON types seen among the newest: string, number, boolean, object, array; more than one means senders differ
 * @param filled share of the newest events that have it, 0 to 1
 * @param examples up to three values
 * @param drift {@code SAME}, {@code NEW} (the oldest events do not have it), {@code GONE} (the newest do not), {@code CHANGED}
 *     (other types than the oldest have); what chance would bring about in a sample is no drift
 */
record EventProperty(String name, List<String> types, double filled, List<String> examples, Drift drift) {

    EventProperty {
        types = List.copyOf(types);
        examples = List.copyOf(examples);
    }

    /** What happened to a property over time. */
    enum Drift {
        SAME,
        NEW,
        GONE,
        CHANGED
    }
}
