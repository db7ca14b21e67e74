package io.guanxi.audience.web;

import org.jspecify.annotations.Nullable;

/**
 * A member of an audience, as a list shows it.
 *
 * @param no the number
 * @param name masked where the caller may not see it
 * @param phone masked where the caller may not see it
 * @param channel by which the member came
 * @param value member value of the last run
 * @param stage AIPL stage
 * @param layer relationship layer
 * @param level growth level
 */
record AudienceMember(
        int no,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String channel,
        @Nullable Double value,
        @Nullable String stage,
        @Nullable String layer,
        @Nullable String level) {}
