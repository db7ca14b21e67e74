package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Window;

/**
 * What makes the answer to a leaf another one.
 *
 * @param run a new scoring run
 * @param day a new day
 * @param facts new events and changes of members
 * @param patched whether new facts change it for those members alone whom they touch
 */
record Needs(boolean run, boolean day, boolean facts, boolean patched) {

    static Needs of(Expression.Leaf leaf) {
        return switch (leaf) {
            case Expression.Score _, Expression.Marked _, Expression.ActiveDays _, Expression.Level _ ->
                new Needs(true, false, false, true);
            case Expression.Stage stage -> new Needs(true, false, stage.on() != null, true);
            case Expression.Layer layer -> new Needs(true, false, layer.on() != null, true);
            case Expression.Moved moved -> {
                boolean byDay = moved.days() != null;
                yield new Needs(true, byDay, byDay, true);
            }
            case Expression.LayerMoved _ -> new Needs(true, true, true, true);
            case Expression.Community _ -> new Needs(true, false, true, true);
            case Expression.Trait _, Expression.Channel _, Expression.Consent _, Expression.Share _ ->
                new Needs(false, false, true, true);
            case Expression.TraitDay trait -> new Needs(false, trait.during().moves(), true, true);
            case Expression.Joined(var during) -> new Needs(true, during.moves(), true, true);
            case Expression.Did did ->
                new Needs(
                        did.during() instanceof Window.SinceJoining,
                        did.during().moves(),
                        true,
                        true);
            case Expression.Sequence sequence ->
                new Needs(false, sequence.during().moves(), true, true);
            // Merges and expiries change tags as well: the engine asks which tags changed.
            case Expression.Tagged _ -> new Needs(false, false, false, false);
            case Expression.Everyone _, Expression.InAudience _, Expression.InList _ ->
                new Needs(true, true, true, false);
        };
    }
}
