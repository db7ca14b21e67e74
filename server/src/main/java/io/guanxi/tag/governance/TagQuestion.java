package io.guanxi.tag.governance;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is hoped for of members, and when: tags as carried at the end of the split day, the outcome in the days after it.
 *
 * @param event what they do, e.g. {@code Order Completed}
 * @param atLeast how often, from 1
 * @param amount for how much altogether at least, in the brand's currency; 0 for no matter
 * @param splitDay up to the end of this day of the brand tags count
 * @param days so many days from the next one on the outcome counts
 */
public record TagQuestion(String event, int atLeast, BigDecimal amount, LocalDate splitDay, int days) {}
