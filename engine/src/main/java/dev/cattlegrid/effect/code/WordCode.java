package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads Perl, Ruby, PHP and Lua word by word: the words of each language that reach outside are in a table, with
/// their first argument where it is a plain text; what stands in no table is part of the language's own work.
///
/// A language whose words can be told from its text by nobody but itself (a module that is loaded, code that is made
/// at run time) gives `Unknown` there.
final class WordCode {
    private final String language;
    private final String all;
    private final Acts acts;
    private final WordText text;
    private final WordActs doing;
    private final Map<String, String> words;

    private WordCode(String language, Arg text, Acts acts) {
        this.language = language;
        this.all = text.text().orElse("");
        this.acts = acts;
        this.text = new WordText(language, all);
        this.doing = new WordActs(language, this.text, text, acts);
        this.words = WordTables.of(language);
    }

    static Outcome read(
            String language, Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        var acts = new Acts(text, arguments, from, opener);
        if (text.text().isEmpty() || text.text().get().length() > PythonCode.LONGEST) {
            acts.unknown(
                    new Gap.Unread(language + " code that is not known when the call is read"),
                    Bound.ANYTHING);
        } else {
            new WordCode(language, text, acts).look();
        }
        acts.print(from.stdin().changed());
        return acts.done();
    }

    private void look() {
        if (Strange.isForAShell(all)) {
            acts.unknown(
                    new Gap.Unparsed(language + ": a command of a shell's, not code"),
                    Bound.ANYTHING);
        }
        int at = 0;
        while (at < all.length()) {
            char c = all.charAt(at);
            if (c == '`') {
                at = doing.backticks(at + 1, '`');
            } else if (c == '%'
                    && language.equals("ruby")
                    && all.startsWith("%x", at)
                    && at + 2 < all.length()
                    && !Character.isLetterOrDigit(all.charAt(at + 2))) {
                at = doing.backticks(at + 3, WordText.closing(all.charAt(at + 2)));
            } else if (Character.isLetter(c) || c == '_') {
                int end = at;
                while (end < all.length()
                        && (Character.isLetterOrDigit(all.charAt(end))
                                || all.charAt(end) == '_'
                                || all.startsWith("::", end)
                                || end > 0
                                        && all.charAt(end) == ':'
                                        && all.charAt(end - 1) == ':')) {
                    end++;
                }
                word(all.substring(at, end), at, end);
                at = end;
            } else if (c == '#'
                    && !language.equals("php")
                    && !language.equals("lua")
                    && (at == 0 || all.charAt(at - 1) == '\n')) {
                int line = all.indexOf('\n', at);
                at = line < 0 ? all.length() : line;
            } else {
                at++;
            }
        }
    }

    private void word(String word, int from, int end) {
        char before = from == 0 ? ' ' : all.charAt(from - 1);
        boolean variable =
                "$@&".indexOf(before) >= 0 && !word.equals("ENV") && !word.startsWith("_");
        boolean loads = word.equals("use") || word.equals("require") && !language.equals("lua");
        if (loads && !variable) {
            loaded(end);
            return;
        }
        String act = words.get(word);
        if (act == null && word.contains("::")) {
            act = words.get(word.substring(0, word.indexOf("::")));
            act = act == null ? words.get(word.substring(word.lastIndexOf("::") + 2)) : act;
        }
        if (act == null || variable || behaves(act, word, before, end)) {
            return;
        }
        doing.act(act, word, end);
    }

    /// Words that only reach outside in one place: `File.open`, not `x.new`; `name =>`, `name:` are keys.
    private boolean behaves(String act, String word, char before, int end) {
        boolean key =
                all.startsWith("=>", text.skip(end))
                        || all.startsWith(":", end) && !all.startsWith("::", end);
        boolean ruby = language.equals("ruby") && before == '.';
        String owner =
                ruby ? text.owner(all.indexOf(word, Math.max(0, end - word.length())) - 1) : "";
        boolean files =
                Set.of(
                                "File",
                                "Dir",
                                "IO",
                                "FileUtils",
                                "Pathname",
                                "Kernel",
                                "Process",
                                "Open3",
                                "URI",
                                "YAML",
                                "JSON",
                                "CSV",
                                "Object",
                                "Marshal")
                        .contains(owner);
        boolean common =
                Set.of(
                                "delete",
                                "new",
                                "read",
                                "write",
                                "open",
                                "load",
                                "send",
                                "method",
                                "move",
                                "foreach",
                                "spawn",
                                "touch",
                                "link",
                                "copy",
                                "rename",
                                "unlink",
                                "truncate")
                        .contains(word);
        boolean lua =
                language.equals("lua")
                        && Set.of(
                                        "remove", "lines", "open", "output", "input", "execute",
                                        "rename", "popen", "load")
                                .contains(word)
                        && before == '.'
                        && !Set.of("os", "io").contains(text.owner(end - word.length() - 1));
        return key
                || lua
                || ruby
                        && common
                        && !files
                        && !owner.isEmpty()
                        && Character.isLowerCase(owner.charAt(0))
                || ruby && common && owner.isEmpty()
                || ruby && word.equals("new") && !owner.equals("File") && !owner.equals("Dir")
                || language.equals("ruby")
                        && !ruby
                        && Set.of(
                                        "new", "delete", "read", "write", "method", "move", "touch",
                                        "link", "copy", "rm")
                                .contains(word)
                || language.equals("php")
                        && before == '>'
                        && !Set.of("net", "lose", "sql").contains(act)
                || language.equals("perl") && before == '-' && word.length() == 1
                || language.equals("perl")
                        && word.equals("do")
                        && all.startsWith("{", text.skip(end));
    }

    private void loaded(int end) {
        int from = text.skip(end);
        int to = from;
        while (to < all.length() && ";\n, )".indexOf(all.charAt(to)) < 0) {
            to++;
        }
        String name = all.substring(from, to).replace("'", "").replace("\"", "").replace("(", "");
        if (WordTables.isPure(name)
                || name.startsWith("v5")
                || !name.isEmpty() && Character.isDigit(name.charAt(0))
                || words.getOrDefault(name, "").equals("net")) {
            return;
        }
        acts.unknown(new Gap.Unread("the module `" + name + "` of " + language), Bound.ANYTHING);
    }
}
