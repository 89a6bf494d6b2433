package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which files of a project its tools run without being given their names: tests, their set-up, settings that are code.
///
/// Source: pytest, *Conventions for Python test discovery*; unittest; nox; invoke; jest, `testMatch`; vitest; mocha; npm 10,
/// scripts; ESLint, *Configuration Files*; go(1), `test`, `run`; The Cargo Book, *Build Scripts*; Maven Surefire, *Inclusions*;
/// Gradle, *Testing in Java & JVM projects*; RSpec; Rake; PHPUnit; prove(1); bats(1); mix, `test`; `dotnet test`.
final class Runners {
    private static final Map<String, String> ENDINGS =
            Map.ofEntries(
                    Map.entry("py", "python"),
                    Map.entry("js", "javascript"),
                    Map.entry("mjs", "javascript"),
                    Map.entry("cjs", "javascript"),
                    Map.entry("jsx", "javascript"),
                    Map.entry("ts", "typescript"),
                    Map.entry("tsx", "typescript"),
                    Map.entry("mts", "typescript"),
                    Map.entry("cts", "typescript"),
                    Map.entry("rb", "ruby"),
                    Map.entry("rake", "ruby"),
                    Map.entry("pl", "perl"),
                    Map.entry("pm", "perl"),
                    Map.entry("t", "perl"),
                    Map.entry("php", "php"),
                    Map.entry("lua", "lua"),
                    Map.entry("sh", "bash"),
                    Map.entry("bash", "bash"),
                    Map.entry("bats", "bash"),
                    Map.entry("go", "go"),
                    Map.entry("rs", "rust"),
                    Map.entry("java", "java"),
                    Map.entry("kt", "java"),
                    Map.entry("kts", "java"),
                    Map.entry("scala", "java"),
                    Map.entry("groovy", "java"),
                    Map.entry("cs", "csharp"),
                    Map.entry("fs", "csharp"),
                    Map.entry("swift", "swift"),
                    Map.entry("ex", "elixir"),
                    Map.entry("exs", "elixir"),
                    Map.entry("dart", "dart"));

    private static final Map<String, String> NAMES =
            Map.of(
                    "Rakefile", "ruby",
                    "Gemfile", "ruby",
                    "SConstruct", "python",
                    "SConscript", "python",
                    "wscript", "python",
                    "Gruntfile", "javascript",
                    "Gulpfile", "javascript");

    private static final Set<String> SCRIPT = Set.of("javascript", "typescript", "bash");
    private static final Set<String> JVM = Set.of("java");

    private static final String SCRIPT_TESTS =
            "[.](test|spec|cy|e2e)[.][cm]?[jt]sx?$|/__tests__/|/tests?/[^/]+[.][cm]?[jt]sx?$"
                    + "|/(setupTests|jest[.]setup|vitest[.]setup|global-?[Ss]etup)[.][cm]?[jt]s$";
    private static final String SCRIPT_SETTINGS =
            "[.]config[.][cm]?[jt]s$|/[.][a-z]+rc[.][cm]?js$|/([Gg]ulpfile|[Gg]runtfile)([.][a-z]+)*[.][cm]?[jt]s$";
    private static final String INSTALLED = "/node_modules/[.]bin/";
    private static final String PYTHON_TESTS =
            "/(test_[^/]*|[^/]*_test|tests|conftest|sitecustomize|usercustomize)[.]py$|/tests?/[^/]+[.]py$";

    private static final Map<String, List<Runner>> RUNNERS = new HashMap<>();

    /// @param languages of the files that it can load
    /// @param ofItself the paths of those that it runs unasked
    /// @param when how what it is told to do begins
    private record Runner(Set<String> languages, Pattern ofItself, Pattern when) {}

    static {
        row(
                "pytest py.test unittest nose2 nosetests coverage tox nox hatch trial behave green",
                Set.of("python"),
                PYTHON_TESTS,
                "");
        row("nox", Set.of("python"), PYTHON_TESTS + "|/noxfile[.]py$", "");
        row(
                "invoke inv fab scons waf",
                Set.of("python"),
                "/(tasks|fabfile|wscript|SCons[a-z]+)([.]py)?$",
                "");
        row("pip pip3 uv poetry pdm build", Set.of("python"), "/setup[.]py$", "");
        row(
                "python python3 flask uvicorn gunicorn hypercorn celery streamlit django-admin",
                Set.of("python"),
                "/(sitecustomize|usercustomize)[.]py$",
                "");
        row(
                "npm npx pnpm pnpx yarn bun bunx node jest vitest mocha ava tap jasmine karma playwright cypress c8 nyc deno",
                SCRIPT,
                SCRIPT_TESTS + "|" + SCRIPT_SETTINGS + "|" + INSTALLED,
                "");
        row(
                "eslint prettier webpack vite rollup parcel babel next nuxt astro tailwindcss postcss stylelint tsup"
                        + " esbuild turbo nx lerna gulp grunt tsc",
                SCRIPT,
                SCRIPT_SETTINGS,
                "");
        row("go", Set.of("go"), "[.]go$", "(test|run|generate)\\b");
        row("cargo", Set.of("rust"), "/build[.]rs$", "");
        row("cargo", Set.of("rust"), "[.]rs$", "(test|t|run|r|bench|nextest)\\b");
        row(
                "gradle gradlew mvn mvnw sbt mill ant bazel",
                JVM,
                "/src/(test|it|integrationTest)/|(Tests?|IT|Spec)[.](java|kt|scala|groovy)$|/buildSrc/",
                "");
        row(
                "gradle gradlew mvn mvnw sbt mill",
                JVM,
                "[.](java|kt|scala|groovy)$",
                ".*([Rr]un|exec)\\b");
        row("dotnet", Set.of("csharp"), "[.](cs|fs)$", "(test|run|watch)\\b");
        row("swift", Set.of("swift"), "[.]swift$", "(test|run)\\b");
        row("mix", Set.of("elixir"), "[.]exs?$", "");
        row("dart flutter", Set.of("dart"), "_test[.]dart$", "(test|run)\\b");
        row(
                "rspec rake rails minitest cucumber bundle",
                Set.of("ruby"),
                "_(spec|test)[.]rb$|/(spec|test|rails)_helper[.]rb$|/Rakefile$|[.]rake$",
                "");
        row("manage.py", Set.of("python"), PYTHON_TESTS + "|/tests/|/migrations/", "");
        row("phpunit pest artisan composer", Set.of("php"), "Test[.]php$|/tests/[^/]*[.]php$", "");
        row("prove", Set.of("perl"), "[.]t$", "");
        row("bats", Set.of("bash"), "[.]bats$", "");
        row("busted", Set.of("lua"), "_spec[.]lua$", "");
    }

    private Runners() {}

    private static void row(String programs, Set<String> languages, String files, String when) {
        var runner = new Runner(languages, Pattern.compile(files), Pattern.compile(when));
        for (String program : programs.split(" ")) {
            RUNNERS.computeIfAbsent(program, _ -> new ArrayList<>()).add(runner);
        }
    }

    private static Stream<Runner> of(String program, String what) {
        return RUNNERS.getOrDefault(program, List.of()).stream()
                .filter(runner -> runner.when().matcher(what).lookingAt());
    }

    /// Whether a tool runs what is written in a language.
    static boolean loads(String program, String what, String language) {
        return of(program, what).anyMatch(runner -> runner.languages().contains(language));
    }

    /// Whether a tool runs a file without being given its name.
    static boolean runs(String program, String what, String path) {
        return path.endsWith("/.bin/" + program)
                || of(program, what).anyMatch(runner -> runner.ofItself().matcher(path).find());
    }

    /// Whether a tool loads files of the project at all.
    static boolean isKnown(String program) {
        return RUNNERS.containsKey(program);
    }

    /// The language of a file by its name, else by its first line.
    static Optional<String> language(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        Optional<String> named =
                Optional.ofNullable(NAMES.get(dot > 0 ? name.substring(0, dot) : name))
                        .or(() -> Optional.ofNullable(ENDINGS.get(name.substring(dot + 1))));
        return named.isPresent() || dot > 0 ? named : shebang(text);
    }

    private static Optional<String> shebang(String text) {
        if (!text.startsWith("#!")) {
            return Optional.empty();
        }
        String first = text.lines().findFirst().orElse("");
        return Stream.of("python", "node", "ruby", "perl", "php", "sh")
                .filter(first::contains)
                .findFirst()
                .map(program ->
                        program.equals("node")
                                ? "javascript"
                                : program.equals("sh") ? "bash" : program);
    }
}
