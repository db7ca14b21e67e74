package io.guanxi.workbench.tasks;

import io.guanxi.messaging.Content;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something a guide is to say to a member.
 *
 * @param id its number
 * @param key of the message
 * @param memberNo to whom
 * @param title why, in a few words
 * @param words the suggested words
 * @param attachments what goes with them
 * @param originKind what had it said, e.g. {@code journey}
 * @param originId which of them
 * @param originNode where in it, or null
 * @param category the message's category
 * @param owner user name of the guide, or null: any guide may take it
 * @param openedAt since when
 * @param dueAt until when
 * @param snoozedUntil put off until then, or null
 * @param outcome what came of it, or null while it is open
 * @param note what the guide noted
 * @param doneBy who did it, or null
 * @param doneAt when, or null
 * @param said the words that were really said, or null
 * @param saidBy how, or null
 * @param answer what the member answered, or null
 * @param withdrawn why it was taken back, e.g. {@code JOURNEY_LEFT}, or null
 */
record Task(
        long id,
        String key,
        int memberNo,
        String title,
        String words,
        List<Content> attachments,
        String originKind,
        String originId,
        @Nullable String originNode,
        String category,
        @Nullable String owner,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant snoozedUntil,
        @Nullable TaskOutcome outcome,
        String note,
        @Nullable String doneBy,
        @Nullable Instant doneAt,
        @Nullable String said,
        @Nullable SaidBy saidBy,
        @Nullable String answer,
        @Nullable String withdrawn) {

    /** How words were said. */
    enum SaidBy {
        /** By the guide, wherever. */
        HAND,
        /** From here, through WeCom. */
        WECOM
    }

    /** {@return the same task with its words as somebody may see them} */
    Task shown(UnaryOperator<String> as) {
        return new Task(
                id,
                key,
                memberNo,
                as.apply(title),
                as.apply(words),
                attachments,
                originKind,
                originId,
                originNode,
                category,
                owner,
                openedAt,
                dueAt,
                snoozedUntil,
                outcome,
                note,
                doneBy,
                doneAt,
                said == null ? null : as.apply(said),
                saidBy,
                answer == null ? null : as.apply(answer),
                withdrawn);
    }
}
