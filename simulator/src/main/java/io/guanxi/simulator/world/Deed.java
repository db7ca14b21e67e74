package io.guanxi.simulator.world;

/** What people do; each deed is an event of the catalogue. */
public enum Deed {
    SIGNED_UP("Signed Up"),
    PHONE_BOUND("Phone Bound"),
    PRODUCT_VIEWED("Product Viewed"),
    PRODUCT_ADDED("Product Added"),
    ORDER_COMPLETED("Order Completed"),
    ORDER_REFUNDED("Order Refunded"),
    COMMUNITY_JOINED("Community Joined"),
    COMMUNITY_LEFT("Community Left"),
    MESSAGE_SENT("Message Sent"),
    CONTENT_PUBLISHED("Content Published"),
    CONTENT_ENGAGED("Content Engaged"),
    CONTENT_SHARED("Content Shared"),
    INVITE_ACCEPTED("Invite Accepted"),
    CHECKED_IN("Checked In"),
    SURVEY_COMPLETED("Survey Completed");

    private final String event;

    Deed(String event) {
        this.event = event;
    }

    /** The name in the event catalogue. */
    public String event() {
        return event;
    }
}
