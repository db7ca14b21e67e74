package io.guanxi.journey.store;

/** How a journey stands. */
public enum JourneyState {
    /** Never published. */
    DRAFT,
    /** Members enter and move on. */
    RUNNING,
    /** Nobody enters or moves on; whoever leaves by a rule or reaches the goal still does. */
    PAUSED,
    /** Everybody was taken out; nobody enters. */
    STOPPED
}
