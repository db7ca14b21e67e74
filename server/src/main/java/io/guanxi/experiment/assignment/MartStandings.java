package io.guanxi.experiment.assignment;

import io.guanxi.mart.Mart;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
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
        // one text with all numbers: a parameter a member would be a statement of a megabyte
        mart.sql()
                .sql("""
                        SELECT member_no, stage, layer, r || '-' || f || '-' || m, value FROM member_score
                        WHERE member_no IN (SELECT unnest(CAST(string_split(?, ',') AS INTEGER[])))""")
                .param(Arrays.stream(members).mapToObj(Integer::toString).collect(Collectors.joining(",")))
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
