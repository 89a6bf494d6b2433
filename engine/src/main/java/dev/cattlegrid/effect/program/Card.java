package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.program.Form.Opt;
import dev.cattlegrid.effect.program.Form.Rest;
import dev.cattlegrid.effect.program.Form.Shape;
import dev.cattlegrid.effect.program.Form.Slot;
import dev.cattlegrid.effect.program.Form.Style;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a card says: where it comes from, how the program is written, and what it does then.
///
/// @param anyCase whether subcommands may be written in capitals
/// @param help options that only print a text, besides `--help` and `--version`
/// @param examples commands and the lines of their effects
record Card(
        String program,
        String source,
        String summary,
        Form form,
        boolean anyCase,
        List<String> help,
        Map<String, List<String>> examples) {
    Card {
        help = List.copyOf(help);
        examples = Map.copyOf(examples);
    }

    /// @throws IllegalArgumentException where the card says something that is not in `commands/README.md`
    static Card read(String text) {
        var top = new Table(CardText.read(text));
        String program = top.text("program");
        List<String> help = Phrase.split(top.text("help"));
        Map<String, List<String>> examples = new HashMap<>();
        var given = top.table("examples");
        given.names().forEach(name -> examples.put(name, given.list(name)));
        String source = top.text("source");
        String summary = top.text("summary");
        boolean anyCase = top.is("any-case");
        top.text("escapes");
        return new Card(program, source, summary, form(program, top), anyCase, help, examples);
    }

    private static Form form(String name, Table table) {
        return form(name, table, Style.GNU, "", Rest.ANYTHING);
    }

    /// @param strange what an unknown option could do where the table does not say
    private static Form form(String name, Table table, Style usual, String operands, Rest strange) {
        String boundary = table.text("unknown-options");
        Rest strangeOptions = boundary.isEmpty() ? strange : rest(boundary);
        String said = table.text("style").toUpperCase(Locale.ROOT).replace('-', '_');
        Style style = said.isEmpty() ? usual : Style.valueOf(said);
        Map<String, Opt> options = new HashMap<>();
        Phrase.split(table.text("plain")).forEach(token -> addPlain(token, options));
        var rows = table.table("options");
        rows.names().forEach(key -> addOption(key, rows.phrases(key), options));
        var shapes = new ArrayList<Shape>();
        for (String line : table.list("operands")) {
            shapes.add(shape(line));
        }
        if (shapes.isEmpty() && !operands.isEmpty()) {
            shapes.add(shape(operands));
        }
        Map<String, Form> commands =
                commands(name, table, style.stops() ? Style.GNU : style, strangeOptions);
        var form =
                new Form(
                        name,
                        style,
                        options,
                        shapes,
                        commands,
                        table.phrases("does"),
                        strangeOptions,
                        bound(table.text("unknown-commands")));
        table.checkAllUsed(name);
        return form;
    }

    private static Rest rest(String words) {
        return words.equals("by-name") ? Rest.BY_NAME : new Rest(bound(words), false);
    }

    private static Map<String, Form> commands(String name, Table table, Style style, Rest strange) {
        var forms = new Growing(name, style, strange);
        var rows = table.table("commands");
        for (String key : rows.names()) {
            forms.add(key, rows.isTable(key) ? rows.table(key) : Table.doing(rows.list(key)));
        }
        for (Table family : table.tables("family")) {
            for (String command : family.text("commands").split(",")) {
                forms.add(command.strip(), family.again());
            }
        }
        return forms.done();
    }

    /// Subcommands while a card is read; `compose up` grows a branch.
    private static final class Growing {
        private final String name;
        private final Style style;
        private final Rest strange;
        private final Map<String, Form> forms = new HashMap<>();
        private final Map<String, Growing> inner = new HashMap<>();

        Growing(String name, Style style, Rest strange) {
            this.name = name;
            this.style = style;
            this.strange = strange;
        }

        /// @param synopsis `start, stop UNIT...`: names, then operands
        void add(String synopsis, Table table) {
            List<String> words = Phrase.split(synopsis);
            int operands = 0;
            while (operands < words.size() && !isOperand(words.get(operands))) {
                operands++;
            }
            String shape = String.join(" ", words.subList(operands, words.size()));
            String names = String.join(" ", words.subList(0, operands));
            for (String path : names.split(",")) {
                add(Phrase.split(path), shape, table.again());
            }
            table.checkAllUsed(name + " " + synopsis);
        }

        private static boolean isOperand(String word) {
            return word.startsWith("[") || Phrase.isName(word.replace("...", ""));
        }

        private void add(List<String> path, String shape, Table table) {
            String first = path.getFirst();
            String whole = name + " " + first;
            if (path.size() > 1) {
                inner.computeIfAbsent(first, _ -> new Growing(whole, style, strange))
                        .add(path.subList(1, path.size()), shape, table);
            } else if (forms.put(first, form(whole, table, style, shape, strange)) != null) {
                throw new IllegalArgumentException("`" + whole + "` stands twice");
            }
        }

        Map<String, Form> done() {
            inner.forEach((first, branch) -> {
                Form trunk = forms.get(first);
                forms.put(first, branch.grownOn(trunk == null ? branch.bare() : trunk));
            });
            return forms;
        }

        private Form bare() {
            return new Form(
                    name,
                    style,
                    Map.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    strange,
                    Optional.of(Bound.ANYTHING));
        }

        private Form grownOn(Form trunk) {
            Map<String, Form> all = new HashMap<>(trunk.commands());
            all.putAll(done());
            return new Form(
                    trunk.name(),
                    trunk.style(),
                    trunk.options(),
                    trunk.shapes(),
                    all,
                    trunk.does(),
                    trunk.strangeOptions(),
                    trunk.strangeCommands());
        }
    }

    /// `-a`, `--all`, `-w=COLUMNS`, `--color[=WHEN]`, names of one option parted by commas.
    private static void addPlain(String token, Map<String, Opt> options) {
        boolean maybe = token.endsWith("]") && token.contains("[=");
        int equals = token.indexOf('=', 1);
        boolean takes = equals > 0;
        String names = takes ? token.substring(0, maybe ? equals - 1 : equals) : token;
        String value = takes ? token.substring(equals + 1, token.length() - (maybe ? 1 : 0)) : "";
        put(
                List.of(names.split(",")),
                takes && value.isEmpty() ? "VALUE" : value,
                maybe,
                List.of(),
                options);
    }

    /// `-o, --output FILE`, `--in-place[=SUFFIX]`.
    private static void addOption(String key, List<Phrase> does, Map<String, Opt> options) {
        int blank = key.lastIndexOf(' ');
        String last = key.substring(blank + 1);
        boolean maybe = key.endsWith("]") && key.contains("[=");
        if (maybe) {
            int bracket = key.indexOf("[=");
            String value = key.substring(bracket + 2, key.length() - 1);
            put(names(key.substring(0, bracket)), value, true, does, options);
        } else if (blank > 0 && (Phrase.isName(last) || last.endsWith("..."))) {
            put(names(key.substring(0, blank)), last, false, does, options);
        } else {
            put(names(key), "", false, does, options);
        }
    }

    private static List<String> names(String text) {
        return Phrase.split(text.replace(',', ' '));
    }

    private static void put(
            List<String> names,
            String value,
            boolean optional,
            List<Phrase> does,
            Map<String, Opt> options) {
        if (value.equals("PROGRAM")) {
            throw new IllegalArgumentException("`PROGRAM` is the name of the program itself");
        }
        boolean last = value.endsWith("...");
        String metavariable = last ? value.substring(0, value.length() - 3) : value;
        var option = new Opt(names.getFirst(), metavariable, optional, last, does);
        for (String name : names) {
            if (options.put(name, option) != null) {
                throw new IllegalArgumentException("the option `" + name + "` stands twice");
            }
        }
    }

    private static Shape shape(String line) {
        List<String> words = Phrase.split(line);
        List<Slot> slots = new ArrayList<>();
        int i = 0;
        while (i < words.size() && !Phrase.isGuard(words.get(i))) {
            slots.add(slot(words.get(i++)));
        }
        return new Shape(slots, Phrase.guards(words.subList(i, words.size())));
    }

    private static Slot slot(String word) {
        boolean optional = word.startsWith("[");
        boolean many = word.contains("...");
        String name = word.replace("[", "").replace("]", "").replace("...", "");
        if (!Phrase.isName(name)) {
            throw new IllegalArgumentException("`" + word + "` is no operand");
        }
        return new Slot(name, many, optional);
    }

    /// `reads`, `reads writes`, `anything`, `nothing`; nothing said: anything.
    static Optional<Bound> bound(String words) {
        if (words.equals("nothing")) {
            return Optional.empty();
        }
        if (words.isEmpty() || words.equals("anything")) {
            return Optional.of(Bound.ANYTHING);
        }
        var kinds = EnumSet.noneOf(Kind.class);
        for (String word : Phrase.split(words)) {
            kinds.add(
                    switch (word) {
                        case "reads" -> Kind.READ;
                        case "writes" -> Kind.WRITE;
                        case "deletes" -> Kind.DELETE;
                        case "runs" -> Kind.RUN;
                        case "sends" -> Kind.SEND;
                        case "receives" -> Kind.RECEIVE;
                        case "system" -> Kind.CHANGE_SYSTEM;
                        case "remote" -> Kind.CHANGE_REMOTE;
                        default -> throw new IllegalArgumentException("`" + word + "` is no bound");
                    });
        }
        return Optional.of(new Bound(kinds, Optional.empty()));
    }
}
