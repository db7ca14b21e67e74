package io.guanxi.identity;

import io.guanxi.platform.EventBatch;

/** Members and what they are known by: the module's API. */
public final class Identities {

    private final Resolver resolver;

    Identities(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Sets {@code member_no} of every event of a batch, making members for identifiers never seen and merging those that turn
     * out to be one person. Whoever calls sees all of it done or nothing; the same batch again gives the same numbers.
     *
     * @param batch staged events; those without a usable identifier keep a null
     * @return what was done
     */
    public Resolution resolve(EventBatch batch) {
        return resolver.resolve(batch);
    }
}
