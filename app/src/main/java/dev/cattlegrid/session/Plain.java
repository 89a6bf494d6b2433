package dev.cattlegrid.session;

import dev.cattlegrid.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Values made of records, as the plain values of [Json], and back: what is kept in a file.
///
/// A record is an object with a member for each component, an enum its name, an instant as in ISO 8601; a record that
/// stands where a sealed interface is declared names itself as `is`. Reading is strict, but what is not there is empty,
/// zero or false, so that a record can grow; an enum has to be there.
final class Plain {
    private static final String IS = "is";

    private Plain() {}

    static Object of(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.<Object>map(Plain::of).orElse(Json.Null.NULL);
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Object>();
                map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
                yield members;
            }
            case Iterable<?> list -> {
                var elements = new ArrayList<Object>();
                list.forEach(element -> elements.add(of(element)));
                yield elements;
            }
            case Record record -> of(record);
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.toString();
            case String _, Integer _, Long _, Boolean _ -> value;
            default -> throw new IllegalArgumentException(value.getClass() + " is not kept");
        };
    }

    private static Map<String, Object> of(Record record) {
        var members = new LinkedHashMap<String, Object>();
        Shape shape = Shape.of(record.getClass());
        if (shape.isOneOfSeveral()) {
            members.put(IS, record.getClass().getSimpleName());
        }
        for (Shape.Part part : shape.parts()) {
            Object value = part.of(record);
            if (!isNothing(value)) {
                members.put(part.name(), of(value));
            }
        }
        return members;
    }

    private static boolean isNothing(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            case Set<?> set -> set.isEmpty();
            default -> false;
        };
    }

    /// @throws IllegalArgumentException where the value is not of the type
    static <T> T read(Class<T> type, Object plain) {
        return boxed(type).cast(read((Type) type, plain));
    }

    private static Object read(Type type, Object plain) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic, plain);
            case Class<?> plainType -> single(plainType, plain);
            default -> throw new IllegalArgumentException(type + " is not kept");
        };
    }

    private static Object generic(ParameterizedType type, Object plain) {
        Type[] inside = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return plain == Json.Null.NULL ? Optional.empty() : Optional.of(read(inside[0], plain));
        }
        if (type.getRawType() == Map.class && plain instanceof Map<?, ?> map) {
            var members = new LinkedHashMap<Object, Object>();
            map.forEach(
                    (name, value) -> members.put(read(inside[0], name), read(inside[1], value)));
            return members;
        }
        if (plain instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(read(inside[0], element)));
            return type.getRawType() == Set.class ? new LinkedHashSet<>(elements) : elements;
        }
        throw wrong(type, plain);
    }

    private static Object single(Class<?> type, Object plain) {
        Class<?> boxed = boxed(type);
        if (boxed == Integer.class && plain instanceof Number number) {
            return number.intValue();
        }
        if (boxed == Long.class && plain instanceof Number number) {
            return number.longValue();
        }
        if (boxed.isInstance(plain)) {
            return plain;
        }
        if (plain instanceof String text && type.isEnum()) {
            return constant(type, text);
        }
        if (plain instanceof String text && type == Instant.class) {
            return Instant.parse(text);
        }
        if (plain instanceof Map<?, ?> members) {
            return type.isSealed() ? record(named(type, members), members) : record(type, members);
        }
        throw wrong(type, plain);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw wrong(type, name);
    }

    private static Class<?> named(Class<?> type, Map<?, ?> members) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.getSimpleName().equals(members.get(IS))) {
                return permitted;
            }
        }
        throw wrong(type, members);
    }

    private static Object record(Class<?> type, Map<?, ?> members) {
        if (!type.isRecord()) {
            throw wrong(type, members);
        }
        Shape shape = Shape.of(type);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            Shape.Part part = shape.parts().get(i);
            Object member = members.get(part.name());
            values[i] = member == null ? nothing(part, type) : read(part.type(), member);
        }
        return shape.made(values);
    }

    private static Object nothing(Shape.Part part, Class<?> type) {
        Class<?> of = part.raw();
        if (of == Optional.class) {
            return Optional.empty();
        }
        if (of == Map.class) {
            return Map.of();
        }
        if (of == Set.class) {
            return Set.of();
        }
        if (of == List.class) {
            return List.of();
        }
        if (of == int.class) {
            return 0;
        }
        if (of == long.class) {
            return 0L;
        }
        if (of == boolean.class) {
            return false;
        }
        if (of == String.class) {
            return "";
        }
        if (of.isRecord()) {
            return record(of, Map.of());
        }
        throw new IllegalArgumentException(
                "a %s without `%s`".formatted(type.getSimpleName(), part.name()));
    }

    @SuppressWarnings("unchecked") // the box of a primitive type is a class of the same values
    private static <T> Class<T> boxed(Class<T> type) {
        return type.isPrimitive()
                ? (Class<T>) java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                : type;
    }

    private static IllegalArgumentException wrong(Type type, Object plain) {
        return new IllegalArgumentException(
                "no %s: %s"
                        .formatted(
                                type.getTypeName().replaceAll(".*[.$]", ""),
                                plain.getClass().getSimpleName()));
    }
}
