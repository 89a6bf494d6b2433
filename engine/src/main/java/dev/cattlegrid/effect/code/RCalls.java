package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The calls in an R text, with those of their arguments that are written out.
///
/// Source: R language definition 4.4, 10 (parser).
final class RCalls {
    /// What functions do; those that are not here reach nothing outside.
    static final Map<String, String> ACTS =
            table(
                    """
                    read: readLines read.csv read.csv2 read.table read.delim readRDS scan readChar readBin read_csv read_tsv read_delim read_lines read_file read_excel read_rds fread fromJSON read_json read_yaml readLines.file list.files dir file.info file.size
                    delete-all: file.remove
                    delete-tree: unlink
                    delete: file_delete dir_delete
                    move: file.rename file_move
                    copy: file.copy file_copy
                    write-first: dir.create file.create png pdf jpeg svg tiff bmp ggsave dir_create file_create sink
                    write-second: writeLines write.csv write.csv2 write.table saveRDS write_csv write_tsv write_delim write_rds write_file write_lines fwrite write_json write write_yaml write.xlsx saveWidget file.append
                    write-named: cat save save.image dump dput capture.output
                    edit: Sys.chmod Sys.umask file_chmod
                    enter: setwd
                    script: system shell shell.exec pipe
                    program: system2 exec_wait exec_internal
                    file: source sys.source
                    fetch: download.file curl_download
                    install: install.packages pak pkg_install update.packages
                    install-elsewhere: install_github install_url install_git install_gitlab install_bitbucket install_local install_svn
                    library: library require requireNamespace loadNamespace p_load attachNamespace
                    variable: Sys.getenv
                    net: url socketConnection serverSocket GET POST PUT DELETE PATCH httr curl curl_fetch_memory request req_perform getURL postForm socketSelect make.socket nsl dbConnect dbExecute dbSendStatement dbRemoveTable dbWriteTable ssh_connect
                    code: eval evalq eval.parent parse str2lang str2expression do.call match.fun get mget get0 getFunction Recall dyn.load library.dynam .Call .External .C .Fortran .Internal .Primitive sys.call system.file.edit Sys.setenv Sys.unsetenv load attach loadRData assign delayedAssign makeActiveBinding unserialize untar unzip tar zip untar2 run process callr r_bg mcparallel mclapply fork file.edit file.symlink file.link Sys.kill pskill tools::pskill quit_with cppFunction sourceCpp inline py_run_string py_run_file source_python reticulate knit render quarto_render rsconnect deployApp file fifo gzfile bzfile xzfile unz socketAccept runApp plumb httpuv startServer
                    """);

    /// Packages that come with R.
    static final Set<String> OWN =
            Set.of(
                    "base",
                    "utils",
                    "stats",
                    "methods",
                    "graphics",
                    "grDevices",
                    "datasets",
                    "tools",
                    "parallel",
                    "grid",
                    "splines",
                    "stats4",
                    "tcltk",
                    "compiler");

    /// @param called whether it is followed by its arguments; else it is handed on
    record Call(String name, boolean called, List<Argument> arguments) {
        /// An argument by its place among those without a name, or by its name; one that is not there is not known.
        Argument one(int place, String... names) {
            return Stream.of(names)
                    .flatMap(name -> named(name).stream())
                    .findFirst()
                    .orElseGet(() -> {
                        List<Argument> plain =
                                arguments.stream().filter(each -> each.name().isEmpty()).toList();
                        return place < plain.size() ? plain.get(place) : new Argument("", "");
                    });
        }

        Optional<Argument> named(String name) {
            return arguments.stream().filter(each -> each.name().equals(name)).findFirst();
        }

        /// The same, each of `c("a", "b")`.
        List<Argument> given(int place) {
            return one(place, place == 0 ? "pkgs" : "args", "x").items();
        }
    }

    /// @param written as it stands
    record Argument(String name, String written) {
        /// What it is, if it is one plain text.
        Optional<String> text() {
            boolean quoted =
                    written.length() >= 2
                            && (written.charAt(0) == '"' || written.charAt(0) == '\'')
                            && end(written, 0) == written.length();
            return quoted
                    ? Optional.of(Escapes.plain(written.substring(1, written.length() - 1)))
                    : Optional.empty();
        }

        boolean isFalse() {
            return written.equals("FALSE") || written.equals("F");
        }

        boolean isNull() {
            return written.equals("NULL");
        }

        List<Argument> items() {
            boolean several = written.startsWith("c(") && written.endsWith(")");
            return several ? RCalls.arguments(written, 2) : List.of(this);
        }
    }

    private RCalls() {}

    private static Map<String, String> table(String text) {
        var all = new HashMap<String, String>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            for (String name : line.substring(colon + 2).split(" ")) {
                all.put(name, line.substring(0, colon));
            }
        }
        return Map.copyOf(all);
    }

    static List<Call> of(String text) {
        var calls = new ArrayList<Call>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int end = end(text, at);
                handed(text, at, end, calls);
                at = end;
            } else if (c == '`' || c == '%') {
                int end = text.indexOf(c, at + 1);
                if (c == '`' && end > 0) {
                    name(text, at + 1, end, calls);
                }
                at = end < 0 ? at + 1 : end + 1;
            } else if (c == '#') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (isOfName(c)) {
                int from = at;
                while (at < text.length()
                        && (isOfName(text.charAt(at)) || text.charAt(at) == ':')) {
                    at++;
                }
                name(text, from, at, calls);
            } else {
                at++;
            }
        }
        return calls;
    }

    /// A text that names a function may be called by it: `sapply(x, "system")`, `"system"("ls")`.
    private static void handed(String text, int from, int to, List<Call> calls) {
        String inside =
                text.substring(from + 1, Math.max(from + 1, Math.min(to - 1, text.length())));
        int next = skip(text, to);
        boolean raw = from > 0 && "rR".indexOf(text.charAt(from - 1)) >= 0;
        if (raw || next < text.length() && text.charAt(next) == '(') {
            calls.add(new Call("eval", true, List.of()));
        } else if (ACTS.containsKey(inside)) {
            calls.add(new Call(inside, false, List.of()));
        }
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private static void name(String text, int from, int to, List<Call> calls) {
        String written = text.substring(from, to);
        String name = written.substring(written.lastIndexOf(':') + 1);
        boolean member = from > 0 && "$@".indexOf(text.charAt(from - 1)) >= 0;
        boolean quoted = from > 0 && text.charAt(from - 1) == '`';
        int next = skip(text, quoted ? to + 1 : to);
        boolean called = next < text.length() && text.charAt(next) == '(';
        boolean key =
                next < text.length() && text.charAt(next) == '=' && !text.startsWith("==", next);
        if (!member && !key && !name.isEmpty()) {
            var arguments = new ArrayList<Argument>();
            String before = text.substring(Math.max(0, from - 40), from).strip();
            if (before.endsWith("|>") || before.endsWith("%>%")) {
                arguments.add(new Argument("", "what comes by pipe"));
            }
            if (called) {
                arguments.addAll(arguments(text, next + 1));
            }
            calls.add(new Call(name, called, arguments));
        }
    }

    private static int skip(String text, int at) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /// Behind the text that begins here.
    private static int end(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(from)) {
                return i + 1;
            }
        }
        return text.length();
    }

    /// The arguments from behind an opening bracket on.
    static List<Argument> arguments(String text, int from) {
        var all = new ArrayList<Argument>();
        int depth = 0;
        int start = from;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = end(text, at);
                continue;
            }
            if (c == '#') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
                continue;
            }
            if (depth == 0 && (c == ',' || c == ')')) {
                add(text.substring(start, at), all);
                start = at + 1;
            }
            if (depth == 0 && c == ')') {
                return all;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            at++;
        }
        add(text.substring(Math.min(start, text.length())), all);
        return all;
    }

    private static void add(String written, List<Argument> all) {
        String plain = written.strip();
        int equals = plain.indexOf('=');
        boolean named =
                equals > 0
                        && !plain.startsWith("==", equals)
                        && plain.substring(0, equals)
                                .strip()
                                .chars()
                                .allMatch(c -> isOfName((char) c));
        if (named) {
            all.add(
                    new Argument(
                            plain.substring(0, equals).strip(),
                            plain.substring(equals + 1).strip()));
        } else if (!plain.isEmpty()) {
            all.add(new Argument("", plain));
        }
    }
}
