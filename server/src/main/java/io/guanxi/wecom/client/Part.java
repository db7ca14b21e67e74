package io.guanxi.wecom.client;

import java.util.List;

/**
 * A part of something long.
 *
 * @param items what is in it
 * @param cursor of the next part; empty at the end
 * @param <T> an item
 */
public record Part<T>(List<T> items, String cursor) {

    /** Copies the items. */
    public Part {
        items = List.copyOf(items);
    }

    /** {@return whether nothing follows} */
    public boolean last() {
        return cursor.isEmpty();
    }
}
