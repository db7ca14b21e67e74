package io.guanxi.workbench.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task with what its member is like.
 *
 * @param task what is to be said
 * @param name of the member, masked where the caller may not see it
 * @param value member value of the last run, or null
 * @param stage AIPL stage, or null
 * @param level the member's level, or null
 * @param lastOrder day of their last order, or null
 * @param lastContact when something was last said to them, or null
 * @param late whether it is over due
 * @param place why it stands where it stands
 * @param sendable whether the caller may send it from here: the member is a contact of theirs alone, and the channel is set up
 * @param message what became of it where it was sent from here, or null
 */
record TaskCard(
        Task task,
        @Nullable String name,
        @Nullable Double value,
        @Nullable String stage,
        @Nullable String level,
        @Nullable LocalDate lastOrder,
        @Nullable Instant lastContact,
        boolean late,
        Place place,
        boolean sendable,
        @Nullable Sent message) {

    /**
     * Why a task stands where it stands.
     *
     * @param by what it was ordered by
     * @param spend what the member is expected to spend within 90 days, or null
     * @param chance that such a task is answered, or null where too few were done
     */
    @Schema(name = "TaskPlace")
    record Place(By by, @Nullable Double spend, @Nullable Double chance) {}

    /** What a task is ordered by. */
    enum By {
        /** What it is expected to bring: spend, times the chance of an answer where that is known. */
        EXPECTED,
        /** The value score: nothing is predicted for the member. */
        VALUE,
        /** When it is due: the member has no score. */
        DUE
    }

    /**
     * What became of a message.
     *
     * @param state where it stands
     * @param reason why, or null
     * @param deliveredAt when it arrived, or null
     */
    @Schema(name = "TaskMessage")
    record Sent(
            String state, @Nullable String reason, @Nullable Instant deliveredAt) {}
}
