package io.guanxi.experiment;

import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Names of the things of a kind that may have a holdout; a bean of the module that acts by {@link Holdouts}.
 *
 * @param kind the kind
 * @param of what people call one, by its number; empty where there is none
 */
public record HoldoutNames(HoldoutSubject.Kind kind, LongFunction<Optional<String>> of) {}
