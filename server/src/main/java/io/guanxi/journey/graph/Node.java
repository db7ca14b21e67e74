package io.guanxi.journey.graph;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guanxi.audience.expression.Expression;
import io.guanxi.journey.graph.Until.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a journey. The vocabulary is closed; {@code docs/modules/journey.md} describes every kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "wait", value = Node.Wait.class),
    @JsonSubTypes.Type(name = "branch", value = Node.Branch.class),
    @JsonSubTypes.Type(name = "reply", value = Node.Reply.class),
    @JsonSubTypes.Type(name = "split", value = Node.Split.class),
    @JsonSubTypes.Type(name = "experiment", value = Node.Trial.class),
    @JsonSubTypes.Type(name = "message", value = Node.Message.class),
    @JsonSubTypes.Type(name = "tag", value = Node.Tagging.class),
    @JsonSubTypes.Type(name = "points", value = Node.Points.class),
    @JsonSubTypes.Type(name = "webhook", value = Node.Webhook.class),
    @JsonSubTypes.Type(name = "journey", value = Node.SubJourney.class),
    @JsonSubTypes.Type(name = "goal", value = Node.ReachGoal.class),
    @JsonSubTypes.Type(name = "exit", value = Node.Exit.class)
})
@Schema(name = "JourneyNode")
public sealed interface Node {

    /** {@return its name within the journey, e.g. {@code T+3}} */
    String key();

    /**
     * A way out of a node.
     *
     * @param outcome under which it is counted
     * @param next the node it leads to, or null where the journey ends
     */
    record Way(String outcome, @Nullable String next) {}

    /** {@return the ways out; none where the journey always ends here} */
    default List<Way> ways() {
        return switch (this) {
            case Wait wait ->
                wait.until().mayMiss()
                        ? List.of(new Way(Outcome.PASSED, wait.next()), new Way(Outcome.MISSED, wait.otherwise()))
                        : List.of(new Way(Outcome.PASSED, wait.next()));
            case Branch branch -> List.of(new Way(Outcome.YES, branch.yes()), new Way(Outcome.NO, branch.no()));
            case Reply reply -> {
                List<Way> ways = new ArrayList<>();
                for (int i = 0; i < reply.answers().size(); i++) {
                    ways.add(new Way(Outcome.answer(i), reply.answers().get(i).next()));
                }
                ways.add(new Way(Outcome.OTHERWISE, reply.otherwise()));
                yield ways;
            }
            case Split split -> {
                List<Way> ways = new ArrayList<>();
                for (int i = 0; i < split.arms().size(); i++) {
                    ways.add(new Way(Outcome.arm(i), split.arms().get(i).next()));
                }
                yield ways;
            }
            case Trial trial -> {
                List<Way> ways = new ArrayList<>();
                for (int i = 0; i < trial.arms().size(); i++) {
                    ways.add(new Way(Outcome.arm(i), trial.arms().get(i).next()));
                }
                ways.add(new Way(Outcome.OUTSIDE, trial.otherwise()));
                yield ways;
            }
            case Message message -> List.of(new Way(Outcome.PASSED, message.next()));
            case Tagging tagging -> List.of(new Way(Outcome.PASSED, tagging.next()));
            case Points points -> List.of(new Way(Outcome.PASSED, points.next()));
            case Webhook webhook -> List.of(new Way(Outcome.PASSED, webhook.next()));
            case SubJourney sub -> List.of(new Way(Outcome.PASSED, sub.next()));
            case ReachGoal goal -> List.of(new Way(Outcome.PASSED, goal.next()));
            case Exit _ -> List.of();
        };
    }

    /** {@return whether passing it always takes time} */
    default boolean takesTime() {
        return this instanceof Wait wait && wait.until().takesTime();
    }

    /**
     * Waits.
     *
     * @param key its name
     * @param until for what
     * @param next where it leads, or null for the end
     * @param otherwise where it leads if the event did not come in time or there is no such day; null for the end
     */
    @Schema(name = "JourneyWait")
    record Wait(
            String key,
            Until until,
            @Nullable String next,
            @Nullable String otherwise) implements Node {}

    /**
     * Parts members by who they are now.
     *
     * @param key its name
     * @param audience what is asked
     * @param yes for whom it holds, or null for the end
     * @param no for whom it does not, or null for the end
     */
    @Schema(name = "JourneyBranch")
    record Branch(
            String key,
            Expression audience,
            @Nullable String yes,
            @Nullable String no) implements Node {}

    /**
     * Parts members by what they answered last, to whatever message, since they came in. Width, case, spaces and points around
     * the words do not matter.
     *
     * @param key its name
     * @param answers the answers that lead somewhere
     * @param otherwise for who answered something else, or nothing; null for the end
     */
    @Schema(name = "JourneyReply")
    record Reply(String key, List<Answer> answers, @Nullable String otherwise) implements Node {
        /** Copies the answers. */
        public Reply {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer that leads somewhere.
     *
     * @param is the words, any of which is meant
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyAnswer")
    record Answer(List<String> is, @Nullable String next) {
        /** Copies the words. */
        public Answer {
            is = List.copyOf(is);
        }
    }

    /**
     * Parts members at random. Who is in which arm depends on the member and the salt alone, so it stays the same whenever
     * they pass, also in another journey with the same salt.
     *
     * @param key its name
     * @param salt what is mixed with the member
     * @param arms whole percents that add up to 100
     */
    @Schema(name = "JourneySplit")
    record Split(String key, String salt, List<Arm> arms) implements Node {
        /** Copies the arms. */
        public Split {
            arms = List.copyOf(arms);
        }
    }

    /**
     * A part of a split.
     *
     * @param percent 1 to 99
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyArm")
    record Arm(int percent, @Nullable String next) {}

    /**
     * Parts members by their arm in an experiment, and notes them as exposed to it as they come here: what the ways differ in is
     * what the experiment tries, and its report tells what it brought.
     *
     * @param key its name
     * @param experiment its number
     * @param arms where each arm leads; all arms of the experiment
     * @param otherwise where those go who are in no arm: held out globally, outside the experiment's audience or its part of a
     *     layer, or all, while it does not run; null for the end
     */
    @Schema(name = "JourneyTrial")
    record Trial(
            String key,
            long experiment,
            List<TrialArm> arms,
            @Nullable String otherwise) implements Node {
        /** Copies the arms. */
        public Trial {
            arms = List.copyOf(arms);
        }
    }

    /**
     * An arm's way.
     *
     * @param arm its key in the experiment
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyTrialArm")
    record TrialArm(String arm, @Nullable String next) {}

    /**
     * Has something said to the member: by a template, on its channel, which may be a task for a guide. Whether it may be said
     * the reach policy judges.
     *
     * @param key its name
     * @param template number of the template
     * @param values of the template's own variables, by name
     * @param within how long it makes sense from the member's coming to the node on, or null: at any time
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyMessage")
    record Message(
            String key,
            long template,
            Map<String, String> values,
            @Nullable Span within,
            @Nullable String next) implements Node {
        /** Copies the values. */
        public Message {
            values = Map.copyOf(values);
        }
    }

    /**
     * Puts tags on the member and takes others off.
     *
     * @param key its name
     * @param add numbers of tags to put on
     * @param remove numbers of tags to take off
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyTagging")
    record Tagging(
            String key,
            List<Integer> add,
            List<Integer> remove,
            @Nullable String next) implements Node {
        /** Copies the lists. */
        public Tagging {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /**
     * Gives the member points, or takes some.
     *
     * @param key its name
     * @param points how many; below zero they are taken
     * @param reason as the member may read it; the node's name where none is given
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyPoints")
    record Points(
            String key, int points, String reason, @Nullable String next) implements Node {}

    /**
     * Tells another system that the member stands here. The member goes on at once; the call is made again until it is taken.
     *
     * @param key its name
     * @param url an http or https address
     * @param values what else to tell, by name
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyWebhook")
    record Webhook(
            String key,
            String url,
            Map<String, String> values,
            @Nullable String next) implements Node {
        /** Copies the values. */
        public Webhook {
            values = Map.copyOf(values);
        }
    }

    /**
     * Lets the member enter another journey.
     *
     * @param key its name
     * @param journey number of the other one
     * @param await whether to go on only when that one has ended
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneySubJourney")
    record SubJourney(
            String key,
            long journey,
            boolean await,
            @Nullable String next) implements Node {}

    /**
     * The aim is reached: counts as a conversion.
     *
     * @param key its name
     * @param next where it leads, or null for the end
     */
    @Schema(name = "JourneyReachGoal")
    record ReachGoal(String key, @Nullable String next) implements Node {}

    /**
     * The end.
     *
     * @param key its name
     */
    @Schema(name = "JourneyExit")
    record Exit(String key) implements Node {}
}
