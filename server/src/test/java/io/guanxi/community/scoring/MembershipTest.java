package io.guanxi.community.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who belongs to a community from when to when. */
class MembershipTest {

    private CommunityLab lab;

    @BeforeEach
    void open(@TempDir Path temp) throws Exception {
        lab = new CommunityLab(temp, "2026-06-30");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void aJoinBeginsAStayAndALeaveEndsIt() {
        lab.did(1, 1, "2026-06-01", "Community Joined").did(1, 1, "2026-06-10", "Community Left");
        assertThat(stays(1)).containsExactly("2026-06-01..2026-06-10");
    }

    @Test
    void aMessageOfAStrangerBeginsAStay() {
        lab.did(1, 1, "2026-06-03", "Message Sent").did(1, 1, "2026-06-05", "Message Sent");
        assertThat(stays(1)).containsExactly("2026-06-03..null");
    }

    @Test
    void whoComesBackHasTwoStays() {
        lab.did(1, 1, "2026-06-01", "Community Joined")
                .did(1, 1, "2026-06-10", "Community Left")
                .did(1, 1, "2026-06-20", "Message Sent");
        assertThat(stays(1)).containsExactly("2026-06-01..2026-06-10", "2026-06-20..null");
    }

    @Test
    void whoLeavesAndRejoinsOnOneDayStays() {
        lab.did(1, 1, "2026-06-01", "Community Joined")
                .did(1, 1, "2026-06-10", "Community Left")
                .did(1, 1, "2026-06-10", "Community Joined");
        assertThat(stays(1)).containsExactly("2026-06-01..null");
    }

    @Test
    void whoJoinsAndLeavesOnOneDayWasThereThatDay() {
        lab.did(1, 1, "2026-06-10", "Community Joined").did(1, 1, "2026-06-10", "Community Left");
        assertThat(stays(1)).containsExactly("2026-06-10..2026-06-10");
    }

    @Test
    void aGoodbyeOnTheDayOfLeavingDoesNotBringBack() {
        lab.did(1, 1, "2026-06-01", "Community Joined")
                .did(1, 1, "2026-06-10", "Message Sent", 3)
                .did(1, 1, "2026-06-10", "Community Left");
        assertThat(stays(1)).containsExactly("2026-06-01..2026-06-10");
    }

    @Test
    void whoLeavesWithoutEverHavingBeenSeenIsNoMember() {
        lab.did(1, 1, "2026-06-10", "Community Left");
        assertThat(stays(1)).isEmpty();
    }

    @Test
    void aDeliveryMakesNoMemberAndTheFutureIsNotSeen() {
        lab.did(1, 1, "2026-06-10", "Message Delivered").did(1, 2, "2026-07-01", "Community Joined");
        assertThat(stays(1)).isEmpty();
        assertThat(lab.number("SELECT count(*) FROM community_membership")).isZero();
    }

    @Test
    void staysAreThoseOfReadingTheDaysOneByOne() {
        Random random = new Random(7);
        String[] events = {"Community Joined", "Community Left", "Message Sent"};
        List<List<String>> expected = new ArrayList<>();
        for (int member = 0; member < 24; member++) {
            List<String> stays = new ArrayList<>();
            LocalDate since = null;
            for (int day = 1; day <= 30; day++) {
                LocalDate date = LocalDate.of(2026, 6, day);
                int[] n = new int[3];
                for (int kind = 0; kind < 3; kind++) {
                    n[kind] = random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0;
                    if (n[kind] > 0) {
                        lab.did(1, member, date.toString(), events[kind], n[kind]);
                    }
                }
                boolean present = n[0] + n[2] > 0;
                boolean inside = since != null;
                boolean insideAfter = n[0] > n[1] || (n[1] == 0 && present) || (n[0] == n[1] || n[1] == 0) && inside;
                if (since == null && present) {
                    since = date;
                }
                if (!insideAfter && since != null) {
                    stays.add(since + ".." + date);
                    since = null;
                }
            }
            if (since != null) {
                stays.add(since + "..null");
            }
            expected.add(stays);
        }
        for (int member = 0; member < 24; member++) {
            assertThat(stays(member)).as("member %d", member).isEqualTo(expected.get(member));
        }
    }

    private List<String> stays(int member) {
        lab.make("community_membership");
        return lab.sql().sql("""
                        SELECT from_day || '..' || coalesce(CAST(until_day AS VARCHAR), 'null')
                        FROM community_membership WHERE member_no = ? ORDER BY from_day""").param(member).query(String.class).list();
    }
}
