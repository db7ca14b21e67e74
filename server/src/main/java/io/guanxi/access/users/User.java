package io.guanxi.access.users;

import io.guanxi.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who may log in.
 *
 * @param id number
 * @param username unique, lower case
 * @param role what the person may do
 * @param locale language of the console, e.g. {@code zh-CN}
 * @param createdAt when added
 * @param lastLoginAt last login, or null
 * @param wecomEmployee the userid by which WeCom knows them, or null
 */
public record User(
        long id,
        String username,
        Role role,
        String locale,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        @Nullable String wecomEmployee) {}
