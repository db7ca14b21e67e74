package io.guanxi.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds members by what somebody types, and the numbers under which their events stand. */
@Component
public class MemberSearch {

    private static final String BY_IDENTIFIER = """
            SELECT DISTINCT member_no FROM identifier
            WHERE %s
            """;
    private static final String BY_NAME = """
            SELECT DISTINCT member_no FROM trait
            WHERE name = 'name' AND (%s)
            """;

    private final JdbcClient postgres;

    MemberSearch(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * {@return live members with this identifier, whatever its kind, or this name}
     *
     * @param text what was typed; {@code kind:key} looks among that kind only
     * @param beginnings whether identifiers and names that begin with the text are found as well
     * @param most at most so many
     */
    public List<Integer> find(String text, boolean beginnings, int most) {
        String typed = text.strip();
        String phone = typed.replaceAll("[ ()-]", "").replaceFirst("^(\\+|00)86(?=1[0-9]{10}$)", "");
        int colon = typed.indexOf(':');
        String key = "key IN (:typed, :phone, lower(:typed)) OR (kind = :kind AND key = :key)";
        String name = "value = to_json(:typed::text)::text";
        if (beginnings) {
            key += " OR key >= :typed AND key < :typed || U&'\\+10FFFF'";
            name += " OR value >= :begun AND value < :begun || U&'\\+10FFFF'";
        }
        return postgres.sql(
                        BY_IDENTIFIER.formatted(key) + "UNION " + BY_NAME.formatted(name) + "ORDER BY 1 LIMIT :most")
                .param("typed", typed)
                .param("phone", phone)
                .param("kind", colon < 0 ? "" : typed.substring(0, colon))
                .param("key", colon < 0 ? "" : typed.substring(colon + 1))
                .param("begun", "\"" + typed)
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    /**
     * {@return live members of whom this was last said, by number; reads the traits of all members}
     *
     * @param name of the trait
     * @param value its text, number or truth value as text
     * @param most at most so many
     */
    public List<Integer> withTrait(String name, String value, int most) {
        return postgres.sql("""
                        SELECT member_no FROM trait
                        WHERE name = :name AND value IN (to_json(:value::text)::text, :value)
                        ORDER BY member_no LIMIT :most""")
                .param("name", name)
                .param("value", value)
                .param("most", most)
                .query(Integer.class)
                .list();
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
