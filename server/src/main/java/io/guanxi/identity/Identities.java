package io.guanxi.identity;

import io.guanxi.platform.EventBatch;
import java.nio.file.Path;

/** Members and what they are known by: the module's API. */
public final class Identities {

    private final Resolver resolver;
    private final PostgresCopy copy;

    Identities(Resolver resolver, PostgresCopy copy) {
        this.resolver = resolver;
        this.copy = copy;
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

    /**
     * Writes all living members as CSV without header: member_no, created_at, channel.
     *
     * @param file where to
     */
    public void writeMembersTo(Path file) {
        copy.out("SELECT member_no, created_at, channel FROM member", file);
    }

    /**
     * Writes all merges as CSV without header: member_no, into_no; into_no is never itself merged.
     *
     * @param file where to
     */
    public void writeAliasesTo(Path file) {
        copy.out("SELECT member_no, into_no FROM member_alias", file);
    }
}
