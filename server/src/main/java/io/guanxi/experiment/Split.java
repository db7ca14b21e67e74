package io.guanxi.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.roaringbitmap.RoaringBitmap;

/**
 * Divides members at random, always the same way: the first 32 bits of {@code MD5(salt:member_no)} are a point between 0 and 1,
 * and the arms lie side by side on that line, as wide as their weights. Java, PostgreSQL and DuckDB find the same arm, because
 * all three have MD5; it is taken for its even spread, not as a secret.
 *
 * @param salt letters, digits and {@code . : _ -}; another salt divides independently of this one
 * @param weights one per arm, at least two, none below 0; only their proportions count, and an arm of 0 gets nobody
 */
public record Split(String salt, List<Double> weights) {

    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9.:_-]{1,100}");
    private static final double POINTS = 0x1p32;

    /** Refuses a salt that is no word, and weights that divide nothing. */
    public Split {
        weights = List.copyOf(weights);
        if (!SALT.matcher(salt).matches()) {
            throw new IllegalArgumentException("a salt has 1 to 100 letters, digits, . : _ -");
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (weights.size() < 2 || weights.stream().anyMatch(weight -> !(weight >= 0)) || !(sum > 0 && sum < 1e12)) {
            throw new IllegalArgumentException("a split has at least two weights, none below 0, and one above");
        }
    }

    /**
     * {@return a split that holds a share back: arm 0 is held out, arm 1 is not}
     *
     * @param salt of its own
     * @param share above 0, below 1
     */
    public static Split holdout(String salt, double share) {
        return new Split(salt, List.of(share, 1 - share));
    }

    /**
     * {@return the arm of a member, from 0}
     *
     * @param memberNo who
     */
    public int armOf(int memberNo) {
        return armOf(Integer.toString(memberNo));
    }

    /**
     * {@return the arm of anything with a key, e.g. a community, from 0}
     *
     * @param unit its key
     */
    public int armOf(String unit) {
        return arm(md5(), ends(), unit);
    }

    /**
     * {@return the members of each arm, in the order of the arms}
     *
     * @param members who are divided
     */
    public List<RoaringBitmap> divide(RoaringBitmap members) {
        List<RoaringBitmap> arms = new ArrayList<>();
        weights.forEach(_ -> arms.add(new RoaringBitmap()));
        MessageDigest md5 = md5();
        long[] ends = ends();
        members.forEach((int memberNo) ->
                arms.get(arm(md5, ends, Integer.toString(memberNo))).add(memberNo));
        return arms;
    }

    /**
     * {@return an SQL expression of the arm, from 0, the same in PostgreSQL and DuckDB}
     *
     * @param column the statement's own column that holds the member's number; never text of a user
     */
    public String sql(String column) {
        StringBuilder cases = new StringBuilder("CASE");
        long[] ends = ends();
        for (int arm = 0; arm < ends.length - 1; arm++) {
            String end = ends[arm] < POINTS ? "%08x".formatted(ends[arm]) : "g"; // after every hex digit
            cases.append(" WHEN substr(md5('%s:' || %s), 1, 8) < '%s' THEN %d".formatted(salt, column, end, arm));
        }
        return cases.append(" ELSE ").append(ends.length - 1).append(" END").toString();
    }

    private int arm(MessageDigest md5, long[] ends, String unit) {
        byte[] hash = md5.digest((salt + ":" + unit).getBytes(StandardCharsets.UTF_8));
        long point = (hash[0] & 0xFFL) << 24 | (hash[1] & 0xFFL) << 16 | (hash[2] & 0xFFL) << 8 | hash[3] & 0xFFL;
        int arm = 0;
        while (arm < ends.length - 1 && point >= ends[arm]) {
            arm++;
        }
        return arm;
    }

    /** Where each arm ends on the line of 2^32 points. */
    private long[] ends() {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        long[] ends = new long[weights.size()];
        double reached = 0;
        for (int arm = 0; arm < ends.length; arm++) {
            reached += weights.get(arm);
            ends[arm] = Math.round(reached / sum * POINTS);
        }
        return ends;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
