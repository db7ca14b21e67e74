package io.guanxi.audience.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.expression.Expression;
import io.guanxi.platform.Problem;
import io.guanxi.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions to PostgreSQL end with the question they belong to. */
@ServerTest
class StoredKnowledgeTests {

    private static final List<Integer> MANY =
            IntStream.rangeClosed(900_001, 901_000).boxed().toList();

    @Autowired
    StoredKnowledge knowledge;

    @Test
    void aQuestionForTagsEndsWhenItIsCancelled() {
        Expression.Tagged tagged = new Expression.Tagged(MANY);
        assertThat(knowledge
                        .tagged(tagged, null, Limit.of(Duration.ofSeconds(30)))
                        .isEmpty())
                .isTrue();
        Limit cancelled = Limit.of(Duration.ofSeconds(30));
        cancelled.cancel();
        assertThatThrownBy(() -> knowledge.tagged(tagged, null, cancelled))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("audience.cancelled"));
    }

    @Test
    void aQuestionForTagsEndsWhenItsTimeIsOver() {
        assertThatThrownBy(() -> knowledge.tagged(new Expression.Tagged(MANY), null, Limit.of(Duration.ofMillis(1))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("audience.too-slow"));
    }
}
