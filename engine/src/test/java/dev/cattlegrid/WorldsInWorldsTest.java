package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.effect.world.World;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A world that stands before another hides nothing of it: what it does not say itself, it asks the other.
class WorldsInWorldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.cattlegrid.effect.walk.CallWorld",
                "dev.cattlegrid.effect.walk.Planned",
                "dev.cattlegrid.ledger.OwnWorld"
            })
    void answersEveryQuestionItself(String name) throws Exception {
        Class<?> type = Class.forName(name);
        List<String> hidden =
                Stream.of(World.class.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !isAnswered(type, method))
                        .map(Method::getName)
                        .toList();
        assertEquals(List.of(), hidden);
    }

    private static boolean isAnswered(Class<?> type, Method question) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method ->
                        method.getName().equals(question.getName())
                                && List.of(method.getParameterTypes())
                                        .equals(List.of(question.getParameterTypes())));
    }
}
