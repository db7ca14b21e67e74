package io.guanxi.overview.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The top tier by spend over the model's window; {@code retention}: of last month's tier the share still in it. */
public record TopSpenders(
        long members,
        double share,
        BigDecimal spend,
        double spendShare,
        @Nullable Double retention) {}
