package io.guanxi.community.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule that divides golden from silver. */
class GoldenLineTest {

    private CommunityLab lab;

    @BeforeEach
    void open(@TempDir Path temp) throws Exception {
        lab = new CommunityLab(temp, "2026-06-14");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void theLowestFifthIsSilver() {
        assertThat(silver(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).isEqualTo(2);
        assertThat(line()).isEqualTo(2.5);
    }

    @Test
    void aTieAcrossTheLimitIsGolden() {
        assertThat(silver(1, 2, 2, 4, 5, 6, 7, 8, 9, 10)).isEqualTo(1);
        assertThat(line()).isEqualTo(1.5);
    }

    @Test
    void aTieWithinTheLimitIsSilver() {
        assertThat(silver(1, 1, 3, 4, 5, 6, 7, 8, 9, 10)).isEqualTo(2);
    }

    @Test
    void equalCommunitiesAreAllGolden() {
        assertThat(silver(5, 5, 5, 5, 5)).isZero();
    }

    @Test
    void fourCommunitiesAreTooFewForALowestFifth() {
        assertThat(silver(1, 2, 3, 4)).isZero();
        assertThat(line()).isEqualTo(1);
    }

    @Test
    void anAbsoluteLineIsItself() {
        lab.with("golden_line_is_absolute", 1).with("golden_line", 6);
        assertThat(silver(1, 2, 3, 4, 5, 6, 7)).isEqualTo(5);
        assertThat(line()).isEqualTo(6);
    }

    private double silver(double... values) {
        for (int i = 0; i < values.length; i++) {
            lab.did(i, 100 + i, "2026-06-01", "Community Joined").worth(100 + i, values[i]);
        }
        lab.make("community_score");
        return lab.number("SELECT count(*) FROM community_score WHERE stage = 'SILVER'");
    }

    private double line() {
        return lab.number("SELECT line FROM community_line WHERE measure = 'VALUE'");
    }
}
