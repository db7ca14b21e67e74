package io.guanxi.overview.figures;

import java.math.BigDecimal;

/** A storey of the pyramid. */
public record LevelShare(String level, long members, double share, BigDecimal spend, double spendShare) {}
