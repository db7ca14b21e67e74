package io.guanxi.community.figures;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A member's part in a community: figures of four weeks, value and weight of today. */
public record MemberPart(
        int memberNo,
        LocalDate since,
        boolean belongs,
        long messages,
        long content,
        long contributions,
        long orders,
        BigDecimal spend,
        double value,
        double weight) {

    /** {@return what the member adds to the community's weighted sum} */
    public double part() {
        return weight * value;
    }
}
