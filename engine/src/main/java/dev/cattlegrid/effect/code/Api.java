package dev.cattlegrid.effect.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the functions of a language and its own library do: a table, one line a family.
///
/// ```
/// os.remove os.unlink: delete 0
/// os.path.join: joins -> text
/// ```
///
/// @param rows by qualified name; a name that starts with `file.` is a method of what the row of `open` gives
/// @param pure modules and types of which nothing reaches outside
/// @param own modules that come with the language; any other is somebody's library
record Api(String language, Map<String, Row> rows, Set<String> pure, Set<String> own) {
    /// @param verb what the [Machine] does
    /// @param gives the type of what comes back; empty: opaque
    record Row(Verb verb, List<String> words, String gives) {
        int number(int index) {
            String word = index < words.size() ? words.get(index) : "";
            return word.equals("self") ? -1 : word.isEmpty() ? index : Integer.parseInt(word);
        }

        String word(int index) {
            return index < words.size() ? words.get(index) : "";
        }
    }

    static Api of(String language, String table, String pure, String own) {
        var rows = new HashMap<String, Row>();
        for (String line : table.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                continue;
            }
            String rest = line.substring(colon + 2).strip();
            int arrow = rest.indexOf("->");
            String gives = arrow < 0 ? "" : rest.substring(arrow + 2).strip();
            String[] words = (arrow < 0 ? rest : rest.substring(0, arrow)).strip().split("\\s+");
            var row = new Row(Verb.of(words[0]), List.of(words).subList(1, words.length), gives);
            for (String name : line.substring(0, colon).strip().split("\\s+")) {
                rows.put(name, row);
            }
        }
        return new Api(language, rows, words(pure), words(own));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }

    Optional<Row> row(String name) {
        return Optional.ofNullable(rows.get(name));
    }

    boolean isPure(String name) {
        String each = name;
        while (true) {
            if (pure.contains(each)) {
                return true;
            }
            int dot = each.lastIndexOf('.');
            if (dot < 0) {
                return false;
            }
            each = each.substring(0, dot);
        }
    }

    /// Whether a module comes with the language.
    boolean isOwn(String module) {
        int dot = module.indexOf('.');
        String top = dot < 0 ? module : module.substring(0, dot);
        return own.contains(top) || pure.contains(top) || own.contains(module);
    }

    boolean knowsModule(String module) {
        return rows.keySet().stream().anyMatch(name -> name.startsWith(module + "."));
    }
}
