package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// PowerShell's cmdlets by name and alias: which parameters each has, in which places, and what comes by pipe.
///
/// A line of the table: names, the first its own; what the call does, as in an [Api]; then between bars the parameters
/// by place (`^` before the one that the pipe fills), the switches, and the others (`a=b`: another name of one).
///
/// Source: PowerShell 7.4 and Windows PowerShell 5.1, cmdlet reference.
final class Cmdlets {
    enum Kind {
        /// Words fill parameters.
        BOUND,
        /// Any words; it does the same with all.
        ANY,
        LOOP,
        FILTER,
        VARIABLE,
        /// It changes what names mean.
        UNREAD
    }

    /// @param place among the parameters that need no name; -1: none of them
    record Parameter(String name, int place, boolean isSwitch) {}

    /// @param piped the parameter that the pipe fills
    record Cmdlet(
            String name,
            Kind kind,
            List<String> places,
            Optional<String> piped,
            Map<String, Parameter> parameters) {
        /// By its name, or the beginning of it that is no other's.
        Optional<Parameter> parameter(String written) {
            Parameter exact = parameters.get(written);
            if (exact == null) {
                exact = COMMON.get(written);
            }
            if (exact != null) {
                return Optional.of(exact);
            }
            List<Parameter> begin =
                    parameters.entrySet().stream()
                            .filter(each -> each.getKey().startsWith(written))
                            .map(Map.Entry::getValue)
                            .distinct()
                            .toList();
            return begin.size() == 1 ? Optional.of(begin.getFirst()) : Optional.empty();
        }
    }

    /// The parameters of one call as they are filled.
    static final class Binding {
        private final Cmdlet cmdlet;
        private final Map<String, Node> values = new LinkedHashMap<>();

        Binding(Cmdlet cmdlet) {
            this.cmdlet = cmdlet;
        }

        void put(Parameter parameter, Node value) {
            if (!(value instanceof Node.Constant(var text) && text.equals("False"))) {
                values.put(parameter.name(), value);
            }
        }

        void place(Node value) {
            for (String name : cmdlet.places()) {
                if (!values.containsKey(name)) {
                    values.put(name, value);
                    return;
                }
            }
            throw new Cursor.Stuck();
        }

        void pipe(Node value) {
            values.putIfAbsent(
                    cmdlet.piped().filter(name -> !values.containsKey(name)).orElse("[input]"),
                    value);
        }

        Node node() {
            if (values.containsKey("whatif")) {
                return new Node.Mixed(List.copyOf(values.values()));
            }
            var arguments = new ArrayList<Node>();
            for (String name : cmdlet.places()) {
                Node value = values.remove(name);
                arguments.add(value == null ? PowerCommands.NONE : value);
            }
            var named = new ArrayList<Node.Named>();
            values.forEach((name, value) -> named.add(new Node.Named(name, value)));
            return new Node.Call(new Node.Name(cmdlet.name()), arguments, named);
        }
    }

    private static final Map<String, Parameter> COMMON = new HashMap<>();

    static {
        for (String each : "verbose vb debug db confirm cf whatif wi".split(" ")) {
            COMMON.put(each, new Parameter(each.equals("wi") ? "whatif" : each, -1, true));
        }
        for (String each :
                "erroraction ea warningaction wa informationaction infa progressaction proga errorvariable ev warningvariable wv informationvariable iv outvariable ov outbuffer ob pipelinevariable pv"
                        .split(" ")) {
            COMMON.put(each, new Parameter("[common " + each + "]", -1, false));
        }
    }

    /// Verbs that modules use for what only looks.
    private static final Set<String> LOOKING =
            Set.of(
                    "get",
                    "test",
                    "find",
                    "show",
                    "measure",
                    "compare",
                    "select",
                    "format",
                    "convertto",
                    "convertfrom",
                    "join",
                    "split",
                    "resolve",
                    "search",
                    "trace",
                    "watch");

    private static final Set<String> VERBS =
            Set.of(
                    "add",
                    "approve",
                    "assert",
                    "backup",
                    "block",
                    "build",
                    "checkpoint",
                    "clear",
                    "close",
                    "complete",
                    "compress",
                    "confirm",
                    "connect",
                    "convert",
                    "copy",
                    "debug",
                    "deny",
                    "deploy",
                    "disable",
                    "disconnect",
                    "dismount",
                    "edit",
                    "enable",
                    "enter",
                    "exit",
                    "expand",
                    "export",
                    "grant",
                    "group",
                    "hide",
                    "import",
                    "initialize",
                    "install",
                    "invoke",
                    "limit",
                    "lock",
                    "merge",
                    "mount",
                    "move",
                    "new",
                    "open",
                    "optimize",
                    "out",
                    "ping",
                    "pop",
                    "protect",
                    "publish",
                    "push",
                    "read",
                    "receive",
                    "redo",
                    "register",
                    "remove",
                    "rename",
                    "repair",
                    "request",
                    "reset",
                    "resize",
                    "restart",
                    "restore",
                    "resume",
                    "revoke",
                    "save",
                    "send",
                    "set",
                    "skip",
                    "start",
                    "step",
                    "stop",
                    "submit",
                    "suspend",
                    "switch",
                    "sync",
                    "undo",
                    "uninstall",
                    "unblock",
                    "unlock",
                    "unprotect",
                    "unpublish",
                    "unregister",
                    "update",
                    "use",
                    "wait",
                    "write");

    /// Aliases of Windows that are programs elsewhere.
    private static final Set<String> PROGRAMS =
            Set.of(
                    "rm", "rmdir", "cp", "mv", "ls", "cat", "sort", "diff", "kill", "tee", "mount",
                    "curl", "wget");

    private static final Map<String, Cmdlet> ALL = new HashMap<>();

    static {
        for (String line : CmdletTable.TEXT.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                add(
                        line.substring(0, colon).strip().split(" +"),
                        line.substring(colon + 2).strip());
            }
        }
    }

    private Cmdlets() {}

    private static void add(String[] names, String rest) {
        Kind kind =
                switch (rest) {
                    case "loop" -> Kind.LOOP;
                    case "filter" -> Kind.FILTER;
                    case "variable" -> Kind.VARIABLE;
                    case "unread" -> Kind.UNREAD;
                    default -> rest.indexOf('|') >= 0 ? Kind.BOUND : Kind.ANY;
                };
        String[] parts = (rest + " | | | ").split("\\|");
        var places = new ArrayList<String>();
        Optional<String> piped = Optional.empty();
        var parameters = new HashMap<String, Parameter>();
        if (kind == Kind.BOUND) {
            for (String each : words(parts[1])) {
                String name = each.startsWith("^") ? each.substring(1) : each;
                piped = each.startsWith("^") ? Optional.of(name) : piped;
                parameters.put(name, new Parameter(name, places.size(), false));
                places.add(name);
            }
            for (String each : words(parts[2])) {
                parameters.put(each, new Parameter(each, -1, true));
            }
            for (String each : words(parts[3])) {
                int equals = each.indexOf('=');
                String name = equals < 0 ? each : each.substring(0, equals);
                Parameter same = equals < 0 ? null : parameters.get(each.substring(equals + 1));
                parameters.put(name, same == null ? new Parameter(name, -1, false) : same);
            }
        }
        String own = names[0];
        for (String name : names) {
            own = kind != Kind.BOUND || name.indexOf('-') > 0 ? name : own;
            ALL.put(name, new Cmdlet(own, kind, places, piped, parameters));
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    static Optional<Cmdlet> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static boolean isProgramToo(String name) {
        return PROGRAMS.contains(name);
    }

    /// Cmdlets that take values where programs of the same name take files.
    static boolean readsFiles(String name) {
        return Set.of("sort", "diff", "tee-object").contains(name);
    }

    /// Whether a name is made as those of cmdlets are: `Verb-Noun`.
    static boolean isCmdletName(String name) {
        int dash = name.indexOf('-');
        String verb = dash < 0 ? "" : name.substring(0, dash);
        return VERBS.contains(verb) || LOOKING.contains(verb);
    }

    /// Whether a cmdlet that is in no table only looks, by its verb.
    static boolean looks(String name) {
        return LOOKING.contains(name.substring(0, Math.max(0, name.indexOf('-'))));
    }

    /// What such a cmdlet is read as.
    static String looking(String name) {
        return Set.of("secret", "credential", "password", "token", "clipboard", "key", "recovery")
                        .stream()
                        .anyMatch(name::contains)
                ? "[secret]"
                : "[look]";
    }
}
