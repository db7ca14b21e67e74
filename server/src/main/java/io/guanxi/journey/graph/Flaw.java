package io.guanxi.journey.graph;

import io.guanxi.platform.Problem.Fault;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that can be wrong with a journey's definition. The console has words of its own for each, by its code. */
public enum Flaw {
    NO_OBJECT("an object is wanted here"),
    FIELD_UNKNOWN("no field of this name has a meaning here; known are {known}"),
    MISSING("this field is missing"),
    NO_KIND("an object with a field \"kind\" is wanted here"),
    KIND_UNKNOWN("no such kind; known are {known}"),
    NO_LINE("one line of 1 to {most} characters is wanted here"),
    NO_TEXT("a text of 1 to {most} characters is wanted here"),
    NO_WHOLE_NUMBER("a whole number is wanted here"),
    OUT_OF_RANGE("{number} is not from {least} to {most}"),
    NO_NUMBER("a number from 1 is wanted here"),
    NO_TRUTH("true or false is wanted here"),
    NO_TIME("a time of day such as 09:30 is wanted here"),
    SPLIT_SECOND("a time to the second is wanted here"),
    NO_SUCH_WORD("one of {known} is wanted here"),
    LIST_LENGTH("a list of {least} to {most} is wanted here"),
    NEVER_MISSED("what this waits for cannot be missed"),
    NO_TAG("a tag to add or to remove is wanted here"),
    NO_POINTS("some points to give or to take are wanted here"),
    SAME_ANSWER("another way is taken by \"{answer}\" already"),
    PERCENTS("the percents add up to {sum}, not to 100"),
    SAME_ARM("an arm stands here twice"),
    NO_SPAN("at least a minute is wanted here, in days, hours or minutes"),
    PROPERTY_NAME("a property's name holds no quote and no backslash"),
    CONDITION("{detail}"),
    SAME_NAME("another node has this name"),
    NODE_UNKNOWN("there is no node \"{node}\""),
    NOT_REACHED("no way leads to \"{node}\""),
    GOES_ROUND("the way from \"{node}\" leads back to it without a wait that takes time"),
    AUDIENCE_UNKNOWN("there is no audience with the number {number}"),
    JOURNEY_UNKNOWN("there is no published journey with the number {number}"),
    LEADS_BACK("journey {number} leads back into this one"),
    EXPERIMENT_UNKNOWN("there is no experiment of members, planned or running, with the number {number}"),
    OTHER_ARMS("the arms of the experiment are {known}"),
    TEMPLATE_UNKNOWN("there is no template with the number {number}"),
    TAG_NOT_IN_USE("there is no tag in use with the number {number}"),
    TAG_UNKNOWN("there is no tag with the number {number}"),
    NOBODY_KEEPS_POINTS("no module keeps points yet"),
    NO_ADDRESS("an http or https address is wanted here"),
    NO_SECRET("calls cannot be signed: GUANXI_MESSAGING_WEBHOOK_SECRET is not set");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    /** {@return its stable code} */
    public String code() {
        return "journey." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@return it at a place}
     *
     * @param pointer the place, as a JSON pointer
     * @param values what its words fill in, in their order
     */
    public Fault at(String pointer, Object... values) {
        Map<String, String> named = new LinkedHashMap<>();
        StringBuilder message = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(words);
        for (int i = 0; placeholder.find(); i++) {
            String value = String.valueOf(values[i]);
            named.put(placeholder.group(1), value);
            placeholder.appendReplacement(message, Matcher.quoteReplacement(value));
        }
        return new Fault(
                null, pointer, placeholder.appendTail(message).toString(), code(), named.isEmpty() ? null : named);
    }
}
