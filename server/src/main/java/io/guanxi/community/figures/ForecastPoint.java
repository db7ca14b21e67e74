package io.guanxi.community.figures;

import java.time.LocalDate;

/** What is expected of a measure in a week ahead, with its 80 % band. */
public record ForecastPoint(String measure, LocalDate week, int ahead, double expected, double low, double high) {}
