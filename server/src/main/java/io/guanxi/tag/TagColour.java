package io.guanxi.tag;

/** Colours of tags; both themes show them. */
public enum TagColour {
    /** Grey. */
    GREY,
    /** Blue. */
    BLUE,
    /** Cyan. */
    CYAN,
    /** Green. */
    GREEN,
    /** Lime. */
    LIME,
    /** Gold. */
    GOLD,
    /** Orange. */
    ORANGE,
    /** Red. */
    RED,
    /** Magenta. */
    MAGENTA,
    /** Purple. */
    PURPLE
}
