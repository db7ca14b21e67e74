package io.guanxi.workbench.tasks;

/** What came of a task. */
enum TaskOutcome {
    /** It was said. */
    SENT,
    /** It was said, and the member answered. */
    REPLIED,
    /** The member could not be reached. */
    NOT_REACHED,
    /** The member wants none of it. */
    REFUSED,
    /** There was no need any more. */
    NOT_NEEDED
}
