package io.guanxi.audience.engine;

import java.util.List;

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

    static MartQuery of(String sql, List<String> texts) {
        return new MartQuery(sql, texts, false);
    }
}
