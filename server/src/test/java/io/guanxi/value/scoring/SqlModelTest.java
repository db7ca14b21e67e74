package io.guanxi.value.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers tell the truth, and the texts stay inside the SQL which DuckDB and Spark share. */
class SqlModelTest {

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern READ = Pattern.compile("(?<!DISTINCT )\\b(?:FROM|JOIN)\\s+([a-z_]+)");
    private static final Pattern NAMED_ABOVE = Pattern.compile("\\b([a-z_]+) AS \\(\\s*SELECT");
    private static final Pattern ONLY_DUCKDB = Pattern.compile(
            "::|\\bQUALIFY\\b|\\bEXCLUDE\\b|\\bunnest\\b|\\blist_|\\barg_max\\b|\\bgenerate_series\\b|\\bquantile|\\bdate_diff\\b");

    static List<SqlModel> models() {
        return ModelOrder.of(Stream.of(
                        Models.RESULTS,
                        Models.OF_LIFETIME,
                        List.of("lifetime_calibration"),
                        Models.OF_A_MEMBER,
                        Models.OF_PAST_DAYS)
                .flatMap(List::stream)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aHeaderNamesExactlyTheTablesThatAreRead(SqlModel model) {
        String text = COMMENT.matcher(model.text()).replaceAll("");
        Set<String> read = new TreeSet<>();
        READ.matcher(text).results().forEach(table -> read.add(table.group(1)));
        NAMED_ABOVE.matcher(text).results().forEach(name -> read.remove(name.group(1)));
        assertThat(new TreeSet<>(model.inputs())).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelUsesNothingThatSparkLacks(SqlModel model) {
        assertThat(COMMENT.matcher(model.text()).replaceAll("")).doesNotContainPattern(ONLY_DUCKDB);
    }

    @Test
    void everyModelComesAfterItsInputs() {
        List<String> before = new ArrayList<>();
        for (SqlModel model : models()) {
            Set<String> inputs = new HashSet<>(model.inputs());
            inputs.removeIf(input -> !SqlModel.exists(input));
            assertThat(before).containsAll(inputs);
            before.add(model.name());
        }
    }
}
