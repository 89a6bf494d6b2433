package dev.cattlegrid.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Facts;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EvaluationTest {
    /// A condition after the command that it is worked out for, once for each effect.
    @TestFactory
    Stream<DynamicTest> table() {
        return Cases.of("typed/conditions.txt", EvaluationTest::answers);
    }

    private static List<String> answers(String text) {
        List<String> lines = text.lines().toList();
        String condition = String.join("\n", lines.subList(1, lines.size()));
        return switch (Cel.read(condition)) {
            case Cel.Read.Bad(var line, var why) -> List.of("line " + (line + 1) + ": " + why);
            case Cel.Read.Of(var term) -> {
                Facts facts = facts(lines.getFirst());
                var values = new Values(facts);
                Term kept = Terms.read(Terms.plain(term));
                assertEquals(term, kept);
                yield facts.effects().map(effect -> answer(kept, effect, values)).toList();
            }
        };
    }

    private static String answer(Term term, Effect effect, Values values) {
        Struct struct = (Struct) values.names(effect, true).get("effect");
        Object value = new Evaluation(values.names(effect, true), Evaluation.FUEL).of(term);
        return struct.field("line")
                + ": "
                + (value instanceof Evaluation.Wrong(var why) ? "wrong, " + why : value);
    }

    private static Facts facts(String command) {
        World world = AssumedWorld.usual();
        var call = new ToolCall.Shell(command, Origin.in("/home/dev/project"));
        var steps = Effects.of(call, world);
        return new Facts(call, Ledger.EMPTY, Environment.NONE, steps, Flow.trace(steps));
    }

    @Test
    void whatTakesTooLongIsStopped() {
        String five = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
        String all =
                five
                        + ".all(a, "
                        + five
                        + ".all(b, "
                        + five
                        + ".all(c, "
                        + five
                        + ".all(d, "
                        + five
                        + ".all(e, "
                        + five
                        + ".all(f, a + b + c + d + e + f > 0))))))";
        var read = assertInstanceOf(Cel.Read.Of.class, Cel.read(all));
        assertThrows(
                Evaluation.OutOfFuel.class,
                () -> new Evaluation(Map.of(), Evaluation.FUEL).of(read.term()));
    }

    /// Every field of every effect is of the type that the vocabulary says.
    @Test
    void fieldsAreOfTheirTypes() {
        for (String command :
                List.of(
                        "git push origin main; git reset --hard; git remote set-url origin x; git config a.b c",
                        "curl -d @a https://x.test; ssh h ls; python3 -m http.server; kill 1; env; crontab x",
                        "kubectl -n a apply -f b; aws s3 cp a s3://b/c; psql -c 'DROP TABLE x'; npm install y",
                        "mv a b; ln -s a b; chmod 600 a; rm -rf a; echo x >> a; sudo -i; mail -s a b@c.test",
                        "claude -p x; systemctl restart y; frobnicate; python3 -c 'print(1)'; make; ./a.sh")) {
            Facts facts = facts(command);
            for (Effect effect : facts.effects().toList()) {
                check(EffectValues.of(effect, true, facts));
            }
        }
    }

    private static void check(Struct struct) {
        for (String name : struct.values().keySet()) {
            assertTrue(struct.shape().fields().containsKey(name), name);
        }
        for (Vocabulary.Field field : struct.shape().fields().values()) {
            Object value = struct.field(field.name());
            boolean fits =
                    switch (field.type()) {
                        case Vocabulary.Type.Text() -> value instanceof String;
                        case Vocabulary.Type.Truth() -> value instanceof Boolean;
                        case Vocabulary.Type.Number() -> value instanceof Long;
                        case Vocabulary.Type.Texts(), Vocabulary.Type.Many(_) ->
                                value instanceof List<?>;
                        case Vocabulary.Type.One(var shape) ->
                                value instanceof Struct one && one.shape().name().equals(shape);
                    };
            assertTrue(fits, () -> field + ": " + value);
            String kind = (String) struct.field("kind");
            boolean filled = struct.values().containsKey(field.name());
            boolean mayBe = field.of().isEmpty() || field.of().contains(kind);
            assertTrue(!filled || mayBe, () -> field.name() + " of " + kind);
        }
    }

    /// Random conditions over plain values come to the same as in the library's own runtime, failures included.
    @Test
    void asTheLibraryWorksThemOut() throws Exception {
        CelCompiler compiler =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setResultType(SimpleType.BOOL)
                        .addVar("a", SimpleType.STRING)
                        .addVar("n", SimpleType.INT)
                        .addVar("b", SimpleType.BOOL)
                        .addVar("list", ListType.create(SimpleType.STRING))
                        .build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        var random = new Random(11);
        int compared = 0;
        for (int i = 0; i < 1_500; i++) {
            String text = truth(random, 4);
            var result = compiler.compile(text);
            assertTrue(!result.hasError(), () -> text + "\n" + result.getErrorString());
            CelAbstractSyntaxTree tree = result.getAst();
            Map<String, Object> names = new HashMap<>();
            names.put("a", pick(random, List.of("", "x", "release/1", "Ünï")));
            names.put("n", pick(random, List.of(0L, 1L, 3L, Long.MAX_VALUE)));
            names.put("b", random.nextBoolean());
            names.put(
                    "list", pick(random, List.of(List.of(), List.of("x"), List.of("x", "y", "x"))));
            Object theirs;
            try {
                theirs = runtime.createProgram(tree).eval(names);
            } catch (CelEvaluationException _) {
                theirs = "wrong";
            }
            Object ours = new Evaluation(names, 1_000_000).of(CelTerms.of(tree.getExpr()));
            Object told = ours instanceof Evaluation.Wrong ? "wrong" : ours;
            assertEquals(theirs, told, () -> text + " with " + names);
            compared++;
        }
        assertEquals(1_500, compared);
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String truth(Random random, int depth) {
        if (depth == 0) {
            return pick(
                    random, List.of("b", "true", "false", "n > 1", "a == 'x'", "list[5] == 'x'"));
        }
        int next = depth - 1;
        return switch (random.nextInt(13)) {
            case 0, 1 -> "(" + truth(random, next) + " && " + truth(random, next) + ")";
            case 2, 3 -> "(" + truth(random, next) + " || " + truth(random, next) + ")";
            case 4 -> "!" + "(" + truth(random, next) + ")";
            case 5 ->
                    "("
                            + truth(random, next)
                            + " ? "
                            + truth(random, next)
                            + " : "
                            + truth(random, next)
                            + ")";
            case 6 ->
                    text(random)
                            + pick(random, List.of(" == ", " != ", " < ", " >= "))
                            + text(random);
            case 7 -> text(random) + " in list";
            case 8 ->
                    text(random)
                            + pick(random, List.of(".startsWith(", ".endsWith(", ".contains("))
                            + text(random)
                            + ")";
            case 9 ->
                    "list."
                            + pick(random, List.of("all", "exists", "exists_one"))
                            + "(e, e == 'x' || "
                            + truth(random, next)
                            + ")";
            case 10 ->
                    "list.filter(e, "
                            + truth(random, next)
                            + ").size() "
                            + pick(random, List.of("==", ">"))
                            + " "
                            + number(random);
            case 11 -> number(random) + pick(random, List.of(" == ", " <= ")) + number(random);
            default -> "a.matches('" + pick(random, List.of("^x", "rel.*1$", "[a-z]+")) + "')";
        };
    }

    private static String text(Random random) {
        return pick(random, List.of("a", "'x'", "'release/1'", "(a + 'x')", "list[0]", "list[1]"));
    }

    private static String number(Random random) {
        return pick(random, List.of("n", "1", "0", "(n + 1)", "size(a)", "list.size()"));
    }

    /// What the library is told of our own functions has to stay in step with what works them out.
    @Test
    void ourOwnFunctionsAreKnown() {
        var names = new ArrayList<String>();
        for (CelFunctionDecl function : Cel.functions()) {
            for (CelOverloadDecl overload : function.overloads()) {
                names.add(function.name() + overload.parameterTypes().size());
            }
        }
        assertEquals(List.of("like2", "lower1", "within2", "touches2"), names);
    }
}
