package io.guanxi.audience.web;

import io.guanxi.audience.engine.Answer;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Sentence;
import io.guanxi.audience.web.PreviewController.AudiencePart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Tells what each part of an expression does to its group: a few bitmaps' algebra for each, no query. */
final class AudienceParts {

    /** Beyond so many parts of one group the bitmaps of all that comes after each would take too much memory. */
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
        BinaryOperator<RoaringBitmap> joined =
                all ? (one, other) -> RoaringBitmap.and(one, other) : (one, other) -> RoaringBitmap.or(one, other);
        List<@Nullable RoaringBitmap> after = after(of, joined);
        RoaringBitmap before = null;
        for (int i = 0; i < of.size(); i++) {
            RoaringBitmap part = of.get(i).members();
            RoaringBitmap others = both(before, after.get(i), joined);
            RoaringBitmap soFar = before == null ? part : joined.apply(before, part);
            collect(
                    of.get(i),
                    all ? soFar.getLongCardinality() : null,
                    others == null ? null : all ? lacking(others, part) : lacking(part, others),
                    parts);
            before = soFar;
        }
    }

    private static long lacking(RoaringBitmap of, RoaringBitmap in) {
        return of.getLongCardinality() - RoaringBitmap.andCardinality(of, in);
    }

    /** What the parts after each come to together; nothing after the last. */
    private static List<@Nullable RoaringBitmap> after(List<Answer> of, BinaryOperator<RoaringBitmap> joined) {
        List<@Nullable RoaringBitmap> after = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            after.add(null);
        }
        for (int i = of.size() - 2; i >= 0; i--) {
            after.set(i, both(of.get(i + 1).members(), after.get(i + 1), joined));
        }
        return after;
    }

    private static @Nullable RoaringBitmap both(
            @Nullable RoaringBitmap one, @Nullable RoaringBitmap other, BinaryOperator<RoaringBitmap> joined) {
        return one == null ? other : other == null ? one : joined.apply(one, other);
    }
}
