package io.guanxi.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * That something is not to be said any more.
 *
 * @param reason why, a word in capitals, e.g. {@code JOURNEY_LEFT}
 * @param service whether messages of the category {@code service} are taken back, too
 * @param what which messages
 */
public record Withdrawal(String reason, boolean service, What what) {

    /** Which messages. */
    public sealed interface What {}

    /**
     * All that an origin intended.
     *
     * @param kind of the origin
     * @param id of the origin
     * @param only a condition on their {@code o.key}, the calling module's own text
     * @param parameters of the condition, by name
     */
    public record OfOrigin(String kind, String id, String only, Map<String, ?> parameters) implements What {
        /** Copies the parameters. */
        public OfOrigin {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * What begins with a key.
     *
     * @param members a query, the calling module's own text, of {@code member_no}, whose messages, with every number they ever had, and
     *     {@code prefix}, with which their keys begin
     */
    public record OfMembers(String members) implements What {}

    /**
     * {@return a query of the {@code id}s of what is meant}
     *
     * @param table with the columns {@code id}, {@code key}, {@code member_no}, {@code origin_kind}, {@code origin_id}, {@code category}
     * @param open conditions on {@code o}, any of which holds; each with an index of its own
     */
    public String ids(String table, List<String> open) {
        List<String> found = new ArrayList<>();
        for (String condition : open) {
            found.add(switch (what) {
                        case OfOrigin origin -> """
                            SELECT o.id FROM %s o
                            WHERE %s AND o.origin_kind = :back_kind AND o.origin_id = :back_id AND (%s)""".formatted(table, condition, origin.only());
                        case OfMembers(String members) -> """
                            SELECT o.id FROM (%s) back JOIN %s o ON o.member_no = back.member_no
                            WHERE %s AND starts_with(o.key, back.prefix)""".formatted(members, table, condition);
                    }
                    + (service ? "" : " AND o.category <> 'service'"));
        }
        return String.join("\nUNION ALL\n", found);
    }

    /** {@return the parameters of {@link #ids}, by name} */
    public Map<String, ?> parameters() {
        return switch (what) {
            case OfOrigin origin -> {
                Map<String, Object> all = new HashMap<>(origin.parameters());
                all.put("back_kind", origin.kind());
                all.put("back_id", origin.id());
                yield all;
            }
            case OfMembers _ -> Map.of();
        };
    }
}
