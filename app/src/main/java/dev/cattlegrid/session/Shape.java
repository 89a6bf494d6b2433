package dev.cattlegrid.session;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What [Plain] has to know of a class of records; looked up once a class, since each lookup costs more than its use.
///
/// @param isOneOfSeveral whether it stands where a sealed interface is declared
record Shape(List<Part> parts, Constructor<?> constructor, boolean isOneOfSeveral) {
    /// One component.
    record Part(String name, Class<?> raw, Type type, Method accessor) {
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    private static final ClassValue<Shape> KNOWN =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return looked(type);
                }
            };

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Shape looked(Class<?> type) {
        var parts = new ArrayList<Part>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            parts.add(
                    new Part(
                            component.getName(),
                            component.getType(),
                            component.getGenericType(),
                            accessor));
        }
        try {
            Class<?>[] types = parts.stream().map(Part::raw).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            boolean several = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
            return new Shape(List.copyOf(parts), constructor, several);
        } catch (NoSuchMethodException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// @throws IllegalArgumentException where the record does not take the values
    Object made(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException problem) {
            throw new IllegalArgumentException(problem.getCause());
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
