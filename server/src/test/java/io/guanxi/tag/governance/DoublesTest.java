package io.guanxi.tag.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;

class DoublesTest {

    @Property(tries = 100)
    void goingThroughBySizeFindsThePairsThatComparingAllFinds(@ForAll long seed) {
        Random dice = new Random(seed);
        List<Set<Integer>> tags = new ArrayList<>();
        for (int tag = 0; tag < 12; tag++) {
            Set<Integer> members =
                    tag > 0 && dice.nextBoolean() ? new HashSet<>(tags.get(dice.nextInt(tag))) : new HashSet<>();
            for (int i = dice.nextInt(20); i > 0; i--) {
                members.add(dice.nextInt(60));
            }
            tags.add(members);
        }
        Doubles doubles = new Doubles();
        List<Integer> bySize = new ArrayList<>();
        for (int tag = 0; tag < tags.size(); tag++) {
            bySize.add(tag);
        }
        bySize.sort(Comparator.comparing(tag -> tags.get(tag).size()));
        for (int tag : bySize) {
            RoaringBitmap members = new RoaringBitmap();
            tags.get(tag).forEach(members::add);
            doubles.next(tag, "tag " + tag, members);
        }
        Set<List<Integer>> expected = new HashSet<>();
        for (int one = 0; one < tags.size(); one++) {
            for (int other = one + 1; other < tags.size(); other++) {
                Set<Integer> both = new HashSet<>(tags.get(one));
                both.retainAll(tags.get(other));
                Set<Integer> either = new HashSet<>(tags.get(one));
                either.addAll(tags.get(other));
                if (!both.isEmpty() && (double) both.size() / either.size() >= Doubles.LEAST_OVERLAP) {
                    expected.add(List.of(one, other));
                }
            }
        }
        assertThat(doubles.found().stream()
                        .map(it -> List.of(it.tag(), it.other()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "高价值 | 高 价值 | true",
                "ＶＩＰ客户 | vip客户 | true",
                "price sensitive | price-sensitiv | true",
                "2026春季活动 | 2025春季活动 | false",
                "奶茶 | 奶粉 | false",
                "宝宝1岁 | 宝宝2岁 | false",
            })
    void namesAreAlikeOrNot(String one, String other, boolean alike) {
        assertThat(SimilarNames.alike(one, other)).isEqualTo(alike);
        assertThat(SimilarNames.alike(other, one)).isEqualTo(alike);
    }
}
