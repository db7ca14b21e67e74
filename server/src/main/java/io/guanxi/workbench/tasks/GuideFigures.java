package io.guanxi.workbench.tasks;

import java.math.BigDecimal;

/**
 * How a guide does.
 *
 * @param guide user name
 * @param open tasks that wait
 * @param late of them over due
 * @param done tasks done in the days asked for
 * @param said of them those that were said
 * @param replied of them those the member answered
 * @param days on how many days the guide did a task
 * @param spokenTo members to whom something was said
 * @param ordered of them those who then ordered
 * @param orders how many orders that were
 * @param amount of these orders, before refunds
 */
record GuideFigures(
        String guide,
        long open,
        long late,
        long done,
        long said,
        long replied,
        int days,
        long spokenTo,
        long ordered,
        long orders,
        BigDecimal amount) {}
