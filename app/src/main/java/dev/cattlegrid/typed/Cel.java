package dev.cattlegrid.typed;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cattlegrid.typed.Vocabulary.Shape;
import dev.cattlegrid.typed.Vocabulary.Type;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Optional;

/// Reads conditions in CEL and checks their types. The only class that knows the library: it takes seconds to start, so
/// nothing that decides a call may come near it.
final class Cel {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 40;

    private Cel() {}

    sealed interface Read {
        record Of(Term term) implements Read {}

        /// @param line within the condition, from 0
        /// @param why one lower-case sentence
        record Bad(int line, String why) implements Read {}
    }

    /// Made once, where the first condition is read.
    private static final class Library {
        static final CelCompiler COMPILER = compiler();
    }

    static Read read(String condition) {
        if (condition.length() > LONGEST) {
            return new Read.Bad(0, "the condition is longer than " + LONGEST + " characters");
        }
        try {
            CelValidationResult result = Library.COMPILER.compile(condition);
            if (result.hasError()) {
                CelIssue first = result.getErrors().getFirst();
                int line = Math.max(0, first.getSourceLocation().getLine() - 1);
                return new Read.Bad(line, plain(first.getMessage()));
            }
            return new Read.Of(CelTerms.of(result.getAst().getExpr()));
        } catch (CelTerms.NotRead problem) {
            return new Read.Bad(0, String.valueOf(problem.getMessage()));
        } catch (CelValidationException | RuntimeException problem) {
            return new Read.Bad(0, plain(String.valueOf(problem.getMessage())));
        }
    }

    private static String plain(String message) {
        return message.lines().findFirst().orElse("it cannot be read").strip();
    }

    static CelCompiler compiler() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(options())
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setTypeProvider(new Shapes())
                        .setResultType(SimpleType.BOOL)
                        .addFunctionDeclarations(functions());
        Vocabulary.NAMES.forEach(name -> builder.addVar(name.name(), type(name.type())));
        return builder.build();
    }

    /// The functions that CEL itself does not have.
    static List<CelFunctionDecl> functions() {
        CelType text = SimpleType.STRING;
        CelType place = struct("Place");
        return List.of(
                member("like", SimpleType.BOOL, text, text),
                member("lower", text, text),
                member("within", SimpleType.BOOL, place, text),
                member("touches", SimpleType.BOOL, place, text));
    }

    static CelOptions options() {
        return CelOptions.current()
                .maxExpressionCodePointSize(LONGEST)
                .maxParseRecursionDepth(DEEPEST)
                .build();
    }

    private static CelFunctionDecl member(String name, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload(name + "_of", result, arguments));
    }

    private static CelType struct(String name) {
        return StructTypeReference.create(name);
    }

    private static CelType type(Type type) {
        return switch (type) {
            case Type.Text() -> SimpleType.STRING;
            case Type.Truth() -> SimpleType.BOOL;
            case Type.Number() -> SimpleType.INT;
            case Type.Texts() -> ListType.create(SimpleType.STRING);
            case Type.One(var shape) -> struct(shape);
            case Type.Many(var shape) -> ListType.create(struct(shape));
        };
    }

    /// The shapes of the vocabulary, as the library asks for them.
    private static final class Shapes implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return Vocabulary.SHAPES.stream()
                    .map(Shapes::type)
                    .collect(ImmutableList.toImmutableList());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Vocabulary.shape(name).map(Shapes::type);
        }

        private static CelType type(Shape shape) {
            var types = ImmutableMap.<String, CelType>builder();
            shape.fields().forEach((field, found) -> types.put(field, Cel.type(found.type())));
            ImmutableMap<String, CelType> known = types.buildOrThrow();
            return StructType.create(
                    shape.name(), known.keySet(), field -> Optional.ofNullable(known.get(field)));
        }
    }
}
