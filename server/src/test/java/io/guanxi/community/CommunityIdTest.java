package io.guanxi.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How communities are named in paths. */
class CommunityIdTest {

    @ParameterizedTest
    @CsvSource({"c07, c07", "群, ~576k", "a/b, ~YS9i", "rule, ~cnVsZQ", "..., ~Li4u", "~x, ~fng"})
    void anIdIsTheKeyWhereThatIsSafe(String key, String id) {
        assertThat(new CommunityId(key).text()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c07", "护肤闺蜜01群", "a/b?c#d", "rule", "..", "~", "~x", "a b", "😀"})
    void theIdLeadsBackToTheKey(String key) {
        assertThat(CommunityId.of(new CommunityId(key).text()).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"护肤闺蜜01群", "a b", "~~~"})
    void theKeyItselfIsTakenToo(String key) {
        assertThat(CommunityId.of(key).key()).isEqualTo(key);
    }
}
