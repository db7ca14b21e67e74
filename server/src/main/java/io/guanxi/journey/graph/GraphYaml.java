package io.guanxi.journey.graph;

import io.guanxi.platform.Problem;
import io.guanxi.platform.YamlText;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Journeys as YAML, to be reviewed and kept in git. It is the JSON form written otherwise; one reader takes both. */
public final class GraphYaml {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CHARACTERS = 500_000;

    private GraphYaml() {}

    /**
     * {@return the JSON form}
     *
     * @param text YAML
     */
    public static JsonNode toJson(String text) {
        return YamlText.toJson(text, MOST_CHARACTERS, GraphYaml::invalid);
    }

    /**
     * {@return the YAML form}
     *
     * @param json the JSON form
     */
    public static String toYaml(JsonNode json) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setAllowUnicode(true);
        options.setWidth(120);
        options.setSplitLines(false);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options)
                .dump(JSON.convertValue(json, Object.class));
    }

    private static Problem invalid(Problem.Fault fault) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "journey.not-yaml",
                (fault.row() == null ? "The text " : "Line " + fault.row() + " ") + fault.message() + ".",
                List.of(fault));
    }
}
