package io.guanxi.journey.graph;

import io.guanxi.platform.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
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
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(10);
            options.setCodePointLimit(MOST_CHARACTERS);
            return JSON.valueToTree(new Yaml(new TextsAsWritten(options)).load(text));
        } catch (MarkedYAMLException e) {
            long line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1L;
            throw invalid(new Problem.Fault(line, null, "is not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            throw invalid(new Problem.Fault(null, null, "is not YAML: " + e.getMessage()));
        }
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

    /** What a person wrote stays what they wrote: YAML 1.1 would take 10:30 for a number to the base of 60, yes for true. */
    private static final class TextsAsWritten extends SafeConstructor {

        TextsAsWritten(LoaderOptions options) {
            super(options);
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.TIMESTAMP, new ConstructYamlStr());
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.INT, new Whole());
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.BOOL, new TrueOrFalse());
        }

        /** A branch has the ways {@code yes} and {@code no}. */
        private final class TrueOrFalse extends ConstructYamlBool {
            @Override
            public Object construct(org.yaml.snakeyaml.nodes.Node node) {
                String text = ((org.yaml.snakeyaml.nodes.ScalarNode) node).getValue();
                return text.equals("true") || text.equals("false") ? super.construct(node) : text;
            }
        }

        private final class Whole extends ConstructYamlInt {
            @Override
            public Object construct(org.yaml.snakeyaml.nodes.Node node) {
                String text = ((org.yaml.snakeyaml.nodes.ScalarNode) node).getValue();
                return text.indexOf(':') >= 0 ? text : super.construct(node);
            }
        }
    }
}
