package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads Perl, Ruby, PHP and Lua word by word: the words of each language that reach outside are in a table, with
/// their first argument where it is a plain text; what stands in no table is part of the language's own work.
///
/// A language whose words can be told from its text by nobody but itself (a module that is loaded, code that is made
/// at run time) gives `Unknown` there.
///
/// Source: perlfunc and perlop 5.38; Ruby 3.4 core: Kernel, IO, File, Dir, FileUtils, Process; PHP manual: program
/// execution, file system, network; Lua 5.4 manual, 6.
final class WordCode {
    private static final Map<String, Map<String, String>> TABLES =
            Map.of(
                    "perl",
                    table(
                            """
                            script: system exec qx
                            delete: unlink rmdir rmtree remove_tree
                            move: rename
                            open: open sysopen
                            write: mkdir mkpath make_path
                            edit: truncate utime chmod chown link symlink
                            net: socket connect bind listen accept send recv IO::Socket LWP HTTP::Tiny Net::HTTP Socket IO::Socket::INET LWP::Simple LWP::UserAgent getstore WWW::Mechanize
                            opaque: eval require do syscall fork kill dbmopen fcntl ioctl dump evalbytes POSIX Inline DynaLoader XSLoader File::Copy File::Path copy File::Find
                            env: ENV
                            """),
                    "ruby",
                    table(
                            """
                            script: system exec spawn popen popen2 popen3 capture2 capture2e capture3 Open3 sh
                            delete: unlink delete rmdir rm rm_f
                            delete-tree: rm_r rm_rf remove_entry remove_dir rmtree remove_entry_secure
                            move: rename mv move
                            read: read readlines foreach binread load_file
                            open: open new
                            write: mkdir mkdir_p touch binwrite makedirs
                            write2: write
                            edit: truncate chmod chown chmod_R chown_R ln_s symlink ln link
                            net: Net TCPSocket UDPSocket UNIXSocket Socket TCPServer URI.open OpenURI Faraday HTTParty RestClient open-uri
                            opaque: eval instance_eval class_eval module_eval fork kill syscall Fiddle trap binding send public_send __send__ const_get instance_method Marshal require_relative load method
                            env: ENV
                            """),
                    "php",
                    table(
                            """
                            script: system exec shell_exec passthru popen proc_open
                            delete: unlink rmdir
                            move: rename
                            read: file_get_contents readfile file show_source highlight_file parse_ini_file simplexml_load_file
                            open: fopen
                            write2: file_put_contents
                            write: mkdir touch copy tempnam move_uploaded_file symlink link
                            edit: chmod chown chgrp ftruncate
                            net: fsockopen pfsockopen curl_exec curl_init stream_socket_client socket_connect socket_create mail ftp_connect ssh2_connect SoapClient stream_socket_server
                            opaque: eval assert include include_once require require_once create_function call_user_func call_user_func_array pcntl_exec pcntl_fork dl unserialize extract FFI preg_replace_callback array_map ReflectionFunction posix_kill ini_set putenv
                            env: getenv _ENV _SERVER phpinfo
                            """),
                    "lua",
                    table(
                            """
                            script: execute popen
                            delete: remove
                            move: rename
                            read: lines
                            open: open output input
                            net: socket
                            opaque: load loadstring loadfile dofile require debug package ffi
                            env: getenv
                            """));

    /// Modules that only work on what they are given.
    private static final Set<String> PURE =
            Set.of(
                    "strict",
                    "warnings",
                    "utf8",
                    "feature",
                    "List::Util",
                    "Scalar::Util",
                    "Data::Dumper",
                    "JSON",
                    "JSON::PP",
                    "JSON::XS",
                    "POSIX",
                    "Time::HiRes",
                    "Time::Local",
                    "Time::Piece",
                    "Encode",
                    "MIME::Base64",
                    "Digest::MD5",
                    "Digest::SHA",
                    "Getopt::Long",
                    "constant",
                    "integer",
                    "bigint",
                    "v5",
                    "Text::Wrap",
                    "Math::Trig",
                    "Math::BigInt",
                    "Unicode::Normalize",
                    "open",
                    "vars",
                    "lib",
                    "Carp",
                    "Storable",
                    "Text::ParseWords",
                    "parent",
                    "base",
                    "re",
                    "json",
                    "yaml",
                    "set",
                    "date",
                    "time",
                    "csv",
                    "erb",
                    "digest",
                    "base64",
                    "securerandom",
                    "pp",
                    "stringio",
                    "bigdecimal",
                    "ostruct",
                    "optparse",
                    "psych",
                    "strscan",
                    "tempfile",
                    "fileutils",
                    "pathname",
                    "English",
                    "shellwords",
                    "zlib",
                    "benchmark",
                    "open3",
                    "uri",
                    "socket",
                    "net/http",
                    "open-uri");

    private final String language;
    private final String all;
    private final Acts acts;
    private final Arg text;
    private final Map<String, String> words;

    private WordCode(String language, Arg text, Acts acts) {
        this.language = language;
        this.text = text;
        this.all = text.text().orElse("");
        this.acts = acts;
        this.words = TABLES.getOrDefault(language, Map.of());
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

    private static Map<String, String> table(String text) {
        var words = new HashMap<String, String>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                for (String word : line.substring(colon + 2).strip().split("\\s+")) {
                    words.put(word, line.substring(0, colon).strip());
                }
            }
        }
        return words;
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
                at = backticks(at + 1, '`');
            } else if (c == '%'
                    && language.equals("ruby")
                    && all.startsWith("%x", at)
                    && at + 2 < all.length()
                    && !Character.isLetterOrDigit(all.charAt(at + 2))) {
                at = backticks(at + 3, closing(all.charAt(at + 2)));
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

    private static char closing(char open) {
        return switch (open) {
            case '(' -> ')';
            case '[' -> ']';
            case '{' -> '}';
            case '<' -> '>';
            default -> open;
        };
    }

    private int backticks(int from, char close) {
        int end = all.indexOf(close, from);
        if (end < 0) {
            acts.unknown(
                    new Gap.Unparsed(language + ": a command that has no end"), Bound.ANYTHING);
            return all.length();
        }
        run(Optional.of(all.substring(from, end)).filter(command -> !interpolates(command)));
        return end + 1;
    }

    private boolean interpolates(String inside) {
        return language.equals("ruby")
                ? inside.contains("#{")
                : inside.indexOf('$') >= 0 || language.equals("perl") && inside.indexOf('@') >= 0;
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
        act(act, word, end);
    }

    /// Words that only reach outside in one place: `File.open`, not `x.new`; `name =>`, `name:` are keys.
    private boolean behaves(String act, String word, char before, int end) {
        boolean key =
                all.startsWith("=>", skip(end))
                        || all.startsWith(":", end) && !all.startsWith("::", end);
        boolean ruby = language.equals("ruby") && before == '.';
        String owner = ruby ? owner(all.indexOf(word, Math.max(0, end - word.length())) - 1) : "";
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
                        && !Set.of("os", "io").contains(owner(end - word.length() - 1));
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
                || language.equals("php") && before == '>' && !act.equals("net")
                || language.equals("perl") && before == '-' && word.length() == 1
                || language.equals("perl") && word.equals("do") && all.startsWith("{", skip(end));
    }

    private String owner(int dot) {
        int from = dot;
        while (from > 0
                && (Character.isLetterOrDigit(all.charAt(from - 1))
                        || all.charAt(from - 1) == '_')) {
            from--;
        }
        return dot < 0 ? "" : all.substring(from, Math.max(from, dot));
    }

    private int skip(int at) {
        int next = at;
        while (next < all.length() && (all.charAt(next) == ' ' || all.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }

    private void loaded(int end) {
        int from = skip(end);
        int to = from;
        while (to < all.length() && ";\n, )".indexOf(all.charAt(to)) < 0) {
            to++;
        }
        String name = all.substring(from, to).replace("'", "").replace("\"", "").replace("(", "");
        if (PURE.contains(name)
                || name.startsWith("v5")
                || !name.isEmpty() && Character.isDigit(name.charAt(0))
                || words.getOrDefault(name, "").equals("net")) {
            return;
        }
        acts.unknown(new Gap.Unread("the module `" + name + "` of " + language), Bound.ANYTHING);
    }

    private void act(String act, String word, int end) {
        int from = skip(end);
        boolean round = from < all.length() && all.charAt(from) == '(';
        int start = round ? skip(from + 1) : from;
        if (language.equals("perl") && word.equals("qx")) {
            backticks(from + 1, from < all.length() ? closing(all.charAt(from)) : ' ');
            return;
        }
        Optional<String> first = literal(start);
        switch (act) {
            case "script" -> program(start, first, word);
            case "delete", "delete-tree" ->
                    acts.delete(thing(first, word), act.equals("delete-tree"));
            case "move" ->
                    acts.places(thing(first, word), World.Use.DELETE)
                            .forEach(place ->
                                    acts.add(
                                            new Effect.Move(
                                                    place,
                                                    acts.places(
                                                                    thing(second(start), word),
                                                                    World.Use.CREATE)
                                                            .getFirst(),
                                                    acts.span())));
            case "read" -> acts.print(acts.read(thing(first, word)));
            case "write" -> acts.write(thing(first, word), Effect.Write.Manner.CREATE, Data.NONE);
            case "write2" -> acts.write(thing(first, word), Effect.Write.Manner.CREATE, Data.NONE);
            case "edit" ->
                    acts.unknown(
                            new Gap.UnknownValue("what `" + word + "` changes"), bound(Kind.WRITE));
            case "open" -> open(first, start, word);
            case "net" ->
                    acts.unknown(
                            new Gap.UnknownValue("where `" + word + "` connects to"),
                            bound(Kind.SEND, Kind.RECEIVE, Kind.RUN));
            case "env" -> acts.print(Data.of(variable(end)));
            default ->
                    acts.unknown(
                            new Gap.Unread("what `" + word + "` runs in " + language),
                            Bound.ANYTHING);
        }
    }

    /// `ENV{HOME}`, `ENV['HOME']`, `getenv("HOME")`; without a plain name it is all of them.
    private Source variable(int end) {
        int from = end;
        while (from < all.length() && "{[(\"' ".indexOf(all.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < all.length()
                && (Character.isLetterOrDigit(all.charAt(to)) || all.charAt(to) == '_')) {
            to++;
        }
        return from > end && to > from && to < all.length() && "}])\"'".indexOf(all.charAt(to)) >= 0
                ? new Source.Variable(all.substring(from, to))
                : new Source.Environment();
    }

    private static Bound bound(Kind first, Kind... rest) {
        return new Bound(EnumSet.of(first, rest), Optional.empty());
    }

    private Thing thing(Optional<String> literal, String word) {
        return literal.map(Thing::text)
                .orElse(Thing.of("text", Value.unknown("what `" + word + "` is given"), Data.NONE));
    }

    /// One text is a shell's; several are a program and its arguments, where the language takes them so.
    private void program(int start, Optional<String> first, String word) {
        boolean takes = language.equals("perl") || language.equals("ruby");
        int next = comma(start);
        boolean braced = start < all.length() && "{[".indexOf(all.charAt(start)) >= 0;
        boolean listed = first.isPresent() && takes && next < all.length() && !braced;
        if (!listed || word.startsWith("popen") && language.equals("perl")) {
            run(first);
            return;
        }
        var words = new ArrayList<Arg>();
        words.add(text.with(Value.exact(first.get())));
        boolean loose = false;
        for (int at = next; at < all.length(); at = comma(at)) {
            Optional<String> each = literal(at);
            loose |= each.isEmpty();
            each.ifPresent(plain -> words.add(text.with(Value.exact(plain))));
        }
        if (loose) {
            words.add(
                    new Arg(
                            Value.unknown("an argument that the " + language + " code works out"),
                            Data.NONE,
                            true,
                            acts.span()));
        }
        acts.print(acts.include(acts.opener().command(words, acts.call())));
    }

    private void run(Optional<String> command) {
        if (command.isPresent()) {
            Arg script = text.with(Value.exact(command.get()));
            acts.print(acts.include(acts.opener().script(script, List.of(), acts.call())));
        } else {
            acts.unknown(
                    new Gap.UnknownValue("a command that the " + language + " code puts together"),
                    Bound.ANYTHING);
        }
    }

    /// `open(FH, "<", "x")`, `open("| cmd")`, `File.open("x", "w")`, `fopen("x", "r")`.
    private void open(Optional<String> first, int start, String word) {
        Optional<String> second = second(start);
        boolean perl = language.equals("perl");
        String name = perl ? second.orElse("") : first.orElse("");
        String mode = perl ? "<" : second.orElse("r");
        if (perl && third(start).isPresent()) {
            mode = second.orElse("?");
            name = third(start).get();
        } else if (perl && !name.isEmpty()) {
            mode =
                    name.startsWith(">>")
                            ? ">>"
                            : name.startsWith(">")
                                    ? ">"
                                    : name.startsWith("|") || name.endsWith("|") ? "|" : "<";
            name = name.replaceFirst("^[<>+|]+", "").replaceFirst("\\|$", "").strip();
        }
        if (name.startsWith("|") || mode.contains("|")) {
            run(Optional.of(name.replaceFirst("^\\|", "")));
            return;
        }
        Thing file = thing(Optional.of(name).filter(each -> !each.isEmpty()), word);
        boolean appends = mode.startsWith("a") || mode.startsWith(">>");
        boolean writes =
                appends
                        || mode.startsWith("w")
                        || mode.startsWith(">")
                        || mode.contains("+")
                        || mode.startsWith("x")
                        || mode.startsWith("c");
        if (name.isEmpty()) {
            acts.unknown(
                    new Gap.UnknownValue("what `" + word + "` opens"),
                    bound(Kind.READ, Kind.WRITE, Kind.RUN));
        } else if (writes) {
            acts.write(
                    file,
                    appends ? Effect.Write.Manner.APPEND : Effect.Write.Manner.CREATE,
                    Data.NONE);
        } else {
            acts.print(acts.read(file));
        }
    }

    /// A text that stands alone as an argument.
    private Optional<String> literal(int start) {
        if (start >= all.length() || "'\"".indexOf(all.charAt(start)) < 0) {
            return Optional.empty();
        }
        int close = close(start);
        if (close < 0) {
            return Optional.empty();
        }
        int next = skip(close + 1);
        boolean alone =
                next >= all.length()
                        || ",);\n}]|".indexOf(all.charAt(next)) >= 0
                        || all.startsWith("do", next)
                        || all.startsWith("or", next)
                        || all.startsWith("if", next)
                        || all.startsWith("for", next)
                        || all.startsWith("unless", next);
        String inside = all.substring(start + 1, close);
        boolean plain = all.charAt(start) == '\'';
        return alone && (plain || !interpolates(inside))
                ? Optional.of(plain ? inside : Escapes.plain(inside))
                : Optional.empty();
    }

    private int close(int start) {
        for (int i = start + 1; i < all.length(); i++) {
            if (all.charAt(i) == '\\') {
                i++;
            } else if (all.charAt(i) == all.charAt(start)) {
                return i;
            }
        }
        return -1;
    }

    private int comma(int start) {
        int at = start;
        while (at < all.length() && ",;\n)".indexOf(all.charAt(at)) < 0) {
            int close = "'\"".indexOf(all.charAt(at)) >= 0 ? close(at) : at;
            at = (close < 0 ? all.length() : close) + 1;
        }
        return at < all.length() && all.charAt(at) == ',' ? skip(at + 1) : all.length();
    }

    private Optional<String> second(int start) {
        return literal(comma(start));
    }

    private Optional<String> third(int start) {
        return literal(comma(comma(start)));
    }
}
