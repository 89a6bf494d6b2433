package dev.cattlegrid.effect.walk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The scripts of a `package.json`, and which of them a command line of a package manager runs.
///
/// Source: npm 10, scripts; package.json.
final class PackageScripts {
    private final Map<String, String> scripts;

    PackageScripts(String text) {
        this.scripts = scripts(text);
    }

    /// @param words the operands: `run build`, `test`, `install`; none is an install for those that do so
    List<String> commands(String program, List<String> words) {
        String verb = words.isEmpty() ? program.equals("npm") ? "" : "install" : words.getFirst();
        boolean alone = words.size() < 2;
        Stream<String> names =
                switch (verb) {
                    case "run", "run-script", "rum", "urn" ->
                            alone ? Stream.of() : around(words.get(1));
                    case "test", "t", "tst" -> around("test");
                    case "start", "stop", "restart" -> around(verb);
                    case "install",
                            "i",
                            "in",
                            "ins",
                            "isntall",
                            "ci",
                            "clean-install",
                            "install-clean" ->
                            alone
                                    ? Stream.of(
                                            "preinstall",
                                            "install",
                                            "postinstall",
                                            "preprepare",
                                            "prepare",
                                            "postprepare")
                                    : Stream.of();
                    case "install-test", "it", "cit", "install-ci-test" ->
                            Stream.concat(
                                    Stream.of("preinstall", "install", "postinstall", "prepare"),
                                    around("test"));
                    case "publish", "pack" ->
                            Stream.of("prepublishOnly", "prepack", "prepare", "postpack");
                    default -> program.equals("npm") ? Stream.of() : around(verb);
                };
        return names.map(scripts::get).filter(script -> script != null).toList();
    }

    /// Every script that there is.
    List<String> all() {
        return List.copyOf(new TreeMap<>(scripts).values());
    }

    private static Stream<String> around(String name) {
        return Stream.of("pre" + name, name, "post" + name);
    }

    private static Map<String, String> scripts(String text) {
        var found = new HashMap<String, String>();
        int at = text.indexOf("\"scripts\"");
        at = at < 0 ? -1 : text.indexOf('{', at + 9);
        while (at >= 0) {
            Optional<Quoted> name = Quoted.after(text, at + 1);
            Optional<Quoted> value = name.flatMap(key -> Quoted.after(text, key.end()));
            int end = text.indexOf('}', at + 1);
            if (value.isEmpty() || end >= 0 && end < name.get().start()) {
                break;
            }
            found.put(name.get().text(), value.get().text());
            at = next(text, value.get().end());
        }
        return found;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ',' ? at : -1;
    }

    private record Quoted(String text, int start, int end) {
        static Optional<Quoted> after(String text, int from) {
            int start = text.indexOf('"', from);
            if (start < 0) {
                return Optional.empty();
            }
            var out = new StringBuilder();
            for (int at = start + 1; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    return Optional.of(new Quoted(out.toString(), start, at + 1));
                }
                if (c == '\\' && at + 1 < text.length()) {
                    at++;
                    at = escaped(text, at, out);
                } else {
                    out.append(c);
                }
            }
            return Optional.empty();
        }

        private static int escaped(String text, int at, StringBuilder out) {
            char c = text.charAt(at);
            if (c == 'u' && at + 4 < text.length()) {
                int code = 0;
                for (int i = 1; i < 5; i++) {
                    code = code * 16 + Math.max(0, Character.digit(text.charAt(at + i), 16));
                }
                out.append((char) code);
                return at + 4;
            }
            out.append(
                    switch (c) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        default -> c;
                    });
            return at;
        }
    }
}
