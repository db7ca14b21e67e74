package io.guanxi.access.keys;

import io.guanxi.access.Role;

/** What a key opens. */
public sealed interface Right {

    /**
     * Calling {@code /api} in a role.
     *
     * @param role the role
     */
    record Call(Role role) implements Right {}

    /**
     * Sending events to {@code /v1}.
     *
     * @param source name of the source
     */
    record Track(String source) implements Right {}
}
