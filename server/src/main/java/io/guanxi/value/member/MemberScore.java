package io.guanxi.value.member;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member as the last run found it.
 *
 * @param no number
 * @param channel by which they came
 * @param joinedDay the brand's day on which they joined
 * @param firstSeen first event
 * @param lastSeen last event
 * @param value 0 to 100
 * @param consumption 0 to 100
 * @param content 0 to 100
 * @param interaction 0 to 100
 * @param social 0 to 100
 * @param influence 0 to 100
 * @param recencyDays days since the last order in the RFM window
 * @param frequency orders in the window
 * @param monetary spend in the window
 * @param r 1 to 5
 * @param f 1 to 5
 * @param m 1 to 5
 * @param stage AIPL stage
 * @param layer relationship layer
 * @param level growth level
 * @param highValue above the model's line
 * @param topSpender in the top tier
 * @param orders number of orders
 * @param spend completed minus refunded
 * @param place the figure they were ordered by, as text
 */
public record MemberScore(
        int no,
        @Nullable String channel,
        LocalDate joinedDay,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        double value,
        double consumption,
        double content,
        double interaction,
        double social,
        double influence,
        @Nullable Integer recencyDays,
        int frequency,
        BigDecimal monetary,
        @Nullable Integer r,
        @Nullable Integer f,
        @Nullable Integer m,
        String stage,
        String layer,
        String level,
        boolean highValue,
        boolean topSpender,
        int orders,
        BigDecimal spend,
        @Nullable String place) {

    /** {@return the same, at a place of another order} */
    MemberScore at(@Nullable String other) {
        return new MemberScore(
                no,
                channel,
                joinedDay,
                firstSeen,
                lastSeen,
                value,
                consumption,
                content,
                interaction,
                social,
                influence,
                recencyDays,
                frequency,
                monetary,
                r,
                f,
                m,
                stage,
                layer,
                level,
                highValue,
                topSpender,
                orders,
                spend,
                other);
    }
}
