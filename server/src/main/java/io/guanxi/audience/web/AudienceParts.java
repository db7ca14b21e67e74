package io.guanxi.audience.web;

import io.guanxi.audience.engine.Answer;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Sentence;
import io.guanxi.audience.web.PreviewController.AudiencePart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what each part of an expression does to its group: two passes over the bits, no query. */
final class AudienceParts {

    /** Beyond so many parts of one group the bits of all of them would take too much memory. */
    private static final int MOST_WEIGHED = 40;

    private AudienceParts() {}

    /** {@return every part, outer ones first} */
    static List<AudiencePart> of(Answer answer) {
        List<AudiencePart> parts = new ArrayList<>();
        collect(answer, null, null, parts);
        return parts;
    }

    private static void collect(Answer answer, @Nullable Long left, @Nullable Long alone, List<AudiencePart> parts) {
        parts.add(new AudiencePart(
                answer.pointer(),
                Sentence.of(answer.expression()),
                answer.members().getLongCardinality(),
                answer.micros() / 1000.0,
                answer.cached(),
                left,
                alone));
        List<Answer> of = answer.of();
        boolean all = answer.expression() instanceof Expression.All;
        boolean any = answer.expression() instanceof Expression.Any;
        if ((!all && !any) || of.size() > MOST_WEIGHED) {
            of.forEach(part -> collect(part, null, null, parts));
            return;
        }
        Weights weights = Weights.of(of.stream().map(Answer::members).toList(), all);
        for (int i = 0; i < of.size(); i++) {
            collect(of.get(i), all ? weights.left(i) : null, of.size() == 1 ? null : weights.alone(i), parts);
        }
    }
}
