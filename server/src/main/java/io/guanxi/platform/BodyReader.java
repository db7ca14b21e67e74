package io.guanxi.platform;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.guanxi.platform.Problem.Fault;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body as a record. What the record's types do not allow is refused with the names of the fields, before it is made. */
@Component
public class BodyReader {

    private final JsonMapper json;

    BodyReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * {@return the record}
     *
     * @param body of the request
     * @param as which record; a component that is not {@link Nullable} must be there
     * @param code of the problem where it cannot be one
     * @param <T> the record
     */
    public <T extends Record> T read(JsonNode body, Class<T> as, String code) {
        List<Fault> faults = new ArrayList<>();
        check(body, as, "", faults);
        if (!faults.isEmpty()) {
            throw problem(code, faults);
        }
        try {
            return json.treeToValue(body, as);
        } catch (JacksonException e) {
            throw problem(code, List.of(fault(e)));
        }
    }

    private static void check(JsonNode body, Class<?> as, String path, List<Fault> faults) {
        if (!body.isObject()) {
            faults.add(new Fault(null, path.isEmpty() ? null : path, "must be an object"));
            return;
        }
        Class<?> type = as.isSealed() ? chosen(body, as) : as;
        if (type == null) {
            faults.add(new Fault(null, path + ".kind", "must be one of " + String.join(", ", kinds(as))));
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                String field = path.isEmpty() ? component.getName() : path + "." + component.getName();
                check(body.path(component.getName()), component.getAnnotatedType(), field, faults);
            }
        }
    }

    private static void check(JsonNode value, AnnotatedType type, String path, List<Fault> faults) {
        if (value.isMissingNode() || value.isNull()) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                faults.add(new Fault(null, path, "is missing"));
            }
        } else if (value.isString() && value.asString().indexOf(0) >= 0) {
            faults.add(new Fault(null, path, "has a character that no text has"));
        } else if (value.isArray() && type instanceof AnnotatedParameterizedType list) {
            AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), element, path + "[" + i + "]", faults);
            }
        } else if (type.getType() instanceof Class<?> of && (of.isRecord() || of.isSealed())) {
            check(value, of, path, faults);
        }
    }

    private static @Nullable Class<?> chosen(JsonNode body, Class<?> sealed) {
        String kind = body.path("kind").asString("");
        return Arrays.stream(sealed.getAnnotation(JsonSubTypes.class).value())
                .filter(type -> type.name().equals(kind))
                .map(JsonSubTypes.Type::value)
                .findFirst()
                .orElse(null);
    }

    private static List<String> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static Fault fault(JacksonException trouble) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : trouble.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : path.isEmpty() ? name : "." + name);
        }
        Throwable why = trouble;
        while (why.getCause() != null) {
            why = why.getCause();
        }
        String field = why instanceof InvalidField invalid
                ? (path.isEmpty() ? "" : path + ".") + invalid.field()
                : path.toString();
        String message = why instanceof InvalidField ? String.valueOf(why.getMessage()) : "is of the wrong kind";
        return new Fault(null, field.isEmpty() ? null : field, message);
    }

    private static Problem problem(String code, List<Fault> faults) {
        String detail = faults.stream()
                .map(fault -> (fault.field() == null ? "the body " : fault.field() + ": ") + fault.message())
                .collect(Collectors.joining("; "));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                code,
                Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".",
                faults);
    }
}
