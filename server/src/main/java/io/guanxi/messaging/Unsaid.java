package io.guanxi.messaging;

import java.util.List;

/** What a channel has taken and not said yet: a bean of a channel that can take some of it back. */
public interface Unsaid {

    /**
     * Takes back what is still open, within the caller's transaction. What was said meanwhile stays.
     *
     * @param back which, and why
     * @return keys of what is taken back at once; what a provider has yet to give back follows by {@link Receipts#withdrawn}, or is
     *     said after all
     */
    List<String> withdraw(Withdrawal back);
}
