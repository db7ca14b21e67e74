package io.guanxi.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as people write it, read as JSON; as YAML is a superset of JSON, one reader takes both. What JSON has no word for, such as a
 * set or a number that is none, is refused. What a person wrote stays what they wrote: YAML 1.1 would take 10:30 for a number to the
 * base of 60, and yes for true.
 */
public final class YamlText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_ALIASES = 20;
    private static final int MOST_VALUES = 100_000;
    private static final int DEEPEST = 100;

    private final Function<Problem.Fault, Problem> refusal;
    private int values;

    private YamlText(Function<Problem.Fault, Problem> refusal) {
        this.refusal = refusal;
    }

    /**
     * {@return the JSON form}
     *
     * @param text YAML or JSON
     * @param longest how many characters it may have
     * @param refusal makes a problem of what is wrong with it; the fault's message begins with a verb
     */
    public static JsonNode toJson(String text, int longest, Function<Problem.Fault, Problem> refusal) {
        return new YamlText(refusal).read(text, longest);
    }

    private JsonNode read(String text, int longest) {
        if (text.length() > longest) {
            throw refused(null, "is longer than " + longest + " characters");
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setCodePointLimit(longest);
        Object tree;
        try {
            tree = new Yaml(new TextsAsWritten(options)).load(text);
        } catch (MarkedYAMLException e) {
            throw refused(
                    e.getProblemMark() == null ? null : e.getProblemMark().getLine() + 1L,
                    "is not YAML: " + e.getProblem());
        } catch (YAMLException | ClassCastException | IllegalArgumentException e) { // a tag that does not fit its value
            throw refused(null, "is not YAML: " + e.getMessage());
        }
        if (tree == null) {
            throw refused(null, "is empty");
        }
        return json(tree, 0);
    }

    private JsonNode json(@Nullable Object value, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw refused(null, "holds too many values");
        }
        return switch (value) {
            case Map<?, ?> map -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                map.forEach((key, it) -> object.set(name(key), json(it, depth + 1)));
                yield object;
            }
            case List<?> list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.forEach(it -> array.add(json(it, depth + 1)));
                yield array;
            }
            case Double number when !Double.isFinite(number) -> throw refused(null, "holds a number without an end");
            case null -> JsonNodeFactory.instance.nullNode();
            case String _, Number _, Boolean _ -> JSON.valueToTree(value);
            default -> throw refused(null, "holds what JSON has no word for");
        };
    }

    private String name(@Nullable Object key) {
        if (key instanceof String || key instanceof Number || key instanceof Boolean) {
            return key.toString();
        }
        throw refused(null, "holds a field whose name is no text");
    }

    private Problem refused(@Nullable Long line, String message) {
        return refusal.apply(new Problem.Fault(line, null, message));
    }

    private static final class TextsAsWritten extends SafeConstructor {

        TextsAsWritten(LoaderOptions options) {
            super(options);
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
            yamlConstructors.put(Tag.INT, new Whole());
            yamlConstructors.put(Tag.BOOL, new TrueOrFalse());
        }

        /** A journey's branch has the ways {@code yes} and {@code no}. */
        private final class TrueOrFalse extends ConstructYamlBool {
            @Override
            public Object construct(Node node) {
                String text = ((ScalarNode) node).getValue();
                return text.equals("true") || text.equals("false") ? super.construct(node) : text;
            }
        }

        private final class Whole extends ConstructYamlInt {
            @Override
            public Object construct(Node node) {
                String text = ((ScalarNode) node).getValue();
                return text.indexOf(':') >= 0 ? text : super.construct(node);
            }
        }
    }
}
