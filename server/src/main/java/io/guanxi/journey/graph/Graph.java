package io.guanxi.journey.graph;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guanxi.audience.expression.EventMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a journey does.
 *
 * @param name as people call it, 1 to 100 characters
 * @param note what it is for
 * @param priority 1 to 9: whose messages go first, and whose yield; 5 where nothing speaks for another
 * @param entry how members come in
 * @param reentry whether they may come again
 * @param goal what it is to bring about, or null
 * @param exitWhen when members leave it before its end
 * @param start the first node
 * @param nodes all nodes
 */
@Schema(name = "JourneyGraph")
public record Graph(
        String name,
        String note,
        int priority,
        Entry entry,
        Reentry reentry,
        @Nullable Goal goal,
        List<ExitRule> exitWhen,
        String start,
        List<Node> nodes) {

    /** Copies the lists. */
    public Graph {
        exitWhen = List.copyOf(exitWhen);
        nodes = List.copyOf(nodes);
    }

    /**
     * {@return a node}
     *
     * @param key its name
     */
    public Optional<Node> node(String key) {
        return nodes.stream().filter(node -> node.key().equals(key)).findFirst();
    }

    /** Whether a member who was in may come in again; being in twice at a time with one key is never possible. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "never", value = Never.class),
        @JsonSubTypes.Type(name = "always", value = Always.class),
        @JsonSubTypes.Type(name = "after", value = After.class)
    })
    @Schema(name = "JourneyReentry")
    public sealed interface Reentry {}

    /** Once only. */
    @Schema(name = "JourneyReentryNever")
    public record Never() implements Reentry {}

    /** As soon as the last time has ended. */
    @Schema(name = "JourneyReentryAlways")
    public record Always() implements Reentry {}

    /**
     * So many days after the last entry.
     *
     * @param days 1 to 3660
     */
    @Schema(name = "JourneyReentryAfter")
    public record After(int days) implements Reentry {}

    /**
     * What the journey is to bring about.
     *
     * @param event what the member is to do
     * @param exits whether the journey ends with it
     */
    @Schema(name = "JourneyGoal")
    public record Goal(EventMatch event, boolean exits) {}

    /** When a member leaves at once, wherever they stand. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "event", value = ExitByEvent.class),
        @JsonSubTypes.Type(name = "audience", value = ExitByAudience.class)
    })
    @Schema(name = "JourneyExitRule")
    public sealed interface ExitRule {}

    /**
     * Does something.
     *
     * @param event what
     */
    @Schema(name = "JourneyExitByEvent")
    public record ExitByEvent(EventMatch event) implements ExitRule {}

    /**
     * Comes into a saved audience or goes out of it.
     *
     * @param audience its number
     * @param change which of both
     */
    @Schema(name = "JourneyExitByAudience")
    public record ExitByAudience(long audience, Entry.Change change) implements ExitRule {}
}
