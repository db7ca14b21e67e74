package io.guanxi.wecom.livecode;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code to scan. Who adds an employee by it comes from its channel and scene.
 *
 * @param id its number
 * @param state what WeCom says of who comes by it; events carry it as {@code live_code}
 * @param name as people call it
 * @param channel where it hangs, e.g. {@code sampling-machine}
 * @param scene on which occasion; may be empty
 * @param employees ids of those whom one adds
 * @param tags numbers of tags that newcomers get
 * @param templateId what they are told at once, or null
 * @param journeyId the journey they enter, or null
 * @param picture URL of the code, or null
 * @param createdBy by whom it was made
 * @param createdAt when
 * @param archivedAt since when it leads nowhere, or null
 * @param skipped what newcomers went without since it was last changed
 */
public record LiveCode(
        long id,
        String state,
        String name,
        String channel,
        String scene,
        List<String> employees,
        List<Integer> tags,
        @Nullable Long templateId,
        @Nullable Long journeyId,
        @Nullable String picture,
        String createdBy,
        Instant createdAt,
        @Nullable Instant archivedAt,
        List<Skipped> skipped) {

    /** Copies the lists. */
    public LiveCode {
        employees = List.copyOf(employees);
        tags = List.copyOf(tags);
        skipped = List.copyOf(skipped);
    }

    /** What a live code promises. */
    @Schema(name = "LiveCodePromise")
    public enum Promise {
        /** A tag: it is archived or deleted. */
        TAG,
        /** The welcome: its template is deleted. */
        TEMPLATE,
        /** A journey: it does not run. */
        JOURNEY
    }

    /**
     * A promise that could not be kept.
     *
     * @param kind what was promised
     * @param number of the tag, template or journey
     * @param newcomers how many went without it
     * @param lastAt when the last one did
     */
    @Schema(name = "LiveCodeSkipped")
    public record Skipped(Promise kind, long number, long newcomers, Instant lastAt) {}

    LiveCode with(List<Skipped> missed) {
        return new LiveCode(
                id,
                state,
                name,
                channel,
                scene,
                employees,
                tags,
                templateId,
                journeyId,
                picture,
                createdBy,
                createdAt,
                archivedAt,
                missed);
    }
}
