package io.guanxi.audience.expression;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guanxi.community.CommunityStage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question about members, each of whom it holds for or not. The vocabulary is closed; {@code docs/modules/audience.md}
 * describes every word with examples. Days are the brand's.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "everyone", value = Expression.Everyone.class),
    @JsonSubTypes.Type(name = "all", value = Expression.All.class),
    @JsonSubTypes.Type(name = "any", value = Expression.Any.class),
    @JsonSubTypes.Type(name = "not", value = Expression.Not.class),
    @JsonSubTypes.Type(name = "trait", value = Expression.Trait.class),
    @JsonSubTypes.Type(name = "traitDay", value = Expression.TraitDay.class),
    @JsonSubTypes.Type(name = "channel", value = Expression.Channel.class),
    @JsonSubTypes.Type(name = "joined", value = Expression.Joined.class),
    @JsonSubTypes.Type(name = "consent", value = Expression.Consent.class),
    @JsonSubTypes.Type(name = "score", value = Expression.Score.class),
    @JsonSubTypes.Type(name = "mark", value = Expression.Marked.class),
    @JsonSubTypes.Type(name = "activeDays", value = Expression.ActiveDays.class),
    @JsonSubTypes.Type(name = "stage", value = Expression.Stage.class),
    @JsonSubTypes.Type(name = "moved", value = Expression.Moved.class),
    @JsonSubTypes.Type(name = "layer", value = Expression.Layer.class),
    @JsonSubTypes.Type(name = "layerMoved", value = Expression.LayerMoved.class),
    @JsonSubTypes.Type(name = "level", value = Expression.Level.class),
    @JsonSubTypes.Type(name = "did", value = Expression.Did.class),
    @JsonSubTypes.Type(name = "sequence", value = Expression.Sequence.class),
    @JsonSubTypes.Type(name = "community", value = Expression.Community.class),
    @JsonSubTypes.Type(name = "audience", value = Expression.InAudience.class),
    @JsonSubTypes.Type(name = "list", value = Expression.InList.class),
    @JsonSubTypes.Type(name = "tag", value = Expression.Tagged.class),
    @JsonSubTypes.Type(name = "share", value = Expression.Share.class)
})
public sealed interface Expression {

    /** Holds for who a single query, or the engine itself, can find. */
    sealed interface Leaf extends Expression {}

    /** Every live member. */
    @Schema(name = "ExpressionEveryone")
    record Everyone() implements Leaf {}

    /**
     * All of some hold.
     *
     * @param of one or more
     */
    @Schema(name = "ExpressionAll")
    record All(List<Expression> of) implements Expression {
        /** Copies the list. */
        public All {
            of = List.copyOf(of);
        }
    }

    /**
     * At least one of some holds.
     *
     * @param of one or more
     */
    @Schema(name = "ExpressionAny")
    record Any(List<Expression> of) implements Expression {
        /** Copies the list. */
        public Any {
            of = List.copyOf(of);
        }
    }

    /**
     * It does not hold.
     *
     * @param of what does not
     */
    @Schema(name = "ExpressionNot")
    record Not(Expression of) implements Expression {}

    /**
     * What was last said of a member.
     *
     * @param name of the trait
     * @param is what its value must be
     */
    @Schema(name = "ExpressionTrait")
    record Trait(String name, Test is) implements Leaf {}

    /**
     * What was last said of a member is a day, as {@link DayText} reads it, and that day lies in a window.
     *
     * @param name of the trait, such as {@code birthday}
     * @param during when
     * @param yearly whether an anniversary of the day lies there, that of 29 February being 28 February in other years
     */
    @Schema(name = "ExpressionTraitDay")
    record TraitDay(String name, Window during, boolean yearly) implements Leaf {

        /**
         * {@return whether it holds for a value}
         *
         * @param value the trait as text
         * @param today the brand's day
         */
        public boolean holdsFor(String value, LocalDate today) {
            LocalDate day = DayText.read(value);
            Window.Span span = during.on(today);
            if (day == null || !yearly) {
                return day != null && span.holds(day);
            }
            LocalDate from = Objects.requireNonNull(span.from());
            return span.holds(day.withYear(from.getYear())) || span.holds(day.withYear(from.getYear() + 1));
        }
    }

    /**
     * The channel by which a member came.
     *
     * @param in one of these
     */
    @Schema(name = "ExpressionChannel")
    record Channel(List<String> in) implements Leaf {
        /** Copies the list. */
        public Channel {
            in = List.copyOf(in);
        }
    }

    /**
     * The day on which a member joined.
     *
     * @param during lies in this window
     */
    @Schema(name = "ExpressionJoined")
    record Joined(Window during) implements Leaf {}

    /**
     * A consent was given, or taken back.
     *
     * @param channel e.g. {@code sms}
     * @param granted whether it is given
     */
    @Schema(name = "ExpressionConsent")
    record Consent(String channel, boolean granted) implements Leaf {}

    /**
     * A figure of the last scoring run; a member without that figure is not in.
     *
     * @param figure which
     * @param is where it must lie
     */
    @Schema(name = "ExpressionScore")
    record Score(Figure figure, Test.Range is) implements Leaf {}

    /**
     * Bears a mark of the last scoring run.
     *
     * @param mark which
     */
    @Schema(name = "ExpressionMarked")
    record Marked(Mark mark) implements Leaf {}

    /**
     * Days on which a member gave a sign of life, counted back from the day of the last run.
     *
     * @param within days back, 1 to 60
     * @param is how many of them
     */
    @Schema(name = "ExpressionActiveDays")
    record ActiveDays(int within, Test.Range is) implements Leaf {}

    /**
     * Where a member stands on AIPL, or stood at the end of a past calendar month or of a day.
     *
     * @param in one of these
     * @param monthsAgo 0 for the month of the last run, up to 36
     * @param on at the end of this day, or null; without {@code monthsAgo}
     */
    @Schema(name = "ExpressionStage")
    record Stage(
            List<AiplStage> in, int monthsAgo, @Nullable LocalDate on) implements Leaf {
        /** Copies the list. */
        public Stage {
            in = List.copyOf(in);
        }
    }

    /**
     * Moved between stages: from the end of one calendar month to the end of the next, or since a day.
     *
     * @param from one of these
     * @param to one of these
     * @param months within the last so many months, 1 to 12, or null
     * @param days without months: stood in the one at the end of the day so many days ago, 1 to 366, and stands in the other as of
     *     the last run
     */
    @Schema(name = "ExpressionMoved")
    record Moved(
            List<AiplStage> from,
            List<AiplStage> to,
            @Nullable Integer months,
            @Nullable Integer days) implements Leaf {
        /** Copies the lists. */
        public Moved {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * The relationship layer.
     *
     * @param in one of these
     * @param on at the end of this day, or null for that of the last run
     */
    @Schema(name = "ExpressionLayer")
    record Layer(List<RelationshipLayer> in, @Nullable LocalDate on) implements Leaf {
        /** Copies the list. */
        public Layer {
            in = List.copyOf(in);
        }
    }

    /**
     * Moved between relationship layers.
     *
     * @param from one of these so many days ago
     * @param to one of these as of the last run
     * @param days ago, 1 to 366
     */
    @Schema(name = "ExpressionLayerMoved")
    record LayerMoved(List<RelationshipLayer> from, List<RelationshipLayer> to, int days) implements Leaf {
        /** Copies the lists. */
        public LayerMoved {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * The growth level.
     *
     * @param in one of these
     */
    @Schema(name = "ExpressionLevel")
    record Level(List<GrowthLevel> in) implements Leaf {
        /** Copies the list. */
        public Level {
            in = List.copyOf(in);
        }
    }

    /**
     * Did something.
     *
     * @param event what
     * @param during when
     * @param measure what is counted
     * @param property of which property, for {@link Measure#SUM} and {@link Measure#DISTINCT}; else null
     * @param is how much of it; 0 within the range takes in those who did not
     */
    @Schema(name = "ExpressionDid")
    record Did(
            EventMatch event,
            Window during,
            Measure measure,
            @Nullable String property,
            Test.Range is) implements Leaf {

        /** {@return whether the daily roll-up cannot tell, so that the lake must be read} */
        public boolean needsLake() {
            return event.needsLake() || measure == Measure.OBJECTS || property != null;
        }
    }

    /**
     * Did something, and then something else.
     *
     * @param first what came first
     * @param then what came after it
     * @param withinDays at most so many days later, 0 for the same day
     * @param during when the first happened
     */
    @Schema(name = "ExpressionSequence")
    record Sequence(EventMatch first, EventMatch then, int withinDays, Window during) implements Leaf {}

    /**
     * Belongs to a community as of the last run.
     *
     * @param in one of these keys, or empty for any
     * @param stages which stand in one of these, or empty for any
     * @param roles where the member has one of these, or empty for any; the last that was told
     * @param past whether the member belonged to it once and does no more
     */
    @Schema(name = "ExpressionCommunity")
    record Community(List<String> in, List<CommunityStage> stages, List<CommunityRole> roles, boolean past)
            implements Leaf {
        /** Copies the lists. */
        public Community {
            in = List.copyOf(in);
            stages = List.copyOf(stages);
            roles = List.copyOf(roles);
        }
    }

    /**
     * Carries a tag.
     *
     * @param in one of these
     */
    @Schema(name = "ExpressionTagged")
    record Tagged(List<Integer> in) implements Leaf {
        /** Copies the list. */
        public Tagged {
            in = List.copyOf(in);
        }
    }

    /**
     * Is in another audience.
     *
     * @param id which
     * @param on at the end of this day, or null for now
     */
    @Schema(name = "ExpressionInAudience")
    record InAudience(long id, @Nullable LocalDate on) implements Leaf {}

    /**
     * Is on an uploaded list.
     *
     * @param id which
     */
    @Schema(name = "ExpressionInList")
    record InList(long id) implements Leaf {}

    /**
     * A random share of the members that stays the same: who is in ten percent is in twenty percent of the same salt.
     *
     * @param percent over 0 up to 100
     * @param salt draws another share
     */
    @Schema(name = "ExpressionShare")
    record Share(double percent, String salt) implements Leaf {}
}
