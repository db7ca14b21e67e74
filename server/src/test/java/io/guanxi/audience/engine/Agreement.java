package io.guanxi.audience.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Measure;
import io.guanxi.audience.expression.NormalForm;
import io.guanxi.audience.expression.Window;
import io.guanxi.audience.expression.Window.Span;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An explanation says of one member, part by part, what the engine says of all; and its facts lead to the same. */
final class Agreement {

    private final SmallWorld world;
    private final int member;

    Agreement(SmallWorld world, int member) {
        this.world = world;
        this.member = member;
    }

    void check(Explained explained, Answer answer) {
        String what = "member " + member + " " + NormalForm.json(explained.expression()) + " " + explained.facts() + " "
                + explained.stays();
        assertThat(explained.expression()).isEqualTo(answer.expression());
        assertThat(explained.pointer()).as(what).isEqualTo(answer.pointer());
        assertThat(explained.holds()).as(what).isEqualTo(answer.members().contains(member));
        Boolean byFacts = byFacts(explained);
        if (byFacts != null) {
            assertThat(byFacts).as(what).isEqualTo(explained.holds());
        }
        if (explained.expression() instanceof Expression.InAudience(long id, var on) && on == null) {
            assertThat(explained.of()).hasSize(1);
            Expression definition = Objects.requireNonNull(world.definitions.get(id));
            check(explained.of().getFirst(), world.engine().ask(definition, SmallWorld.limit()));
            assertThat(explained.of().getFirst().holds()).as(what).isEqualTo(explained.holds());
            return;
        }
        assertThat(explained.of()).hasSameSizeAs(answer.of());
        for (int i = 0; i < explained.of().size(); i++) {
            check(explained.of().get(i), answer.of().get(i));
        }
    }

    /** What somebody who sees the facts alone would say, or null where they do not decide. */
    private @Nullable Boolean byFacts(Explained explained) {
        Map<String, String> facts = explained.facts();
        return switch (explained.expression()) {
            case Expression.Share share ->
                Double.parseDouble(Objects.requireNonNull(facts.get("drawn"))) < share.percent();
            case Expression.Sequence sequence -> {
                String days = facts.get("days_between");
                yield days != null && Integer.parseInt(days) <= sequence.withinDays();
            }
            case Expression.Community asked ->
                explained.stays().stream()
                        .anyMatch(it -> it.belongs() != asked.past()
                                && (asked.in().isEmpty() || asked.in().contains(it.community()))
                                && (asked.stages().isEmpty() || asked.stages().contains(it.stage()))
                                && (asked.roles().isEmpty() || asked.roles().contains(it.role())));
            case Expression.Did did -> byFacts(did, facts);
            default -> null;
        };
    }

    private boolean byFacts(Expression.Did did, Map<String, String> facts) {
        if (did.measure() == Measure.FIRST || did.measure() == Measure.LAST) {
            String day = facts.get(did.measure() == Measure.FIRST ? "first" : "last");
            return day != null && span(did.during(), facts).holds(LocalDate.parse(day));
        }
        String name =
                switch (did.measure()) {
                    case COUNT -> "count";
                    case DAYS -> "days";
                    case AMOUNT -> "amount";
                    case QUANTITY -> "quantity";
                    case OBJECTS -> "objects";
                    case SUM -> "sum";
                    case DISTINCT -> "distinct_values";
                    case FIRST, LAST -> throw new IllegalStateException("told by their day");
                };
        return did.is().holds(Double.parseDouble(facts.getOrDefault(name, "0")));
    }

    private Span span(Window during, Map<String, String> facts) {
        if (during instanceof Window.SinceJoining(int days)) {
            LocalDate joined = LocalDate.parse(Objects.requireNonNull(facts.get("joined_day")));
            return new Span(joined, joined.plusDays(days));
        }
        return during.on(world.today);
    }
}
