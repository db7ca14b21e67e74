package io.guanxi.experiment.web;

import io.guanxi.experiment.HoldoutSubject;
import io.guanxi.experiment.HoldoutSubject.Kind;
import io.guanxi.experiment.assignment.Experiment;
import io.guanxi.experiment.assignment.LiveHoldouts;
import io.guanxi.experiment.assignment.State;
import io.guanxi.platform.BodyReader;
import io.guanxi.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shares kept back of a journey, of a template's messages, of what is done with an audience. They are stopped as experiments. */
@RestController
@RequestMapping("/api/experiments/holdouts")
@Tag(name = "Experiments")
class HoldoutController {

    private final LiveHoldouts holdouts;
    private final BodyReader bodies;

    HoldoutController(LiveHoldouts holdouts, BodyReader bodies) {
        this.holdouts = holdouts;
        this.bodies = bodies;
    }

    /**
     * Of what a share is to be kept back.
     *
     * @param kind what it is
     * @param number which of them
     * @param share of members, above 0 and below 1
     */
    record WantedThingHoldout(Kind kind, long number, double share) {}

    /**
     * A share that is kept back of a thing, or was.
     *
     * @param experiment its number as an experiment, whose report says what the thing brought
     * @param share of members
     * @param state {@code RUNNING} or {@code STOPPED}
     * @param startedAt since when
     * @param stoppedAt until when, or null
     */
    @Schema(name = "ThingHoldout")
    record ThingHoldout(
            long experiment,
            double share,
            State state,
            Instant startedAt,
            @Nullable Instant stoppedAt) {

        static ThingHoldout of(Experiment experiment) {
            Instant started = experiment.startedAt();
            return new ThingHoldout(
                    experiment.id(),
                    experiment.design().arms().getFirst().weight(),
                    experiment.state(),
                    started == null ? experiment.createdAt() : started,
                    experiment.stoppedAt());
        }
    }

    @GetMapping
    @Operation(summary = "The holdouts of a journey, a template or an audience, the latest first")
    Page<ThingHoldout> of(@RequestParam Kind kind, @RequestParam long number) {
        return new Page<>(
                holdouts.of(new HoldoutSubject(kind, number)).stream()
                        .map(ThingHoldout::of)
                        .toList(),
                null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keep a share back of a journey, a template or an audience from now on, as an experiment")
    ThingHoldout open(@RequestBody @Schema(implementation = WantedThingHoldout.class) JsonNode body) {
        WantedThingHoldout wanted = bodies.read(body, WantedThingHoldout.class, "experiment.holdout-invalid");
        return ThingHoldout.of(holdouts.open(new HoldoutSubject(wanted.kind(), wanted.number()), wanted.share()));
    }
}
