package io.guanxi.community.figures;

/** What the forecast says about falling below the line. */
public enum Verdict {
    /** It will, within 52 weeks. */
    WITHIN,
    /** It declines, but not below the line within 52 weeks. */
    BEYOND,
    /** It does not decline. */
    RISING,
    /** It already is. */
    BELOW,
    /** Fewer than six full weeks are known: no forecast. */
    TOO_YOUNG,
    /** Nobody belongs to it. */
    EMPTY
}
