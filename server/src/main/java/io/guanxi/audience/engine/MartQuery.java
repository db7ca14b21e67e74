package io.guanxi.audience.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A leaf as a query on the mart.
 *
 * @param sql SELECT of {@code member_no}, not distinct
 * @param texts its parameters: what somebody typed never stands in the statement
 * @param inverted whether it finds those for whom the leaf does not hold
 */
record MartQuery(String sql, List<String> texts, boolean inverted) {

    MartQuery {
        texts = List.copyOf(texts);
    }

    /** {@return one query that finds what any of these find; they are inverted alike} */
    static MartQuery union(List<MartQuery> queries) {
        return new MartQuery(
                queries.stream().map(MartQuery::sql).collect(Collectors.joining(" UNION ALL ")),
                queries.stream().flatMap(query -> query.texts().stream()).toList(),
                queries.getFirst().inverted());
    }

    static MartQuery of(String sql, List<String> texts) {
        return new MartQuery(sql, texts, false);
    }
}
