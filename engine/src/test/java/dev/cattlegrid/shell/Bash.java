package dev.cattlegrid.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The real bash, asked whether it takes a text. It never runs one: `-n` only reads.
final class Bash {
    private static final Path PROGRAM = Path.of("/bin/bash");
    private static final String VERSION = "5.2";
    private static final int AT_ONCE = 2;

    /// Texts as arguments, files as files; one line of answer each.
    private static final String DRIVER =
            """
            for f do
                case $f in
                *.text)
                    IFS= read -rd '' text <"$f"
                    /bin/bash -n -c -- "$text" >/dev/null 2>"$f.err" </dev/null ;;
                *) /bin/bash -n "$(<"$f")" >/dev/null 2>"$f.err" </dev/null ;;
                esac
                echo $? >>"$f.err"
            done
            """;

    /// What bash says of a here-document that the end of the text closes: a warning, and no error.
    private static final Pattern WARNING =
            Pattern.compile(
                    "[^\\n]*: warning: (command substitution: \\d+ unterminated here-document|here-document at line \\d+ delimited by"
                            + " end-of-file \\(wanted `.*?'\\))s?\\n",
                    Pattern.DOTALL);

    private Bash() {}

    static boolean isThere() {
        if (!Files.isExecutable(PROGRAM)) {
            return false;
        }
        try {
            var process = new ProcessBuilder(PROGRAM.toString(), "--version").start();
            return new String(
                            process.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .contains("version " + VERSION);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// Whether it takes each of the texts, in their order: exit code 0, and nothing on stderr but such warnings.
    static List<Boolean> takes(List<String> texts) {
        return ask(texts.stream().map(text -> new Question(".text", text)).toList());
    }

    static List<Boolean> takesFiles(List<Path> files) {
        return ask(files.stream().map(file -> new Question(".path", file.toString())).toList());
    }

    private record Question(String kind, String content) {}

    private static List<Boolean> ask(List<Question> questions) {
        try {
            Path directory = Files.createTempDirectory("bash-n");
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                var question = questions.get(i);
                files.add(
                        Files.writeString(
                                directory.resolve(i + question.kind()), question.content()));
            }
            run(directory, files);
            List<Boolean> answers = new ArrayList<>();
            for (Path file : files) {
                answers.add(
                        isFine(
                                new String(
                                        Files.readAllBytes(Path.of(file + ".err")),
                                        java.nio.charset.StandardCharsets.ISO_8859_1)));
            }
            try (Stream<Path> left = Files.list(directory)) {
                left.forEach(file -> file.toFile().delete());
            }
            Files.delete(directory);
            return answers;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean isFine(String answer) {
        return WARNING.matcher(answer).replaceAll("").equals("0\n");
    }

    private static void run(Path directory, List<Path> files) throws IOException {
        Path driver = Files.writeString(directory.resolve("driver"), DRIVER);
        List<Process> running = new ArrayList<>();
        int share = Math.min(2_000, (files.size() + AT_ONCE - 1) / AT_ONCE);
        for (int from = 0; from < files.size(); from += share) {
            List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), driver.toString()));
            files.subList(from, Math.min(files.size(), from + share))
                    .forEach(file -> command.add(file.toString()));
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().clear();
            builder.environment().put("LC_ALL", "C.UTF-8");
            running.add(builder.start());
        }
        for (var process : running) {
            process.onExit().join();
        }
    }
}
