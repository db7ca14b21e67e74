package io.guanxi.messaging;

import java.util.List;

/** Takes what providers report, from the signed callback or from a connector that asks them. */
public interface Receipts {

    /**
     * Notes receipts and their events in one transaction; a receipt that comes again changes nothing.
     *
     * @param channel of the provider
     * @param receipts at most 10,000
     * @return how many were of messages we know
     */
    int take(String channel, List<Receipt> receipts);

    /**
     * Notes that nobody knows whether a provider took messages that count as sent: each time there may be one more.
     *
     * @param channel of the provider
     * @param keys of the messages, at most 10,000
     * @param detail what happened
     */
    void doubt(String channel, List<String> keys, String detail);

    /**
     * Notes that the provider gave messages back that were {@link Unsaid#withdraw withdrawn}: they reached nobody.
     *
     * @param keys of the messages, at most 10,000
     * @param reason why they were withdrawn
     */
    void withdrawn(List<String> keys, String reason);
}
