package io.guanxi.overview.figures;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One day of the brand. */
public record ActivityDay(LocalDate day, long active, long orders, BigDecimal spend, long newMembers) {}
