package io.guanxi.value.views;

import java.time.Instant;
import java.util.Map;

/**
 * A list of members under a name.
 *
 * @param id number
 * @param name as its owner calls it
 * @param query parameters of the list: filters, order, columns
 * @param shared whether everybody sees it
 * @param owner user name of who keeps it
 * @param mine whether the caller may change it
 * @param changedAt when it was last written
 */
public record MemberView(
        long id,
        String name,
        Map<String, String> query,
        boolean shared,
        String owner,
        boolean mine,
        Instant changedAt) {

    /** Copies the query. */
    public MemberView {
        query = Map.copyOf(query);
    }
}
