package io.guanxi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions end when they take too long and when somebody cancels them, whatever they are doing. */
class RunningQuestionsTest {

    private static final String ENDLESS =
            "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = -1";

    private final RunningQuestions questions = new RunningQuestions();

    private static final class Few extends Bounds {
        Few(Duration span) {
            super(span, new Codes("test.too-slow", "test.too-big", "test.cancelled", "ask for less"));
        }
    }

    private static void refusedWith(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    @Test
    void aQuestionThatIsNotCancelledIsAnswered() {
        assertThat(questions.ask("a", new Few(Duration.ofSeconds(30)), () -> 42))
                .isEqualTo(42);
        assertThat(questions.ask(null, new Few(Duration.ofSeconds(30)), () -> 43))
                .isEqualTo(43);
    }

    @Test
    void whatWaitsForItsTurnEndsWhenItIsCancelled() throws InterruptedException {
        Semaphore taken = new Semaphore(0);
        Few bounds = new Few(Duration.ofSeconds(60));
        CountDownLatch waits = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                questions.ask("waiting", bounds, () -> {
                    bounds.await(nanos -> {
                        waits.countDown();
                        return taken.tryAcquire(nanos, TimeUnit.NANOSECONDS);
                    });
                    return 1;
                });
            } catch (Problem problem) {
                end.set(problem);
            }
        });
        assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
        questions.cancel("waiting");
        assertThat(asking.join(Duration.ofSeconds(30))).isTrue();
        assertThat(end.get()).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo("test.cancelled"));
    }

    @Test
    void whatWaitsTooLongIsRefused() {
        Few bounds = new Few(Duration.ofMillis(120));
        Semaphore taken = new Semaphore(0);
        refusedWith("test.too-slow", () -> bounds.await(nanos -> taken.tryAcquire(nanos, TimeUnit.NANOSECONDS)));
    }

    @Test
    @Timeout(30)
    void aStatementEndsWhenItsQuestionIsCancelled(@TempDir Path temp) throws SQLException, InterruptedException {
        Few bounds = new Few(Duration.ofSeconds(60));
        CountDownLatch begins = new CountDownLatch(1);
        try (DuckDb duck = DuckDb.inMemory(temp, "200MB");
                Connection connection = duck.connect();
                Statement statement = connection.createStatement()) {
            Thread canceller = Thread.ofVirtual().start(() -> {
                try {
                    begins.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                questions.cancel("running");
            });
            refusedWith(
                    "test.cancelled",
                    () -> questions.ask("running", bounds, () -> {
                        begins.countDown();
                        return run(statement, bounds);
                    }));
            canceller.join();
        }
    }

    @Test
    @Timeout(30)
    void aStatementEndsThatBeginsAfterItsQuestionWasCancelled(@TempDir Path temp) throws SQLException {
        Few bounds = new Few(Duration.ofSeconds(60));
        try (DuckDb duck = DuckDb.inMemory(temp, "200MB");
                Connection connection = duck.connect();
                Statement statement = connection.createStatement()) {
            bounds.watch(statement);
            bounds.cancel();
            assertThatThrownBy(() -> statement.executeQuery(ENDLESS)).isInstanceOf(SQLException.class);
            bounds.unwatch(statement);
            refusedWith("test.cancelled", () -> bounds.watch(statement));
        }
    }

    @Test
    void aStatementThatNeedsTooMuchMemoryIsRefused(@TempDir Path temp) throws SQLException {
        Few bounds = new Few(Duration.ofSeconds(60));
        try (DuckDb duck = DuckDb.inMemory(temp, "30MB");
                Connection connection = duck.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL temp_directory = ''");
            assertThatThrownBy(() -> statement.execute(
                            "CREATE TABLE much AS SELECT range AS a, md5(range::VARCHAR) AS b FROM range(5000000)"))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(bounds.trouble(e))
                            .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                                    .isEqualTo("test.too-big")));
        }
    }

    private static long run(Statement statement, Bounds bounds) {
        try {
            bounds.watch(statement);
            try (ResultSet rows = statement.executeQuery(ENDLESS)) {
                return rows.next() ? rows.getLong(1) : 0;
            } finally {
                bounds.unwatch(statement);
            }
        } catch (SQLException e) {
            throw bounds.trouble(e);
        }
    }

    @Test
    void aCancellingThatOvertakesItsQuestionIsHeardOnce() {
        questions.cancel("early");
        refusedWith("test.cancelled", () -> questions.ask("early", new Few(Duration.ofSeconds(30)), () -> 1));
        assertThat(questions.ask("early", new Few(Duration.ofSeconds(30)), () -> 1))
                .isEqualTo(1);
    }

    @Test
    void aWordIsShort() {
        refusedWith("request.invalid", () -> questions.ask("x".repeat(101), new Few(Duration.ofSeconds(30)), () -> 1));
        questions.cancel("x".repeat(101));
    }
}
