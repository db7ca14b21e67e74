package io.guanxi.access.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of every record in {@code /api/openapi.json} which fields are always there: all but those that may be null, which the
 * code marks with {@link Nullable} or {@link Optional}. So the description cannot differ from what the compiler checked.
 */
@Component
class RequiredFields implements ModelConverter {

    private final Map<String, Class<?>> names = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        if (resolved == null || type.getType() == null) {
            return resolved;
        }
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (described.isRecord()) {
            requireNameOfItsOwn(resolved.get$ref(), described);
            require(described.getRecordComponents(), definition(resolved, context.getDefinedModels()));
        }
        return resolved;
    }

    /** Records are named without what encloses them; two of one name would be described as one of them. */
    private void requireNameOfItsOwn(@Nullable String reference, Class<?> described) {
        Class<?> other = reference == null ? null : names.putIfAbsent(reference, described);
        if (other != null && other != described) {
            throw new IllegalStateException(other + " and " + described + " are both described as " + reference
                    + "; give one of them @Schema(name = …)");
        }
    }

    @SuppressWarnings("rawtypes")
    private static Schema<?> definition(Schema<?> resolved, Map<String, Schema> defined) {
        String reference = resolved.get$ref();
        Schema<?> definition =
                reference == null ? null : defined.get(reference.substring(reference.lastIndexOf('/') + 1));
        return definition == null ? resolved : definition;
    }

    private static void require(RecordComponent[] components, Schema<?> schema) {
        Map<String, ?> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        Arrays.stream(components)
                .filter(component -> properties.containsKey(component.getName()))
                .filter(component -> !mayBeNull(component))
                .map(RecordComponent::getName)
                .filter(name ->
                        schema.getRequired() == null || !schema.getRequired().contains(name))
                .forEach(schema::addRequiredItem);
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getType() == Optional.class;
    }
}
