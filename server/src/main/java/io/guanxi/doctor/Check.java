package io.guanxi.doctor;

/**
 * One comparison.
 *
 * @param name what must hold, in words
 * @param ok whether it holds
 * @param expected the figure of the one side
 * @param actual the figure of the other
 */
public record Check(String name, boolean ok, long expected, long actual) {

    static Check equal(String name, long expected, long actual) {
        return new Check(name, expected == actual, expected, actual);
    }
}
