package io.guanxi.community.web;

import io.guanxi.community.web.CommunitySummary.Standing;
import io.guanxi.platform.Problem;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Orders of the list. What has no such figure comes last, whichever way; equals stand by key. */
final class CommunityOrder {

    private CommunityOrder() {}

    /**
     * {@return the order a request asks for}
     *
     * @param sort a field, with {@code -} for descending
     */
    static Comparator<CommunitySummary> of(String sort) {
        boolean descending = sort.startsWith("-");
        Comparator<CommunitySummary> order =
                switch (descending ? sort.substring(1) : sort) {
                    case "name" -> by(it -> it.name(), descending);
                    case "value" -> by(it -> it.standing().value(), descending);
                    case "change" -> by(it -> it.standing().change(), descending);
                    case "members" -> by(it -> it.standing().members(), descending);
                    case "activeShare" -> by(it -> it.standing().activeShare(), descending);
                    case "highValueMembers" -> by(it -> it.standing().highValueMembers(), descending);
                    case "messages" -> by(it -> it.standing().messages(), descending);
                    case "spend" -> by(it -> it.standing().spend(), descending);
                    case "age" -> by(it -> it.standing().ageWeeks(), descending);
                    case "belowLine" -> by(it -> weeksLeft(it.standing()), descending);
                    default ->
                        throw Problem.badRequest(
                                "community.sort-unknown",
                                "Communities are sorted by value, change, members, activeShare, highValueMembers, messages, spend,"
                                        + " age, name or belowLine, with - for descending.");
                };
        return order.thenComparing(CommunitySummary::key);
    }

    private static @Nullable Integer weeksLeft(Standing standing) {
        return standing.belowLine() == null ? null : standing.belowLine().weeks();
    }

    /** What is compared; null where it is not known. */
    private interface Figure<T> {
        @Nullable
        T of(CommunitySummary community);
    }

    private static <T extends Comparable<? super T>> Comparator<CommunitySummary> by(
            Figure<T> figure, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (a, b) -> {
            T left = figure.of(a);
            T right = figure.of(b);
            if (left == null || right == null) {
                return Boolean.compare(left == null, right == null);
            }
            return order.compare(left, right);
        };
    }
}
