package io.guanxi.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.platform.Problem;
import io.guanxi.value.Dimension;
import io.guanxi.value.ValueModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model is read strictly, and what is wrong with it is said by field. */
class ValueModelsTest {

    private static String standardText() {
        try (InputStream file = ValueModelsTest.class.getResourceAsStream("/value-model.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theStandardModelIsValid() {
        ValueModel model = ValueModels.standard();
        assertThat(model.highValueAbove()).isEqualTo(20);
        assertThat(model.rule(Dimension.CONSUMPTION).weight()).isEqualTo(0.4);
        assertThat(model.events()).anySatisfy(rule -> {
            assertThat(rule.event()).isEqualTo("Order Refunded");
            assertThat(rule.pointsPerAmount()).isEqualTo(-1);
            assertThat(rule.dailyCap()).isNull();
        });
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ValueModel model = ValueModels.standard();
        assertThat(ValueModels.read(ValueModels.write(model))).isEqualTo(model);
        assertThat(ValueModels.parse(ValueModels.write(model)))
                .as("JSON is taken too")
                .isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "highValueAbove: 20 | highValueAbove: 120 | highValueAbove",
                "weight: 0.40, scale: 600 | weight: 0.50, scale: 600 | dimensions",
                "weight: 0.40, scale: 600 | weight: 0.40, scale: 0 | dimensions.consumption.scale",
                "dimension: content,     points: 10 | dimension: contents, points: 10 | events[4].dimension",
                "Content Published, dimension: content,     points: 10, halfLifeDays: 60 | Content Published, dimension: content, points: 10, halfLifeDays: -60 | events[4].halfLifeDays",
                "Content Published, dimension: content,     points: 10, halfLifeDays: 60 | Content Published, dimension: content, points: 10, halfLife: 60 | events[4].halfLife",
                "{event: Product Added, | {event: Product Viewed, | events[3].event",
                "rfm: {method: QUINTILES} | rfm: {method: FIXED} | rfm.recencyDays",
                "rfm: {method: QUINTILES} | rfm: {method: DECILES} | rfm.method",
                "activeDays: 4, | activeDays: 40, | layers.activeDays",
                "purchase: {months: 12} | purchase: {months: 1.5} | stages.purchase.months",
                "topShare: 0.01 | topShare: 2 | levels.koc.topShare",
            })
    void aFaultNamesItsField(String line, String instead, String field) {
        String text = standardText();
        assertThat(text).contains(line);
        assertThatThrownBy(() -> ValueModels.parse(text.replace(line, instead)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("value-model.invalid");
                    assertThat(problem.faults())
                            .extracting(Problem.Fault::field)
                            .contains(field);
                });
    }

    @Test
    void aMissingPartIsNamed() {
        assertThatThrownBy(() -> ValueModels.parse(standardText().replaceAll("(?m)^rfm:.*$", "")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("rfm is missing");
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> ValueModels.parse("highValueAbove: [1")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ValueModels.parse("")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ValueModels.parse("!!java.net.URL [\"http://localhost\"]"))
                .isInstanceOf(Problem.class);
    }
}
