package io.guanxi.workbench.tasks;

/**
 * How a guide does.
 *
 * @param guide user name
 * @param open tasks that wait
 * @param late of them over due
 * @param done tasks done in the days asked for
 * @param replied of them those the member answered
 * @param said of them those that were said
 */
record GuideFigures(String guide, long open, long late, long done, long replied, long said) {}
