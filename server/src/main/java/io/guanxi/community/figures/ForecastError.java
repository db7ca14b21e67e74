package io.guanxi.community.figures;

import org.jspecify.annotations.Nullable;

/** How wrong the forecast was on held-back weeks, so many weeks ahead, in the unit of the measure. */
public record ForecastError(
        String measure,
        int ahead,
        int communities,
        double meanAbsoluteError,
        double bias,
        @Nullable Double naiveMeanAbsoluteError,
        @Nullable Double naiveBias) {}
