package io.guanxi.benchmarks;

/** What a figure should reach. */
sealed interface Target {

    /** {@return whether a figure reaches it} */
    default boolean reachedBy(double measured) {
        return switch (this) {
            case AtLeast(double bound) -> measured >= bound;
            case AtMost(double bound) -> measured <= bound;
            case None() -> true;
        };
    }

    /** {@return the bound as people write it, without its unit} */
    default String text() {
        return switch (this) {
            case AtLeast(double bound) -> "≥ " + Figure.number(bound);
            case AtMost(double bound) -> "≤ " + Figure.number(bound);
            case None() -> "";
        };
    }

    /** More is better. */
    record AtLeast(double bound) implements Target {}

    /** Less is better. */
    record AtMost(double bound) implements Target {}

    /** Nothing was promised: the figure explains another. */
    record None() implements Target {}
}
