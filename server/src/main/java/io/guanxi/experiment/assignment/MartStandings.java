package io.guanxi.experiment.assignment;

import io.guanxi.mart.Mart;
import io.guanxi.platform.SqlText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** As the mart knows it. */
@Component
@Profile("!worker")
class MartStandings implements Standings {

    private final Mart mart;

    MartStandings(Mart mart) {
        this.mart = mart;
    }

    @Override
    public RoaringBitmap everybody() {
        RoaringBitmap members = new RoaringBitmap();
        mart.sql().sql("SELECT member_no FROM member").query(row -> {
            members.add(row.getInt(1));
        });
        return members;
    }

    @Override
    public Columns of(int[] members) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            places.put(members[i], i);
        }
        Columns columns = new Columns(
                new String[members.length],
                new String[members.length],
                new String[members.length],
                new Float[members.length]);
        mart.sql()
                .sql("""
                        SELECT member_no, stage, layer, r || '-' || f || '-' || m, value FROM ground.member_score
                        WHERE\s""" + SqlText.among("member_no", "members"))
                .param("members", Arrays.toString(members))
                .query(row -> {
                    Integer place = places.get(row.getInt(1));
                    if (place != null) {
                        columns.stage()[place] = row.getString(2);
                        columns.layer()[place] = row.getString(3);
                        columns.rfm()[place] = row.getString(4);
                        columns.value()[place] = row.getFloat(5);
                    }
                });
        return columns;
    }
}
