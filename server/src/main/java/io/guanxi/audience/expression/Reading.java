package io.guanxi.audience.expression;

import io.guanxi.platform.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What became of a JSON text that should be an expression. */
public sealed interface Reading {

    /**
     * It is one.
     *
     * @param expression which
     */
    record Understood(Expression expression) implements Reading {}

    /**
     * It is none.
     *
     * @param code stable, e.g. {@code audience.window-impossible}
     * @param pointer the exact place, an RFC 6901 JSON pointer into the expression; empty for the whole
     * @param message what is wrong there and what to write
     */
    record Refused(String code, String pointer, String message) implements Reading {

        /** {@return this as the answer to a request} */
        public Problem problem() {
            return new Problem(
                    HttpStatus.BAD_REQUEST,
                    code,
                    "The expression is wrong at " + (pointer.isEmpty() ? "its root" : pointer) + ": " + message + ".",
                    List.of(new Problem.Fault(null, pointer, message)));
        }
    }

    /** {@return the expression, or throws the refusal as a problem} */
    default Expression orProblem() {
        return switch (this) {
            case Understood(Expression expression) -> expression;
            case Refused refused -> throw refused.problem();
        };
    }
}
