package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.effect.world.Overlay;
import dev.cattlegrid.effect.world.World;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A world that stands before another hides nothing of it: what it does not say itself, it asks the other.
class WorldsInWorldsTest {
    @Test
    void anOverlayAnswersEveryQuestion() {
        List<String> hidden =
                Stream.of(World.class.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !isAnswered(method))
                        .map(Method::getName)
                        .toList();
        assertEquals(List.of(), hidden);
    }

    private static boolean isAnswered(Method question) {
        return Stream.of(Overlay.class.getDeclaredMethods())
                .anyMatch(method ->
                        method.getName().equals(question.getName())
                                && List.of(method.getParameterTypes())
                                        .equals(List.of(question.getParameterTypes())));
    }
}
