package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Named lists of commands that run each other: recipes of a justfile, tasks of a Taskfile.
///
/// Source: just manual, *Recipes*, *Dependencies*; Task, *Schema*: `cmds`, `cmd`, `deps`, `task`.
final class Recipes {
    private static final int MOST = 128;

    private static final Pattern JUST =
            Pattern.compile("^@?([A-Za-z_][A-Za-z0-9_-]*)(?:\\s[^:=]*)?:(?!=)(.*)$");
    private static final Pattern KEY =
            Pattern.compile("^( *)(?:- )?\"?([A-Za-z_][^:\"]*)\"?:(?: +(.*))?$");

    private record Recipe(List<String> commands, List<String> needs) {
        Recipe() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();

    static Recipes just(String text) {
        var all = new Recipes();
        Recipe open = new Recipe();
        for (String line : text.lines().toList()) {
            String bare = line.strip();
            Matcher head = JUST.matcher(line);
            if (head.matches()) {
                open = all.recipes.computeIfAbsent(head.group(1), _ -> new Recipe());
                open.needs().addAll(words(head.group(2)));
            } else if (!bare.isEmpty() && !line.equals(bare) && !bare.startsWith("#!")) {
                open.commands().add(withoutSigns(bare));
            }
        }
        return all;
    }

    private static String withoutSigns(String command) {
        int at = 0;
        while (at < command.length() && "@-".indexOf(command.charAt(at)) >= 0) {
            at++;
        }
        return command.substring(at);
    }

    static Recipes task(String text) {
        var all = new Recipes();
        Recipe open = new Recipe();
        String list = "";
        boolean tasks = false;
        for (String line : text.lines().toList()) {
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            int indent = line.indexOf(bare);
            Matcher key = KEY.matcher(line);
            boolean keyed = key.matches();
            if (indent == 0) {
                tasks = bare.equals("tasks:");
            } else if (tasks && indent <= 2 && keyed) {
                open = all.recipes.computeIfAbsent(key.group(2), _ -> new Recipe());
                list = key.group(3) == null ? "" : "cmds";
                item(key.group(3), list, open);
            } else if (tasks && keyed && !bare.startsWith("- ")) {
                list = key.group(2);
                item(key.group(3), list, open);
            } else if (tasks && keyed) {
                item(key.group(3), key.group(2).equals("task") ? "deps" : key.group(2), open);
            } else if (tasks) {
                item(bare.startsWith("- ") ? bare.substring(2) : bare, list, open);
            }
        }
        return all;
    }

    private static void item(
            @org.jspecify.annotations.Nullable String value, String list, Recipe into) {
        if (value == null || value.equals("|") || value.equals(">")) {
            return;
        }
        switch (list) {
            case "cmds", "cmd" -> into.commands().add(plain(value.strip()));
            case "deps" -> into.needs().addAll(words(value));
            default -> {}
        }
    }

    private static String plain(String value) {
        boolean quoted =
                value.length() > 1
                        && "'\"".indexOf(value.charAt(0)) >= 0
                        && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> words(String text) {
        return Pattern.compile("[A-Za-z_][\\w:-]*")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .toList();
    }

    /// The commands of these recipes and of those that they need; of the first, where none is named.
    List<String> commands(List<String> names) {
        var commands = new ArrayList<String>();
        var seen = new HashSet<String>();
        List<String> named = names.stream().filter(recipes::containsKey).toList();
        List<String> first =
                recipes.containsKey("default")
                        ? List.of("default")
                        : recipes.keySet().stream().limit(1).toList();
        (named.isEmpty() ? first : named).forEach(name -> collect(name, seen, commands));
        return commands.subList(0, Math.min(MOST, commands.size()));
    }

    List<String> all() {
        return recipes.values().stream()
                .flatMap(recipe -> recipe.commands().stream())
                .limit(MOST)
                .toList();
    }

    private void collect(String name, Set<String> seen, List<String> commands) {
        Recipe recipe = recipes.get(name);
        if (recipe == null || !seen.add(name) || seen.size() > MOST) {
            return;
        }
        recipe.needs().forEach(need -> collect(need, seen, commands));
        commands.addAll(recipe.commands());
    }
}
