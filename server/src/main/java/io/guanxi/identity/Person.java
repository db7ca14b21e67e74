package io.guanxi.identity;

import java.util.List;

/**
 * Everything by which one person's data can be found.
 *
 * @param memberNo the live member
 * @param numbers that number and those of the members merged into it: stores that are never rewritten on a merge hold any of
 *     them
 * @param identifiers {@code kind:key} in their normal form; what a source sent may be written differently
 */
public record Person(int memberNo, List<Integer> numbers, List<String> identifiers) {

    /** Copies the lists. */
    public Person {
        numbers = List.copyOf(numbers);
        identifiers = List.copyOf(identifiers);
    }
}
