package io.guanxi.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, in order
 * @param next cursor of the following page, or null at the end
 * @param <T> a row
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Copies the rows. */
    public Page {
        items = List.copyOf(items);
    }
}
