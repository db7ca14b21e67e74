package io.guanxi.wecom.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group chat with customers.
 *
 * @param id WeCom's id
 * @param name its name
 * @param owner the employee's id
 * @param createdAt when it was made
 * @param people who is in it
 */
public record GroupChat(String id, String name, String owner, Instant createdAt, List<InChat> people) {

    /** Copies the list. */
    public GroupChat {
        people = List.copyOf(people);
    }

    /**
     * Somebody in a group chat.
     *
     * @param id of the employee or the customer
     * @param customer whether it is a customer
     * @param unionid of the customer, or null
     * @param joinedAt since when
     * @param state of the code by which they came, or null
     */
    public record InChat(
            String id,
            boolean customer,
            @Nullable String unionid,
            Instant joinedAt,
            @Nullable String state) {}
}
