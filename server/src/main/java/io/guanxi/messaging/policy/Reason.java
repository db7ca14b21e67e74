package io.guanxi.messaging.policy;

/** Why something is not said, or not now. */
public enum Reason {
    /** There is no such member any more. */
    GONE,
    /** It made no sense any more when its turn came. */
    EXPIRED,
    /** The member has no address on the channel. */
    NO_ADDRESS,
    /** The provider cannot or may not reach the member. */
    BLOCKED,
    /** The member took the consent back. */
    CONSENT_REFUSED,
    /** The member never gave the consent that is asked for. */
    NO_CONSENT,
    /** It is night where the member is. */
    QUIET_HOURS,
    /** The member has got as many as is good. */
    FREQUENCY_CAP,
    /** The member is in the global holdout. */
    HOLDOUT,
    /** The member is in the holdout of the template. */
    KEPT_BACK,
    /** Something more important is said first. */
    YIELDED,
    /** Whoever intended it took it back. */
    WITHDRAWN
}
