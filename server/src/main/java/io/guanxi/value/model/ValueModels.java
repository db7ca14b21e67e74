package io.guanxi.value.model;

import io.guanxi.platform.Problem;
import io.guanxi.platform.YamlText;
import io.guanxi.value.ValueModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes value models. What is unknown, missing or out of range is refused, naming the field. */
public final class ValueModels {

    private static final int LONGEST = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private ValueModels() {}

    /** {@return the model a new brand starts with} */
    public static ValueModel standard() {
        try (InputStream file = ValueModels.class.getResourceAsStream("/value-model.yaml")) {
            if (file == null) {
                throw new IllegalStateException("value-model.yaml is missing from the program");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a model.
     *
     * @param text YAML or JSON
     * @return the model, checked
     */
    public static ValueModel parse(String text) {
        return checked(convert(YamlText.toJson(text, LONGEST, ValueModels::invalid)));
    }

    /**
     * Parses what was once {@linkplain #write written}.
     *
     * @param json JSON
     * @return the model
     */
    public static ValueModel read(String json) {
        return JSON.readValue(json, ValueModel.class);
    }

    /**
     * {@return the model as JSON}
     *
     * @param model a model
     */
    public static String write(ValueModel model) {
        return JSON.writeValueAsString(model);
    }

    private static ValueModel checked(ValueModel model) {
        List<Problem.Fault> faults = ValueModelCheck.faultsOf(model);
        if (!faults.isEmpty()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "value-model.invalid", describe(faults), faults);
        }
        return model;
    }

    private static ValueModel convert(JsonNode tree) {
        try {
            return JSON.convertValue(tree, ValueModel.class);
        } catch (DatabindException e) {
            throw invalid(new Problem.Fault(null, pathOf(e), reasonOf(e)));
        }
    }

    private static @Nullable String pathOf(DatabindException fault) {
        String path = fault.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? null : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String reasonOf(JacksonException fault) {
        return fault instanceof tools.jackson.databind.exc.UnrecognizedPropertyException unknown
                ? "is not a field; known here: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                : fault.getCause() instanceof NullPointerException missing
                        ? String.valueOf(missing.getMessage())
                        : fault.getOriginalMessage();
    }

    private static Problem invalid(Problem.Fault fault) {
        return new Problem(HttpStatus.BAD_REQUEST, "value-model.invalid", describe(List.of(fault)), List.of(fault));
    }

    private static String describe(List<Problem.Fault> faults) {
        Problem.Fault first = faults.getFirst();
        return "The value model is not valid: " + (first.field() == null ? "it" : first.field()) + " " + first.message()
                + (faults.size() > 1 ? ", and " + (faults.size() - 1) + " more" : "") + ".";
    }
}
