package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import java.util.List;
import java.util.Map;

/**
 * Whether an expression holds for one member, part by part, and why.
 *
 * @param pointer JSON pointer of the part, empty for the whole
 * @param expression the part
 * @param holds whether it holds
 * @param facts what of the mart decides it, by name
 * @param of its parts
 */
public record Explained(
        String pointer, Expression expression, boolean holds, Map<String, String> facts, List<Explained> of) {}
