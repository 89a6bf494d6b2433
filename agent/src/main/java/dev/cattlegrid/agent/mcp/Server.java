package dev.cattlegrid.agent.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A server as a file names it.
///
/// @param command its program and arguments
/// @param more variables of its environment
/// @param ofProject whether the project's own file names it, so that the person has to trust it first
public record Server(
        String name, List<String> command, Map<String, String> more, boolean ofProject) {
    /// Below the home, the user's own; below the project, the project's.
    private static final String OF_USER = ".config/cattlegrid/mcp.json";

    private static final String OF_PROJECT = ".mcp.json";
    private static final long LARGEST = 1 << 20;

    public Server {
        command = List.copyOf(command);
        more = Map.copyOf(more);
    }

    /// All that are named, the user's own before the project's; of two with one name the user's counts.
    ///
    /// @throws IOException in one sentence, where a file is there and cannot be read
    public static List<Server> all(Path home, Path root) throws IOException {
        Map<String, Server> all = new LinkedHashMap<>();
        for (Server server : in(home.resolve(OF_USER), false)) {
            all.put(server.name(), server);
        }
        for (Server server : in(root.resolve(OF_PROJECT), true)) {
            all.putIfAbsent(server.name(), server);
        }
        return List.copyOf(all.values());
    }

    private static List<Server> in(Path file, boolean ofProject) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("`" + file + "` is too long");
        }
        return switch (Json.parse(Files.readAllBytes(file)).members()) {
            case Json.Members.None(var what) -> throw new IOException("`" + file + "` is " + what);
            case Json.Members.Of(var fields) -> {
                Fields servers = fields.object("mcpServers").orElse(Fields.NONE);
                var all = new ArrayList<Server>();
                for (String name : servers.values().keySet()) {
                    Fields one = servers.object(name).orElse(Fields.NONE);
                    if (name.matches("[A-Za-z0-9_-]{1,40}") && one.text("command").isPresent()) {
                        all.add(of(name, one, ofProject));
                    }
                }
                yield all;
            }
        };
    }

    private static Server of(String name, Fields one, boolean ofProject) {
        var command = new ArrayList<String>();
        command.add(one.text("command").orElse(""));
        one.list("args").orElse(List.of()).forEach(word -> command.add(String.valueOf(word)));
        var more = new TreeMap<String, String>();
        one.object("env")
                .orElse(Fields.NONE)
                .values()
                .forEach((key, value) -> more.put(key, String.valueOf(value)));
        return new Server(name, command, more, ofProject);
    }

    /// What a person trusts when they trust it: this program, with these arguments and variables, in this project.
    String mark(Path root) {
        String text = Json.print(List.of(root.toString(), name, command, new TreeMap<>(more)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
