package io.guanxi.audience.web;

import io.guanxi.access.Masking;
import io.guanxi.identity.HeldIdentifier;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Member;
import io.guanxi.identity.Trait;
import io.guanxi.mart.Mart;
import io.guanxi.platform.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages of members by number; four statements a page, whatever its length. */
@Component
class AudienceMembers {

    private final Identities identities;
    private final Masking masking;
    private final Mart mart;
    private final JsonMapper json;

    AudienceMembers(Identities identities, Masking masking, Mart mart, JsonMapper json) {
        this.identities = identities;
        this.masking = masking;
        this.mart = mart;
        this.json = json;
    }

    /** {@return numbers of a bitmap after one, in order} */
    static List<Integer> after(RoaringBitmap members, int after, int most) {
        List<Integer> numbers = new ArrayList<>();
        var iterator = members.getIntIterator();
        iterator.advanceIfNeeded(after + 1);
        while (iterator.hasNext() && numbers.size() < most) {
            numbers.add(iterator.next());
        }
        return numbers;
    }

    /** {@return some members spread evenly over a bitmap} */
    static List<Integer> sample(RoaringBitmap members, int most) {
        List<Integer> numbers = new ArrayList<>();
        long count = members.getLongCardinality();
        for (int i = 0; i < Math.min(most, count); i++) {
            numbers.add(members.select((int) (count * i / Math.min(most, count))));
        }
        return numbers;
    }

    private record Found(
            int no,
            @Nullable Double value,
            @Nullable String stage,
            @Nullable String layer,
            @Nullable String level) {}

    /** {@return members in the order of their numbers; who is gone meanwhile is left out} */
    List<AudienceMember> of(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Integer, Member> members = identities.members(numbers);
        Map<Integer, List<Trait>> traits = identities.traitsOf(numbers);
        Map<Integer, List<HeldIdentifier>> identifiers = identities.identifiersOf(numbers);
        Map<Integer, Found> scores = new HashMap<>();
        mart.sql()
                .sql("SELECT member_no, round(value, 1) AS value, stage, layer, level FROM ground.member_score WHERE "
                        + SqlText.among("member_no", "numbers"))
                .param("numbers", numbers.toString())
                .query(row -> {
                    scores.put(
                            row.getInt(1),
                            new Found(
                                    row.getInt(1),
                                    row.getDouble(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)));
                });
        return numbers.stream()
                .filter(members::containsKey)
                .map(no -> {
                    Found score = scores.getOrDefault(no, new Found(no, null, null, null, null));
                    Member member = members.get(no);
                    return new AudienceMember(
                            no,
                            name(traits.getOrDefault(no, List.of())),
                            phone(identifiers.getOrDefault(no, List.of())),
                            member == null ? null : member.channel(),
                            score.value(),
                            score.stage(),
                            score.layer(),
                            score.level());
                })
                .toList();
    }

    private @Nullable String name(List<Trait> traits) {
        for (Trait trait : traits) {
            if (trait.name().equals("name")) {
                JsonNode value = json.readTree(trait.value());
                return masking.name(value.isString() ? value.asString() : null);
            }
        }
        return null;
    }

    private @Nullable String phone(List<HeldIdentifier> identifiers) {
        return identifiers.stream()
                .filter(held -> held.kind().equals("phone"))
                .findFirst()
                .map(held -> masking.phone(held.key()))
                .orElse(null);
    }
}
