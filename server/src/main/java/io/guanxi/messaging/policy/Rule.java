package io.guanxi.messaging.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/** A named rule of the reach policy. Rules are asked in their order; the first that objects gives the reason. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "CONSENT", value = Rule.Consent.class),
    @JsonSubTypes.Type(name = "QUIET_HOURS", value = Rule.QuietHours.class),
    @JsonSubTypes.Type(name = "FREQUENCY_CAP", value = Rule.FrequencyCap.class),
    @JsonSubTypes.Type(name = "HOLDOUT", value = Rule.Holdout.class),
    @JsonSubTypes.Type(name = "YIELD", value = Rule.Yield.class)
})
public sealed interface Rule {

    /** Category of messages that answer what a member did, such as news of an order: no marketing, so nobody unsubscribes from it. */
    String SERVICE = "service";

    /** {@return its name, as people call it} */
    String name();

    /** {@return which messages it looks at} */
    Applies applies();

    /** What happens to a message that is not said now. */
    enum Then {
        /** It is looked at again later. */
        LATER,
        /** It is never said. */
        SKIP
    }

    /**
     * Which messages a rule looks at.
     *
     * @param channels names; empty for all
     * @param categories names; empty for all
     * @param exceptCategories names it never looks at
     */
    @Schema(name = "RuleApplies")
    record Applies(Set<String> channels, Set<String> categories, Set<String> exceptCategories) {

        /** Copies; what is missing is empty. */
        public Applies {
            channels = channels == null ? Set.of() : Set.copyOf(channels);
            categories = categories == null ? Set.of() : Set.copyOf(categories);
            exceptCategories = exceptCategories == null ? Set.of() : Set.copyOf(exceptCategories);
        }

        /**
         * {@return whether it looks at a message}
         *
         * @param channel the message's
         * @param category the message's
         */
        public boolean to(String channel, String category) {
            return (channels.isEmpty() || channels.contains(channel))
                    && (categories.isEmpty() || categories.contains(category))
                    && !exceptCategories.contains(category);
        }
    }

    /**
     * Nobody who took the consent back is reached; where it must be given, only who gave it.
     *
     * @param name as people call it
     * @param applies which messages it looks at
     * @param mustBeGiven whether silence is a no
     */
    @Schema(name = "RuleConsent")
    record Consent(String name, Applies applies, boolean mustBeGiven) implements Rule {}

    /**
     * Nothing is said by night, where the member is: by the trait {@code timezone}, else the brand's zone.
     *
     * @param name as people call it
     * @param applies which messages it looks at
     * @param from local time at which the night begins, {@code HH:mm}
     * @param to local time at which it ends; before {@code from} it is the next morning's
     * @param then whether what is due is said in the morning, or never
     */
    @Schema(name = "RuleQuietHours")
    record QuietHours(String name, Applies applies, String from, String to, Then then) implements Rule {}

    /**
     * A member gets at most so many of the messages it looks at within any stretch of so many hours.
     *
     * @param name as people call it
     * @param applies which messages it looks at, and counts
     * @param most how many
     * @param hours how long the stretch is
     * @param then whether one too many is said later, or never
     */
    @Schema(name = "RuleFrequencyCap")
    record FrequencyCap(String name, Applies applies, int most, int hours, Then then) implements Rule {}

    /**
     * A message waits while one of higher priority for the same member is due within so many minutes, or was said within them.
     *
     * @param name as people call it
     * @param applies which messages it looks at
     * @param minutes how long
     */
    @Schema(name = "RuleYield")
    record Yield(String name, Applies applies, int minutes) implements Rule {}

    /**
     * Nothing is said to who is in the global holdout.
     *
     * @param name as people call it
     * @param applies which messages it looks at
     */
    @Schema(name = "RuleHoldout")
    record Holdout(String name, Applies applies) implements Rule {}
}
