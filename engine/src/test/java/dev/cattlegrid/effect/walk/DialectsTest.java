package dev.cattlegrid.effect.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.call.ShellState.Dialect;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.world.AssumedWorld;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DialectsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    ZSH  | ls *(e:'rm x':)       | true
                    ZSH  | rm =ls                | true
                    ZSH  | alias -g X=y          | true
                    ZSH  | echo ${a[1]}          | true
                    ZSH  | ls -la src/*.java     | false
                    ZSH  | [[ -f a ]] && cat a   | false
                    SH   | cat a &> b            | true
                    DASH | cat <<< x             | true
                    DASH | echo {a,b}            | true
                    DASH | [[ -f a ]] && cat a   | true
                    DASH | bash -c 'cat <<< x'   | false
                    DASH | ls -la > out.txt 2>&1 | false
                    BASH | cat a &> b            | false
                    FISH | ls                    | true
                    """)
    void whatAnotherShellReadsDifferentlyIsUnknown(Dialect dialect, String text, boolean unread) {
        Origin plain = Origin.in("/home/dev/project");
        var origin =
                new Origin(
                        plain.host(),
                        plain.session(),
                        plain.agent(),
                        plain.directory(),
                        plain.mode(),
                        new ShellState(dialect, false, Map.of()),
                        plain.contained());
        boolean found =
                Effects.of(new ToolCall.Shell(text, origin), AssumedWorld.usual()).stream()
                        .anyMatch(step ->
                                step.effect() instanceof Effect.Unknown(Gap.Unparsed _, _, _));
        assertEquals(unread, found, text);
    }
}
