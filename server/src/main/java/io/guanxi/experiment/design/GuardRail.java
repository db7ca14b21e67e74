package io.guanxi.experiment.design;

/**
 * A ready-made metric that may not get worse, whatever else an experiment brings.
 *
 * @param code stable: {@code opt-outs}, {@code complaints}, {@code blocked}
 * @param metric what to put into a design
 */
public record GuardRail(String code, Metric metric) {}
