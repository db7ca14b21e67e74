package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {

    private static final List<Integer> THINGS = IntStream.range(0, 50).boxed().toList();

    @TempDir
    Path temp = Path.of("");

    @Test
    void answersStandInTheOrderOfTheThings() throws SQLException {
        try (DuckDb duck = DuckDb.inMemory(temp, "200MB")) {
            List<Integer> doubled = duck.sideBySide(THINGS, (sql, thing) -> sql.sql("SELECT 2 * ?")
                    .param(thing)
                    .query(Integer.class)
                    .single());

            assertThat(doubled)
                    .isEqualTo(THINGS.stream().map(thing -> 2 * thing).toList());
        }
    }

    @Test
    void whatFailsIsToldAndLaterStatementsHaveAllThreadsAgain() throws SQLException {
        try (DuckDb duck = DuckDb.inMemory(temp, "200MB")) {
            assertThatThrownBy(() -> duck.sideBySide(THINGS, (sql, thing) -> {
                        if (thing == 7) {
                            throw new IllegalArgumentException("seven");
                        }
                        return thing;
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("seven");

            assertThat(duck.client()
                            .sql("SELECT current_setting('threads')")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(Runtime.getRuntime().availableProcessors());
        }
    }
}
