package dev.cattlegrid.screen;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Any value of the engine as plain values for JSON: a record becomes its components, with its name as `is`.
public final class Values {
    private static final int LONGEST = 4096;

    private Values() {}

    public static Object of(Object value) {
        return switch (value) {
            case Record record -> ofRecord(record);
            case Collection<?> all -> all.stream().map(Values::of).toList();
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Object>();
                map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
                yield members;
            }
            case Optional<?> optional -> optional.map(Values::of);
            case OptionalInt optional ->
                    optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Number number -> number;
            case Boolean truth -> truth;
            default -> Shown.lines(value.toString(), LONGEST).text();
        };
    }

    private static Map<String, Object> ofRecord(Record record) {
        var members = new LinkedHashMap<String, Object>();
        members.put("is", record.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            members.put(component.getName(), of(read(component, record)));
        }
        return members;
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
