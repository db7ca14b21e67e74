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
}
