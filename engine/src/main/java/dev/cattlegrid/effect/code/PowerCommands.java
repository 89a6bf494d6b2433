package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// PowerShell's pipelines and commands: what each name means, and which of its words fills which parameter.
///
/// Source: PowerShell 7.4, about_Pipelines, about_Parameters, about_Command_Precedence.
abstract class PowerCommands extends PowerWords {
    private static final Set<String> PROPERTIES =
            Set.of(
                    "name",
                    "fullname",
                    "length",
                    "path",
                    "id",
                    "value",
                    "count",
                    "basename",
                    "extension",
                    "directory",
                    "line",
                    "message",
                    "lastwritetime",
                    "key",
                    "version",
                    "status",
                    "displayname",
                    "filename",
                    "linenumber",
                    "definition");
    static final Node NONE = new Node.Name("[none]");

    /// Functions that the text defines somewhere.
    final Set<String> functions = new HashSet<>();

    private int fresh;

    PowerCommands(String text) {
        super(text);
    }

    /// Commands and values with `|` between them.
    final Node pipeline() {
        space();
        Node made = element(Optional.empty());
        while (true) {
            int before = at;
            space();
            if (peek() != '|' || ahead(1) == '|') {
                at = before;
                return made;
            }
            at++;
            space();
            made = element(Optional.of(made));
        }
    }

    private Node element(Optional<Node> input) {
        deeper();
        Node made = beginsValue() && input.isEmpty() ? value() : command(input);
        depth--;
        return made;
    }

    private Node value() {
        Node made = expression();
        var redirects = new ArrayList<Redirect>();
        blanks();
        while (redirected(redirects)) {
            blanks();
        }
        return into(made, redirects);
    }

    private boolean beginsValue() {
        char c = peek();
        if (Character.isDigit(c)) {
            int end = at;
            while (end < text.length() && "; \t\r\n|)},+-*/.".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return text.substring(at, end).matches("[0-9][0-9a-fx]*([kmgt]b)?");
        }
        boolean negative =
                c == '-' && (ahead(1) == '(' || ahead(1) == '$' || Character.isDigit(ahead(1)));
        boolean word = c == '-' && text.regionMatches(true, at, "-not", 0, 4);
        boolean joins =
                c == '-'
                        && (text.regionMatches(true, at, "-join", 0, 5)
                                || text.regionMatches(true, at, "-split", 0, 6));
        return "$('\"@[{!+,".indexOf(c) >= 0 && !ended() || negative || word || joins;
    }

    private Node command(Optional<Node> input) {
        if (peek() == '&' || peek() == '.' && " \t($\"'{".indexOf(ahead(1)) >= 0) {
            at++;
            blanks();
            return called(input);
        }
        Words all;
        Node name = argument();
        if (!(name instanceof Node.Text(var written))) {
            throw new Cursor.Stuck();
        }
        all = words();
        return into(named(written, all.words(), input), all.redirects());
    }

    /// `& "name" …`, `& { … }`, `. $script`
    private Node called(Optional<Node> input) {
        if (accept("{")) {
            Node.Function block = block(false);
            Words all = words();
            return into(applied("[invoke]", block, all.words(), input), all.redirects());
        }
        Node name = argument();
        Words all = words();
        return into(
                name instanceof Node.Text(var written)
                        ? named(written, all.words(), input)
                        : applied("[invoke]", name, all.words(), input),
                all.redirects());
    }

    private static Node into(Node made, List<Redirect> redirects) {
        Node node = made;
        for (Redirect each : redirects) {
            node =
                    call(
                            "[redirect]",
                            node,
                            each.target(),
                            new Node.Constant(each.append() ? "append" : "create"));
        }
        return node;
    }

    private Node named(String written, List<Word> words, Optional<Node> input) {
        String name = lower(written);
        if (functions.contains(name)) {
            return function(name, words, input);
        }
        String plain = name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
        Optional<Cmdlets.Cmdlet> cmdlet = Cmdlets.of(plain);
        if (cmdlet.isEmpty()
                || Cmdlets.isProgramToo(plain) && isForProgram(cmdlet.get(), words, input)) {
            return cmdlet.isEmpty() && Cmdlets.isCmdletName(plain)
                    ? unlisted(plain, words, input)
                    : applied(
                            "[native]", new Node.Text(WindowsPaths.program(written)), words, input);
        }
        return switch (cmdlet.get().kind()) {
            case LOOP -> loop(words, input);
            case FILTER -> filter(words, input);
            case ANY -> any(cmdlet.get().name(), words, input);
            case BOUND -> bound(cmdlet.get(), words, input);
            case VARIABLE -> variable(words, input);
            case UNREAD -> throw new Cursor.Stuck();
        };
    }

    /// Whether words are those of the program of that name that other systems have, and not the cmdlet's.
    private static boolean isForProgram(
            Cmdlets.Cmdlet cmdlet, List<Word> words, Optional<Node> input) {
        if (cmdlet.kind() != Cmdlets.Kind.BOUND) {
            return input.isEmpty() && Cmdlets.readsFiles(cmdlet.name());
        }
        boolean web = cmdlet.name().equals("invoke-webrequest");
        boolean some = false;
        for (Word word : words) {
            boolean foreign =
                    word.parameter().isEmpty()
                            ? word.value() instanceof Node.Text(var text) && text.startsWith("-")
                            : cmdlet.parameter(word.parameter()).isEmpty();
            if (foreign) {
                return true;
            }
            some |= !word.parameter().isEmpty();
        }
        return web && !some || Cmdlets.readsFiles(cmdlet.name()) && input.isEmpty();
    }

    private Node function(String name, List<Word> words, Optional<Node> input) {
        var arguments = new ArrayList<Node>();
        var named = new ArrayList<Node.Named>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.parameter().isEmpty()) {
                arguments.add(word.value());
            } else if (word.attached()) {
                named.add(new Node.Named("$" + word.parameter(), word.value()));
            } else {
                boolean next = i + 1 < words.size() && words.get(i + 1).parameter().isEmpty();
                Node value = next ? words.get(++i).value() : new Node.Constant("True");
                named.add(new Node.Named("$" + word.parameter(), value));
            }
        }
        Node call = new Node.Call(new Node.Name("function:" + name), arguments, named);
        return input.<Node>map(each ->
                        new Node.Mixed(
                                List.of(new Node.Assign(new Node.Name("$_"), each, false), call)))
                .orElse(call);
    }

    /// What is started with its words as they stand; standard input comes first.
    private static Node applied(String how, Node name, List<Word> words, Optional<Node> input) {
        var all = new ArrayList<Node>();
        all.add(input.orElse(NONE));
        all.add(name);
        for (Word word : words) {
            if (word.attached()) {
                all.add(new Node.Joined(List.of(new Node.Text(word.written()), word.value())));
            } else if (word.value() instanceof Node.Many(var items) && word.parameter().isEmpty()) {
                all.addAll(items);
            } else {
                all.add(word.value());
            }
        }
        return new Node.Call(new Node.Name(how), all, List.of());
    }

    /// A cmdlet of somebody's module: by its verb it only looks, or it is not known.
    private static Node unlisted(String name, List<Word> words, Optional<Node> input) {
        return any(Cmdlets.looks(name) ? Cmdlets.looking(name) : name, words, input);
    }

    private static Node any(String name, List<Word> words, Optional<Node> input) {
        var all = new ArrayList<Node>();
        input.ifPresent(all::add);
        words.forEach(word -> all.add(word.value()));
        return new Node.Call(new Node.Name(name), all, List.of());
    }

    /// `ForEach-Object { … }`, `% Name`
    private Node loop(List<Word> words, Optional<Node> input) {
        Node over = input.orElse(NONE);
        var body = new ArrayList<Node>();
        for (Word word : words) {
            switch (word.value()) {
                case Node.Function(var _, var _, var _, var nodes, var _) ->
                        nodes.forEach(node -> body.add(shown(node)));
                case Node.Text(var name) when word.parameter().isEmpty() -> {
                    if (!PROPERTIES.contains(lower(name))) {
                        throw new Cursor.Stuck();
                    }
                }
                case Node.Constant _ -> {}
                case Node.Text _ -> {}
                default -> throw new Cursor.Stuck();
            }
        }
        return new Node.Loop(
                new Node.Name("$_"), over, body.isEmpty() ? List.of(new Node.Name("$_")) : body);
    }

    /// What a block gives is shown, where it is not the block of a function.
    private static Node shown(Node node) {
        return switch (node) {
            case Node.Return(var value) -> call("[out]", value);
            case Node.If(var test, var then, var otherwise) ->
                    new Node.If(test, shown(then), shown(otherwise));
            case Node.Guarded(var body, var handlers) ->
                    new Node.Guarded(shown(body), shown(handlers));
            case Node.Loop(var target, var over, var body) ->
                    new Node.Loop(target, over, shown(body));
            default -> node;
        };
    }

    private static List<Node> shown(List<Node> nodes) {
        return nodes.stream().map(PowerCommands::shown).toList();
    }

    /// `Where-Object { … }`, `Sort-Object { … }`: what comes in goes out again.
    private Node filter(List<Word> words, Optional<Node> input) {
        Node held = new Node.Name("[held " + fresh++ + "]");
        var all = new ArrayList<Node>();
        all.add(new Node.Assign(held, input.orElse(NONE), false));
        for (Word word : words) {
            if (word.value() instanceof Node.Function(var _, var _, var _, var body, var _)) {
                all.add(new Node.Loop(new Node.Name("$_"), held, shown(body)));
            } else {
                all.add(word.value());
            }
        }
        return new Node.Call(new Node.Name("[first]"), all, List.of());
    }

    /// `Set-Variable name value`
    private Node variable(List<Word> words, Optional<Node> input) {
        var values =
                new ArrayList<Node>(
                        words.stream()
                                .filter(word -> word.parameter().isEmpty() || word.attached())
                                .map(Word::value)
                                .toList());
        input.ifPresent(values::add);
        if (values.size() != 2 || !(values.getFirst() instanceof Node.Text(var name))) {
            throw new Cursor.Stuck();
        }
        return new Node.Assign(new Node.Name("$" + lower(name)), values.get(1), false);
    }

    private Node bound(Cmdlets.Cmdlet cmdlet, List<Word> words, Optional<Node> input) {
        var binding = new Cmdlets.Binding(cmdlet);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.parameter().isEmpty()) {
                binding.place(word.value());
                continue;
            }
            Cmdlets.Parameter parameter =
                    cmdlet.parameter(word.parameter()).orElseThrow(Cursor.Stuck::new);
            if (word.attached()) {
                binding.put(parameter, word.value());
            } else if (parameter.isSwitch()) {
                binding.put(parameter, new Node.Constant("True"));
            } else if (i + 1 < words.size() && words.get(i + 1).parameter().isEmpty()) {
                binding.put(parameter, words.get(++i).value());
            } else {
                throw new Cursor.Stuck();
            }
        }
        input.ifPresent(binding::pipe);
        return binding.node();
    }
}
