package io.guanxi.experiment.programme;

import java.util.List;

/** By what members are measured; each is a figure a member, so that it can be compared. */
enum Outcomes {
    /** 1 where the member ordered, else 0. */
    BUYERS("buyers"),
    /** Orders. */
    ORDERS("orders"),
    /** Money of completed orders, before refunds. */
    GMV("gmv"),
    /** Money of completed orders less refunds: what the member was worth in these days. */
    VALUE("value"),
    /** 1 where the member did something of their own in the last days, answers to our messages aside. */
    RETAINED("retained"),
    /** The value by the value model at the end of the days, without what only those can do who are sent messages. */
    SCORE("score");

    /** Those of the layer report and of the programme. */
    static final List<Outcomes> ALL = List.of(values());

    /** Those of a touchpoint: what members did from the day on which they were first meant to be reached. */
    static final List<Outcomes> ORDERED = List.of(BUYERS, ORDERS, GMV);

    private final String code;

    Outcomes(String code) {
        this.code = code;
    }

    /** {@return as reports call it} */
    String code() {
        return code;
    }

    /** {@return whether so much more a member, times the members, is so much more of something} */
    boolean addsUp() {
        return this != SCORE;
    }

    /** {@return its place among all of them} */
    int place() {
        return ALL.indexOf(this);
    }
}
