package dev.cattlegrid.effect.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.Step;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for any text: it comes to an end, and to the same end.
final class WalkLawsTest {
    private static final List<String> PIECES =
            List.of(
                    "rm -rf ",
                    "echo ",
                    "$x ",
                    "\"$y\"",
                    "${x:-a}",
                    "${x#*/}",
                    "${x//a/b}",
                    "$((x+1))",
                    "$(",
                    ")",
                    "{",
                    "}",
                    "(",
                    "; ",
                    " && ",
                    " || ",
                    " | ",
                    " & ",
                    "\n",
                    "if ",
                    "then ",
                    "fi ",
                    "while ",
                    "for i in 1 2 3; do ",
                    "do ",
                    "done ",
                    "case $x in ",
                    "esac ",
                    "*) ",
                    ";; ",
                    "f() { ",
                    "f ",
                    "x=",
                    "x=1 ",
                    "a=(1 2) ",
                    "${a[@]}",
                    "<(",
                    ">",
                    "< ",
                    "<<E\n",
                    "E\n",
                    "'",
                    "\"",
                    "eval ",
                    "source ./x ",
                    "exec ",
                    "set -- a b ",
                    "shift ",
                    "read x ",
                    "cd ",
                    "/tmp ",
                    "~ ",
                    "* ",
                    "{1..9}",
                    "{a,b}",
                    "[ -n x ] ",
                    "[[ $x == a* ]] ",
                    "local z=1 ",
                    "export P=2 ",
                    "trap 'ls' EXIT ",
                    "break ",
                    "continue ",
                    "return ",
                    "exit ",
                    "bash -c ",
                    "xargs ",
                    "env ",
                    "!",
                    "time ",
                    "$@",
                    "printf '%s\\n' a ",
                    "mktemp ",
                    "true ",
                    "false ",
                    ":");

    @Test
    void anyTextComesToAnEnd() {
        var random = new Random(20261101);
        for (int i = 0; i < 4_000; i++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(24);
            for (int j = 0; j < length; j++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            List<Step> once = WalkTest.steps(text.toString());
            assertEquals(once, WalkTest.steps(text.toString()), text.toString());
        }
    }

    @Test
    void whatWouldNeverEndRunsOutOfFuel() {
        for (String bomb :
                List.of(
                        "x=a; while :; do x=$x$x; done; echo $x",
                        "echo {1..9}{1..9}{1..9}{1..9}{1..9}{1..9}",
                        "f() { f; f; }; f",
                        "f() { ls; [ -e x ] && f; }; f",
                        "for a in {1..60}; do for b in {1..60}; do for c in {1..60}; do rm $a$b$c; done; done; done",
                        "eval eval eval eval eval eval 'rm x'",
                        "echo " + "$(".repeat(300) + "ls" + ")".repeat(300),
                        "(".repeat(400) + "ls" + ")".repeat(400),
                        "env ".repeat(2_000) + "rm x",
                        "x='eval \"$x\"'; eval \"$x\"",
                        "case " + "a".repeat(3_000) + " in " + "*a".repeat(200) + "b) rm x;; esac",
                        "while :; do while :; do while :; do i=$((i+1)); done; done; done")) {
            WalkTest.steps(bomb);
        }
        assertTrue(isBudget("f() { f; f; }; f"));
        assertTrue(isBudget("echo {1..9}{1..9}{1..9}{1..9}{1..9}{1..9}"));
    }

    private static boolean isBudget(String text) {
        return WalkTest.steps(text).stream()
                .anyMatch(step ->
                        step.effect() instanceof Effect.Unknown unknown
                                && unknown.gap() instanceof Gap.Budget);
    }

    @Test
    void spellingChangesNothing() {
        String plain = lines("rm -rf /home/dev/x");
        for (String other :
                List.of(
                        "r\\m -rf /home/dev/x",
                        "'rm' -r\"f\" /home/dev/x",
                        "X=/home/dev; rm -rf $X/x",
                        "rm -rf ~/x".replace("~", "\"$HOME\""),
                        "command rm -rf /home/dev/x",
                        "f() { rm \"$@\"; }; f -rf /home/dev/x",
                        "eval 'rm -rf /home/dev/x'",
                        "set -- rm -rf /home/dev/x; \"$@\"",
                        "a=(rm -rf /home/dev/x); \"${a[@]}\"",
                        "cmd='rm -rf'; $cmd /home/dev/x",
                        "{ rm -rf /home/dev/x; }",
                        "(rm -rf /home/dev/x)",
                        "true && rm -rf /home/dev/x",
                        "$(echo rm) -rf /home/dev/x",
                        "rm -rf $'/home/dev/\\x78'",
                        "rm -rf /home/dev/{x,}x".replace("{x,}x", "x"))) {
            assertEquals(plain, lines(other), other);
        }
    }

    private static String lines(String command) {
        return String.join("\n", WalkTest.steps(command).stream().map(Line::of).toList());
    }
}
