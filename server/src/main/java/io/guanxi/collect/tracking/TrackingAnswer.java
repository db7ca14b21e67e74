package io.guanxi.collect.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tracking call answers: nothing is accepted and then dropped.
 *
 * @param success whether every event is durable now
 * @param accepted events taken
 * @param duplicate events that had arrived before
 * @param rejected malformed events
 * @param results one a event, in the request's order
 */
record TrackingAnswer(boolean success, int accepted, int duplicate, int rejected, List<Result> results) {

    /**
     * What became of one event.
     *
     * @param index its place in the request, from 0
     * @param status accepted, duplicate or rejected
     * @param code why it was rejected
     * @param field which field is wrong
     * @param message what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            int index,
            String status,
            @Nullable String code,
            @Nullable String field,
            @Nullable String message) {

        static Result accepted(int index) {
            return new Result(index, "accepted", null, null, null);
        }

        static Result duplicate(int index) {
            return new Result(index, "duplicate", null, null, null);
        }

        static Result rejected(int index, Reading.Malformed malformed) {
            return new Result(index, "rejected", malformed.code(), malformed.field(), malformed.message());
        }
    }
}
