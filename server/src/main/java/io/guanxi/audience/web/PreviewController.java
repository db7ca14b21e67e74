package io.guanxi.audience.web;

import io.guanxi.audience.engine.Answer;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.ExpressionReader;
import io.guanxi.audience.expression.Sentence;
import io.guanxi.audience.live.Memberships;
import io.guanxi.audience.live.SavedAudiences;
import io.guanxi.platform.Problem;
import io.guanxi.platform.RunningQuestions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What an expression would find, while it is being written. */
@RestController
@RequestMapping("/api/audiences/preview")
@Tag(name = "Audiences")
class PreviewController {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_SAMPLED = 50;

    private final Engine engine;
    private final SavedAudiences audiences;
    private final Memberships memberships;
    private final AudienceMembers members;
    private final RunningQuestions questions;

    PreviewController(
            Engine engine,
            SavedAudiences audiences,
            Memberships memberships,
            AudienceMembers members,
            RunningQuestions questions) {
        this.engine = engine;
        this.audiences = audiences;
        this.memberships = memberships;
        this.members = members;
        this.questions = questions;
    }

    /**
     * A question.
     *
     * @param expression what is asked
     * @param sample how many members to show, 0 to 50, default 5
     * @param audience the saved audience that would ask it, or null: then who would enter and leave is counted
     * @param token a word of the caller's by which the question can be cancelled, or null
     */
    record AudienceQuestion(
            @Schema(implementation = Expression.class) JsonNode expression,
            @Nullable Integer sample,
            @Nullable Long audience,
            @Nullable String token) {}

    /**
     * A part of an expression.
     *
     * @param pointer JSON pointer of the part in the expression, empty for the whole
     * @param sentence what it says
     * @param members how many it holds for
     * @param millis how long it took, its parts included
     * @param cached whether it was known before
     * @param left within an all-group: how many it and the parts before it hold for together; else null
     * @param alone within an all-group: how many it alone keeps out; within an any-group: how many it alone brings in; else,
     *     and in groups of more than 40 parts, null
     */
    record AudiencePart(
            String pointer,
            Sentence sentence,
            long members,
            double millis,
            boolean cached,
            @Nullable Long left,
            @Nullable Long alone) {}

    /**
     * What an expression finds.
     *
     * @param members how many
     * @param everybody how many live members there are
     * @param millis how long it took
     * @param sentence what it says
     * @param parts every part, outer ones first
     * @param sample some of the members
     * @param entering who would enter the saved audience, or null
     * @param leaving who would leave it, or null
     * @param enteringSample some who would enter
     * @param leavingSample some who would leave
     */
    record AudiencePreview(
            long members,
            long everybody,
            double millis,
            Sentence sentence,
            List<AudiencePart> parts,
            List<AudienceMember> sample,
            @Nullable Long entering,
            @Nullable Long leaving,
            List<AudienceMember> enteringSample,
            List<AudienceMember> leavingSample) {}

    @PostMapping
    @Operation(summary = "How many an expression holds for, part by part, with some of them")
    AudiencePreview preview(@RequestBody AudienceQuestion question) {
        Expression expression = expression(question.expression());
        audiences.check(expression, question.audience());
        int wanted = question.sample() == null ? 5 : Math.clamp(question.sample(), 0, MOST_SAMPLED);
        Limit limit = Limit.of(LONGEST);
        return questions.ask(
                question.token(), limit, () -> preview(engine.ask(expression, limit), wanted, question.audience()));
    }

    private AudiencePreview preview(Answer answer, int wanted, @Nullable Long audience) {
        RoaringBitmap found = answer.members();
        RoaringBitmap before = audience == null
                ? null
                : memberships.of(audience).map(Memberships.State::members).orElse(null);
        RoaringBitmap entering = before == null ? new RoaringBitmap() : RoaringBitmap.andNot(found, before);
        RoaringBitmap leaving = before == null ? new RoaringBitmap() : RoaringBitmap.andNot(before, found);
        return new AudiencePreview(
                found.getLongCardinality(),
                engine.live().getLongCardinality(),
                answer.micros() / 1000.0,
                Sentence.of(answer.expression()),
                AudienceParts.of(answer),
                members.of(AudienceMembers.sample(found, wanted)),
                before == null ? null : entering.getLongCardinality(),
                before == null ? null : leaving.getLongCardinality(),
                members.of(AudienceMembers.sample(entering, wanted)),
                members.of(AudienceMembers.sample(leaving, wanted)));
    }

    static Expression expression(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            throw Problem.badRequest("audience.field-missing", "The field expression is missing.");
        }
        return ExpressionReader.read(json).orProblem();
    }
}
