package io.guanxi.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds members by what somebody types, and the numbers under which their events stand. */
@Component
public class MemberSearch {

    /** Behind what is typed: asks for what begins so, even where something is exactly so. */
    private static final String ANY_END = "*";

    private static final String LAST_CHARACTER = "\uDBFF\uDFFF";

    private static final String KEYS = "SELECT member_no FROM identifier WHERE key IN (:exact)";
    private static final String ONE_KEY = "SELECT member_no FROM identifier WHERE key = :key AND kind = :kind";
    private static final String NAMES = "SELECT member_no FROM trait WHERE name = 'name' AND value = :name";

    /**
     * In the order of the index, so that PostgreSQL reads no more of it than is wanted, however many begin so; without the order it
     * would read them all where it takes them for few.
     */
    private static final String KEYS_BEGIN = """
            (SELECT %1$d AS of, member_no FROM identifier
             WHERE key >= :from%1$d AND key < :to%1$d AND key NOT IN (:exact) ORDER BY key LIMIT :most)
            """;

    private static final String NAMES_BEGIN = """
            (SELECT -1 AS of, member_no FROM trait
             WHERE name = 'name' AND value >= :fromName AND value < :toName AND value <> :name ORDER BY value LIMIT :most)
            """;

    /** A row of numbers for some ten thousand members: a row each would be a hundred bytes each, and by a cursor none would help to scan. */
    private static final String WITH_TRAIT = """
            SELECT array_agg(member_no) FROM trait
            WHERE name = :name AND value IN (to_json(:value::text)::text, :value)
            GROUP BY member_no >> 14
            """;

    private final JdbcClient postgres;

    MemberSearch(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** How somebody was found. */
    public enum Way {
        /** What was typed is an identifier or a name, and as far as may be told nothing else begins so. */
        EXACT,
        /** It is an identifier or a name; others that begin so are left out. */
        EXACT_OF_MORE,
        /** All whose identifier or name begins so. */
        BEGINNING,
        /** More begin so than are looked at: nobody is found. */
        TOO_MANY
    }

    /**
     * Who was found.
     *
     * @param members live members
     * @param way how
     */
    public record Found(RoaringBitmap members, Way way) {}

    /**
     * {@return live members with this identifier, whatever its kind, or this name; where there is none, those whose identifier or name
     * begins so}
     *
     * @param text what was typed; {@code kind:key} looks among that kind only; with {@code *} at its end for what begins so
     * @param beginnings whether what begins so may be looked for
     * @param most how many identifiers or names that begin so are looked at
     */
    public Found find(String text, boolean beginnings, int most) {
        String typed = text.strip();
        boolean open = typed.endsWith(ANY_END);
        Typed said = Typed.of(open ? typed.substring(0, typed.length() - 1).strip() : typed);
        if (said.whole().isEmpty()) {
            return new Found(new RoaringBitmap(), Way.EXACT);
        }
        RoaringBitmap members = exact(said);
        if (!beginnings) {
            return new Found(members, Way.EXACT);
        }
        if (!open && !members.isEmpty()) {
            return new Found(members, begin(said, 1).isEmpty() ? Way.EXACT : Way.EXACT_OF_MORE);
        }
        Map<Integer, List<Integer>> begun = begin(said, most + 1);
        if (begun.values().stream().anyMatch(some -> some.size() > most)) {
            return new Found(new RoaringBitmap(), Way.TOO_MANY);
        }
        begun.values().forEach(some -> some.forEach(members::add));
        return new Found(members, Way.BEGINNING);
    }

    /**
     * What was typed, as it may be written down.
     *
     * @param whole as typed
     * @param keys as a key may be spelt
     * @param beginnings as a key may begin
     * @param kind before the colon; empty where there is none
     * @param key behind the colon
     */
    private record Typed(String whole, Set<String> keys, Set<String> beginnings, String kind, String key) {

        static Typed of(String whole) {
            String digits = whole.replaceAll("[ ()-]", "");
            String phone = digits.replaceFirst("^(\\+|00)86(?=1[0-9]{10}$)", "");
            String begun = digits.matches("(\\+|00)86[0-9]+") ? digits.replaceFirst("^(\\+|00)86", "") : phone;
            String small = whole.toLowerCase(Locale.ROOT);
            Set<String> keys = new LinkedHashSet<>(List.of(whole));
            keys.add(phone);
            keys.add(small);
            keys.remove("");
            Set<String> beginnings = new LinkedHashSet<>(List.of(whole));
            beginnings.add(small);
            if (begun.matches("[0-9]+")) {
                beginnings.add(begun);
            }
            int colon = whole.indexOf(':');
            return new Typed(
                    whole,
                    keys,
                    beginnings,
                    colon < 0 ? "" : whole.substring(0, colon),
                    colon < 0 ? "" : whole.substring(colon + 1));
        }

        /** {@return the name as a JSON text without its end} */
        String name() {
            return "\"" + whole.replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }

    private RoaringBitmap exact(Typed said) {
        List<String> parts = new ArrayList<>(List.of(KEYS, NAMES));
        if (!said.kind().isEmpty()) {
            parts.add(ONE_KEY);
        }
        RoaringBitmap members = new RoaringBitmap();
        postgres.sql(String.join("\nUNION ALL\n", parts))
                .param("exact", said.keys())
                .param("kind", said.kind())
                .param("key", said.key())
                .param("name", said.name() + "\"")
                .query(row -> {
                    members.add(row.getInt(1));
                });
        return members;
    }

    /** Who begins so without being exactly so, by the spelling; of each at most so many. */
    private Map<Integer, List<Integer>> begin(Typed said, int most) {
        List<String> parts = new ArrayList<>(List.of(NAMES_BEGIN));
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String beginning : said.beginnings()) {
            int of = parts.size();
            parts.add(KEYS_BEGIN.formatted(of));
            parameters.put("from" + of, beginning);
            parameters.put("to" + of, beginning + LAST_CHARACTER);
        }
        parameters.put("fromName", said.name());
        parameters.put("toName", said.name() + LAST_CHARACTER);
        parameters.put("name", said.name() + "\"");
        parameters.put("exact", said.keys());
        parameters.put("most", most);
        Map<Integer, List<Integer>> found = new LinkedHashMap<>();
        postgres.sql(String.join("UNION ALL\n", parts)).params(parameters).query(row -> {
            found.computeIfAbsent(row.getInt(1), of -> new ArrayList<>()).add(row.getInt(2));
        });
        return found;
    }

    /**
     * {@return live members of whom this was last said; reads the traits of all members}
     *
     * @param name of the trait
     * @param value its text, number or truth value as text
     */
    public RoaringBitmap withTrait(String name, String value) {
        RoaringBitmap members = new RoaringBitmap();
        postgres.sql(WITH_TRAIT).param("name", name).param("value", value).query(row -> {
            for (Integer no : (Integer[]) row.getArray(1).getArray()) {
                members.add(no);
            }
        });
        return members;
    }

    /**
     * {@return all numbers under which a member's events stand: its own and those of the members merged into it}
     *
     * @param memberNo a live member
     */
    public List<Integer> numbersOf(int memberNo) {
        return postgres.sql(
                        "SELECT :no::integer UNION SELECT member_no FROM member_alias WHERE into_no = :no ORDER BY 1")
                .param("no", memberNo)
                .query(Integer.class)
                .list();
    }
}
