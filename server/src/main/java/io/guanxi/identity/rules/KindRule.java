package io.guanxi.identity.rules;

/**
 * How many values of a kind one member may hold.
 *
 * @param kind the kind of identifier, e.g. {@code phone}
 * @param strong whether it names a person, not a thing that people share
 * @param most values one member may hold, 1 to 1000
 * @param mostAWeek of them linked within seven days of event time, 1 to {@code most}
 */
record KindRule(String kind, boolean strong, int most, int mostAWeek) {}
