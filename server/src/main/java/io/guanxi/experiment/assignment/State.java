package io.guanxi.experiment.assignment;

/** How far an experiment is. */
public enum State {
    /** Planned; nobody is assigned. */
    DRAFT,
    /** Members are assigned and exposed. */
    RUNNING,
    /** Nobody new is exposed; windows of those who were may still be open. */
    STOPPED
}
