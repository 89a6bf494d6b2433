package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Calls in compiled languages that spell out what they start or delete, as commands of a shell.
///
/// It finds what stands there in so many words and nothing else: these languages are not read, so that silence says
/// nothing about a file.
///
/// Source: Go, `os`, `os/exec`, go(1) `generate`; Rust, `std::fs`, `std::process`; Java SE 25, `ProcessBuilder`, `Runtime`,
/// `java.nio.file.Files`; Kotlin, `kotlin.io`; .NET, `System.Diagnostics.Process`, `System.IO`; Swift, `FileManager`; Elixir,
/// `System`, `File`; Dart,
/// `dart:io`; nox, `Session.run`; Invoke, `Context.run`.
final class Spelled {
    /// Python in which tasks are written: what it calls to run commands belongs to the tool that reads it.
    static final String TASKS = "tasks";

    private static final int MOST = 64;
    private static final int LONGEST_CALL = 2_000;

    private enum Form {
        /// Its texts are the words of a command.
        WORDS,
        /// Its first text is a command line; a second one belongs to it.
        LINE,
        DELETE,
        DELETE_TREE
    }

    private static final Map<String, Map<String, Form>> CALLS = new HashMap<>();

    static {
        row("go", Form.WORDS, "exec.Command( exec.CommandContext( syscall.Exec(");
        row("go", Form.DELETE_TREE, "os.RemoveAll(");
        row("go", Form.DELETE, "os.Remove( syscall.Unlink(");
        row("rust", Form.WORDS, "Command::new(");
        row("rust", Form.DELETE_TREE, "remove_dir_all(");
        row("rust", Form.DELETE, "remove_file( remove_dir(");
        row("java", Form.WORDS, "ProcessBuilder( .exec(");
        row("java", Form.DELETE_TREE, "deleteDirectory( deleteRecursively( forceDelete(");
        row("java", Form.DELETE, "Files.delete( Files.deleteIfExists(");
        row("csharp", Form.LINE, "Process.Start( ProcessStartInfo(");
        row("csharp", Form.DELETE_TREE, "Directory.Delete(");
        row("csharp", Form.DELETE, "File.Delete(");
        row("swift", Form.DELETE_TREE, ".removeItem(");
        row("elixir", Form.WORDS, "System.cmd(");
        row("elixir", Form.DELETE_TREE, "File.rm_rf( File.rm_rf!(");
        row("elixir", Form.DELETE, "File.rm( File.rm!(");
        row(TASKS, Form.WORDS, ".run( .run_always( .sudo(");
        row("dart", Form.WORDS, "Process.run( Process.runSync( Process.start(");
    }

    /// What stands before the call: `File("src").deleteRecursively()`, `Directory('src').deleteSync(recursive: true)`.
    private static final Pattern RECEIVER =
            Pattern.compile(
                    "\\b(?:File|Directory|Path\\.of|Paths\\.get|Path)\\(\\s*[\"']([^\"'\\n]+)[\"']\\s*\\)\\s*[.!]+"
                            + "(delete|deleteRecursively|deleteSync|deleteExisting)\\(");

    private static final Pattern GENERATE = Pattern.compile("(?m)^//go:generate +(.+)$");

    private static final Pattern ASIDE =
            Pattern.compile("\\.(?:env|current_dir|directory|stdin|stdout|stderr)\\([^)]*\\)");

    private Spelled() {}

    private static void row(String language, Form form, String names) {
        Map<String, Form> calls = CALLS.computeIfAbsent(language, _ -> new HashMap<>());
        for (String name : names.split(" ")) {
            calls.put(name, form);
        }
    }

    static boolean knows(String language) {
        return CALLS.containsKey(language);
    }

    /// The commands that `go generate` takes out of a file.
    static List<String> generated(String text) {
        return GENERATE.matcher(text).results().limit(MOST).map(found -> found.group(1)).toList();
    }

    static List<String> in(String language, String text) {
        var commands = new ArrayList<String>();
        CALLS.getOrDefault(language, Map.of())
                .forEach((name, form) -> {
                    for (int at = text.indexOf(name);
                            at >= 0 && commands.size() < MOST;
                            at = text.indexOf(name, at + 1)) {
                        called(text, at + name.length(), language, form, commands);
                    }
                });
        RECEIVER.matcher(text)
                .results()
                .limit(MOST)
                .forEach(found -> commands.add("rm -rf " + Quoting.word(found.group(1))));
        return commands;
    }

    private static void called(
            String text, int from, String language, Form form, List<String> commands) {
        int end =
                language.equals("rust") && form == Form.WORDS
                        ? statement(text, from)
                        : closing(text, from);
        List<String> words = Quoting.texts(ASIDE.matcher(text.substring(from, end)).replaceAll(""));
        if (words.isEmpty()) {
            return;
        }
        commands.add(
                switch (form) {
                    case WORDS -> words.size() == 1 ? words.getFirst() : Quoting.command(words);
                    case LINE -> String.join(" ", words);
                    case DELETE -> "rm " + Quoting.word(words.getFirst());
                    case DELETE_TREE -> "rm -rf " + Quoting.word(words.getFirst());
                });
    }

    private static int statement(String text, int from) {
        int end = text.indexOf(';', from);
        return end < 0 || end > from + LONGEST_CALL ? closing(text, from) : end;
    }

    private static int closing(String text, int from) {
        int depth = 1;
        int last = Math.min(text.length(), from + LONGEST_CALL);
        char quote = 0;
        for (int at = from; at < last; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                at += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
        }
        return last;
    }
}
