package io.guanxi.experiment.design;

import java.util.List;

/**
 * Whether somebody stays is told by what they do of their own accord. Who is treated is sent more messages than who is not; were these
 * counted, every treatment would keep everybody.
 */
public final class OwnDoing {

    /** Events that are not a member's own doing, a mere answer to what was said to them, or a way out. */
    public static final List<String> NOT = List.of(
            "Message Dispatched",
            "Message Delivered",
            "Message Failed",
            "Message Suppressed",
            "Message Read",
            "Message Replied",
            "Message Complained",
            "Unsubscribed",
            "Link Clicked",
            "Order Updated",
            "Order Refunded",
            "Order Cancelled",
            "Community Left",
            "Community Role Changed",
            "Friend Removed",
            "Account Unfollowed",
            "Invite Accepted",
            "Profile Updated",
            "Identity Linked",
            "Signed Up");

    private OwnDoing() {}
}
