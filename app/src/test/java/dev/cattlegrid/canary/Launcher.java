package dev.cattlegrid.canary;

import dev.cattlegrid.host.Host;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A copy of the real launcher, with the program of this build behind it or one that fails.
///
/// @param root the copy's own directory
public record Launcher(Path root) {
    /// The ways in which a gate can break.
    public enum Failure {
        CRASH("throw new IllegalStateException(\"a bug\");"),
        HANG("Thread.sleep(60_000);"),
        GARBAGE("System.out.println(\"{\\\"permissionDecision\\\": allow\");"),
        SILENCE(""),
        HALF_AN_ANSWER(
                "System.out.print(\"{\\\"hookSpecificOutput\\\":{\\\"hookEventName\\\":\\\"PreToolUse\\\",\");"),
        /// An answer of the right form, but the program says that it failed.
        ANSWER_THEN_FAILURE(
                """
                System.out.println("{\\"hookSpecificOutput\\":{\\"hookEventName\\":\\"PreToolUse\\",\\"permissionDecision\\":\\"allow\\"}}");
                System.exit(70);
                """),
        /// The launcher itself is killed while the program is at work.
        KILLED_LAUNCHER(
                """
                ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
                parent.parent().orElseThrow().destroyForcibly();
                parent.destroyForcibly();
                """);

        private final String body;

        Failure(String body) {
            this.body = body;
        }
    }

    /// With the program as the build that runs this test has it.
    public static Launcher ofTheBuild(Path root) throws IOException {
        Launcher launcher = scripts(root);
        String entries =
                Stream.of(System.getProperty("java.class.path").split(":"))
                        .filter(entry -> !entry.contains("test-classes"))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" "));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, entries);
        try (OutputStream file =
                Files.newOutputStream(launcher.program().resolve("cattlegrid-app.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
        return launcher;
    }

    /// With a program that fails whatever it is told or asked.
    public static Launcher thatFails(Path root, Failure failure) throws IOException {
        return thatFails(root, failure, "");
    }

    /// With a program that fails when it is asked about a call, and has nothing to say to all else.
    public static Launcher thatFailsAtCalls(Path root, Failure failure, Host host)
            throws IOException {
        return thatFails(
                root,
                failure,
                """
                String payload = new String(System.in.readAllBytes());
                if (!payload.contains("\\"tool_name\\"")) {
                    System.out.println("%s");
                    return;
                }
                """
                        .formatted(host.silence().replace("\"", "\\\"")));
    }

    private static Launcher thatFails(Path root, Failure failure, String before)
            throws IOException {
        Launcher launcher = scripts(root);
        Path source = root.resolve("source/dev/cattlegrid/app/Main.java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source,
                """
                package dev.cattlegrid.app;
                public class Main {
                    public static void main(String[] arguments) throws Exception {
                        if (arguments[0].equals("setup")) return;
                        %s
                        %s
                    }
                }
                """
                        .formatted(before, failure.body));
        Path classes = Files.createDirectories(root.resolve("classes"));
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString());
        if (status != 0) {
            throw new IOException("the failing program does not compile");
        }
        jar(classes, launcher.program().resolve("cattlegrid-app.jar"));
        replace(root.resolve("tools/hook.sh"), "hook_deadline=25", "hook_deadline=3");
        replace(root.resolve("tools/hook.bash"), "patience=12", "patience=2");
        return launcher;
    }

    private static void replace(Path file, String one, String other) throws IOException {
        Files.writeString(file, Files.readString(file).replace(one, other));
    }

    private Path program() {
        return root.resolve("target/program");
    }

    /// Says when the program was built.
    public void stamped(long seconds) throws IOException {
        Files.writeString(root.resolve("target/program/built"), seconds + "\n");
    }

    private static Launcher scripts(Path root) throws IOException {
        Files.createDirectories(root.resolve("tools"));
        Files.createDirectories(root.resolve("target/program/lib"));
        Path checkout = Path.of(System.getProperty("cattlegrid.root"));
        Files.copy(
                checkout.resolve("cattlegrid"),
                root.resolve("cattlegrid"),
                StandardCopyOption.COPY_ATTRIBUTES);
        try (Stream<Path> tools = Files.list(checkout.resolve("tools"))) {
            for (Path tool : tools.toList()) {
                Files.copy(
                        tool,
                        root.resolve("tools").resolve(tool.getFileName().toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("target/program/built"));
        return new Launcher(root);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }
}
