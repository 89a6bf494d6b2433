package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A makefile's recipes, as far as plain rules and variables go.
///
/// Conditionals are not weighed: both branches count. What only make itself could work out stands as a command
/// substitution of something unknown, so that the shell's reader does not take it for nothing.
///
/// Source: GNU make manual, 4.4.
final class Makefile {
    private static final int MOST_LINES = 100;
    private static final int DEEPEST = 8;
    private static final String UNKNOWN = "$(a-value-of-make)";
    private static final Set<String> CONDITIONS =
            Set.of(
                    "ifeq",
                    "ifneq",
                    "ifdef",
                    "ifndef",
                    "else",
                    "endif",
                    "include",
                    "-include",
                    "sinclude",
                    "define",
                    "endef",
                    "undefine",
                    "vpath",
                    "unexport");

    private static final Set<String> ENVIRONMENT = Set.of("HOME", "USER", "PWD", "TMPDIR", "PATH");

    private record Rule(List<String> needs, List<String> recipe) {}

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<String> atOnce = new ArrayList<>();
    private String first = "";

    /// @param given variables of the command line, which win
    Makefile(String text, Map<String, String> given) {
        variables.put("MAKE", "make");
        variables.put("CURDIR", "$$PWD");
        List<Rule> open = List.of();
        for (String line : text.replace("\\\n", " ").split("\n", -1)) {
            if (line.startsWith("\t")) {
                open.forEach(rule -> rule.recipe().add(line.strip()));
            } else if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                open = plain(line.strip(), open);
            }
        }
        variables.putAll(given);
    }

    /// The files that it includes by plain names.
    static List<String> includes(String text) {
        return text.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words ->
                        words[0].equals("include")
                                || words[0].equals("-include")
                                || words[0].equals("sinclude"))
                .flatMap(words -> Stream.of(words).skip(1))
                .filter(name -> name.indexOf('$') < 0 && name.indexOf('*') < 0)
                .limit(8)
                .toList();
    }

    private List<Rule> plain(String text, List<Rule> open) {
        String line = text.startsWith("export ") ? text.substring(7).strip() : text;
        int blank = line.indexOf(' ');
        if (CONDITIONS.contains(blank < 0 ? line : line.substring(0, blank))) {
            return open;
        }
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        if (equals >= 0 && (colon < 0 || colon >= equals - 3 && isAssigning(line, colon, equals))) {
            assign(line, equals);
            return List.of();
        }
        return colon > 0 ? rule(line, colon) : open;
    }

    private static boolean isAssigning(String line, int colon, int equals) {
        return line.substring(colon, equals).chars().allMatch(c -> c == ':') || colon > equals;
    }

    private void assign(String line, int equals) {
        int end = equals;
        while (end > 0 && ":?+!".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        String name = line.substring(0, end).strip();
        String value = line.substring(equals + 1).strip();
        String sign = line.substring(end, equals);
        if (sign.equals("+")) {
            variables.merge(name, value, (one, other) -> one + " " + other);
        } else if (!sign.equals("?") || !variables.containsKey(name)) {
            variables.put(name, sign.equals("!") ? "$(shell " + value + ")" : value);
        }
        if ((sign.startsWith(":") || sign.equals("!")) && value.contains("$(shell ")) {
            atOnce.add(value);
        }
    }

    private List<Rule> rule(String line, int colon) {
        String rest = line.substring(colon + 1);
        rest = rest.startsWith(":") ? rest.substring(1) : rest;
        int inline = rest.indexOf(';');
        String needs = inline < 0 ? rest : rest.substring(0, inline);
        if (needs.indexOf('=') >= 0) {
            return List.of();
        }
        var made = new ArrayList<Rule>();
        for (String target : words(line.substring(0, colon))) {
            Rule rule =
                    rules.computeIfAbsent(
                            target, _ -> new Rule(new ArrayList<>(), new ArrayList<>()));
            rule.needs().addAll(words(needs));
            if (inline >= 0) {
                rule.recipe().add(rest.substring(inline + 1).strip());
            }
            made.add(rule);
            if (first.isEmpty() && !target.startsWith(".")) {
                first = target;
            }
        }
        return made;
    }

    private List<String> words(String text) {
        String known = expanded(text, "", List.of(), 0);
        return known.isBlank() ? List.of() : List.of(known.strip().split("\\s+"));
    }

    /// The commands that making these targets runs, the first target if there are none.
    List<String> commands(List<String> targets) {
        var commands = new ArrayList<String>();
        atOnce.forEach(text -> commands.add(": " + expanded(text, "", List.of(), 0)));
        var seen = new HashSet<String>();
        for (String target : targets.isEmpty() ? List.of(first) : targets) {
            collect(target, seen, commands);
        }
        return List.copyOf(commands.subList(0, Math.min(MOST_LINES, commands.size())));
    }

    /// The commands of every rule.
    List<String> all() {
        return commands(List.copyOf(rules.keySet()));
    }

    private void collect(String target, Set<String> seen, List<String> commands) {
        Rule rule = rules.get(target);
        if (rule == null || !seen.add(target) || seen.size() > MOST_LINES) {
            return;
        }
        rule.needs().forEach(need -> collect(need, seen, commands));
        for (String line : rule.recipe()) {
            int from = 0;
            while (from < line.length() && "@-+ \t".indexOf(line.charAt(from)) >= 0) {
                from++;
            }
            commands.add(expanded(line.substring(from), target, rule.needs(), 0));
        }
    }

    private String expanded(String text, String target, List<String> needs, int depth) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '$' || at == text.length()) {
                out.append(c);
                continue;
            }
            char next = text.charAt(at++);
            if (next == '(' || next == '{') {
                int end = closing(text, at, next);
                out.append(value(text.substring(at, end), target, needs, depth));
                at = Math.min(text.length(), end + 1);
            } else {
                out.append(automatic(next, target, needs, depth));
            }
        }
        return out.toString();
    }

    private String automatic(char name, String target, List<String> needs, int depth) {
        return switch (name) {
            case '$' -> "$";
            case '@' -> target;
            case '<' -> needs.isEmpty() ? "" : needs.getFirst();
            case '^', '+', '?' -> String.join(" ", needs);
            default -> value(String.valueOf(name), target, needs, depth);
        };
    }

    private String value(String name, String target, List<String> needs, int depth) {
        if (depth > DEEPEST) {
            return UNKNOWN;
        }
        if (name.startsWith("shell ")) {
            return "$(" + expanded(name.substring(6), target, needs, depth + 1) + "\n)";
        }
        String value = variables.get(name.strip());
        if (value != null) {
            return expanded(value, target, needs, depth + 1);
        }
        if (ENVIRONMENT.contains(name)) {
            return "$" + name;
        }
        return name.length() == 1 ? automatic(name.charAt(0), depth, target, needs) : UNKNOWN;
    }

    private String automatic(char name, int depth, String target, List<String> needs) {
        return "@<^+?".indexOf(name) >= 0 ? automatic(name, target, needs, depth) : UNKNOWN;
    }

    private static int closing(String text, int from, char open) {
        char close = open == '(' ? ')' : '}';
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
