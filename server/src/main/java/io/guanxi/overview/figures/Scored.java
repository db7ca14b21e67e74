package io.guanxi.overview.figures;

import java.math.BigDecimal;

/** Sums over the scored members. */
public record Scored(long members, long highValue, long orders, BigDecimal spend) {

    /** Before the first run. */
    public static final Scored NONE = new Scored(0, 0, 0, BigDecimal.ZERO.setScale(2));
}
