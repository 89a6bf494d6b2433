package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads ssh and what comes with it: commands and files for another machine, keys.
///
/// A command on the other machine is one effect there; what it would do to that machine is not worked out. Settings
/// that start a program on this machine are opened.
///
/// Source: ssh(1), scp(1), sftp(1), ssh-keygen(1), ssh-add(1), ssh-copy-id(1), ssh_config(5) of OpenSSH 9.9.
final class SshReaders {
    private static final Options SSH =
            Options.of(
                            """
                            -4 -6 -A -a -B= -b= -C -c= -D= -E= -e= -F= -f -G -g -I= -i= -J= -K -k -L= -l= -M -m= -N -n -O=
                            -o= -P= -p= -Q= -q -R= -S= -s -T -t -V -v -W= -w= -X -x -Y -y
                            """)
                    .stopping();
    private static final Options SCP =
            Options.of(
                    "-3 -4 -6 -A -B -C -c= -D= -F= -i= -J= -l= -O -o= -P= -p -q -R -r -S= -s -T -v -X=");
    private static final Options SFTP =
            Options.of(
                    "-4 -6 -A -a -B= -b= -C -c= -D= -F= -f -i= -J= -l= -N -o= -P= -p -q -R= -r -S= -s= -v -X=");
    private static final Options KEYGEN =
            Options.of(
                            """
                            -A -a= -B -b= -C= -c -D= -E= -e -F= -f= -g -H -h -I= -i -K -k -L -l -M= -m= -N= -n= -O= -P= -p
                            -Q -q -R= -r= -s= -t= -U -u -V= -v -w= -W= -Y= -y -Z= -z=
                            """)
                    .unabbreviated();

    private SshReaders() {}

    static Outcome ssh(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        boolean quiet = false;
        for (Item item : SSH.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Loose(var arg) -> {
                    if (arg.splits() || words.isEmpty() && arg.value().prefix().startsWith("-")) {
                        sheet.unknown(arg, Bound.ANYTHING);
                    }
                    words.add(arg);
                }
                case Item.Option option -> {
                    quiet |=
                            option.name().equals("-V")
                                    || option.name().equals("-Q")
                                    || option.name().equals("-G");
                    common(option, sheet);
                    forward(option, sheet);
                }
            }
        }
        if (words.isEmpty() || quiet) {
            return sheet.output(new Source.Program("ssh")).done();
        }
        Endpoint host = host(words.getFirst());
        Data said = Data.NONE;
        var command = new StringBuilder();
        for (Arg word : words.subList(1, words.size())) {
            said = said.with(word.data());
            command.append(command.isEmpty() ? "" : " ").append(word.text().orElse("…"));
        }
        Data sent = said.with(call.piped() ? call.stdin() : Data.NONE);
        String what = command.length() > 200 ? command.substring(0, 200) + "…" : command.toString();
        sheet.must(
                new Effect.Remote(
                        "ssh",
                        what.isEmpty() ? "shell" : what,
                        host.host(),
                        destroys(command.toString(), call, opener)
                                ? Effect.Remote.Change.DESTROY
                                : Effect.Remote.Change.UNKNOWN,
                        host.scope() == Endpoint.Scope.LOOPBACK,
                        call.span()));
        sheet.send(host, "ssh", sent, call.span());
        return sheet.output(new Source.Network(host)).done();
    }

    /// Whether the command would destroy something wherever it ran.
    private static boolean destroys(String command, Invocation call, Opener opener) {
        return !command.isEmpty()
                && opener.script(Arg.exact(command, call.span()), List.of(), call).steps().stream()
                        .anyMatch(step -> isLoss(step.effect()));
    }

    private static boolean isLoss(Effect effect) {
        return switch (effect) {
            case Effect.Delete delete -> delete.recursive();
            case Effect.Write write -> write.manner() == Effect.Write.Manner.DESTROY;
            case Effect.Administer administer ->
                    administer.gravity() == Effect.Administer.Gravity.DESTROY;
            case Effect.Remote remote -> remote.change() == Effect.Remote.Change.DESTROY;
            default -> false;
        };
    }

    private static Endpoint host(Arg word) {
        return Endpoints.of(word, "ssh");
    }

    /// Options that ssh, scp and sftp share.
    private static void common(Item.Option option, Sheet sheet) {
        switch (option.name()) {
            case "-o" -> setting(option.given(), sheet);
            case "-F" -> {
                if (!option.given().is("/dev/null") && !option.given().is("none")) {
                    sheet.read(option.given());
                    sheet.unread(
                            "settings of ssh in `" + option.given().value().prefix() + "`",
                            option.arg().span());
                }
            }
            case "-I" -> sheet.unread("the library that ssh loads", option.arg().span());
            case "-E" -> sheet.write(option.given(), Effect.Write.Manner.APPEND, Data.NONE);
            default -> {}
        }
    }

    private static void setting(Arg arg, Sheet sheet) {
        if (arg.text().isEmpty()) {
            sheet.unknown(arg, Bound.ANYTHING);
            return;
        }
        String text = arg.text().get().strip();
        int end = 0;
        while (end < text.length() && " =\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String key = text.substring(0, end).toLowerCase(Locale.ROOT);
        String value = text.substring(end).strip();
        value = value.startsWith("=") ? value.substring(1).strip() : value;
        switch (key) {
            case "proxycommand", "localcommand", "knownhostscommand" -> {
                if (!value.equalsIgnoreCase("none")) {
                    sheet.script(arg.with(Value.exact(value)));
                }
            }
            case "include",
                    "pkcs11provider",
                    "securitykeyprovider",
                    "xauthlocation",
                    "identityagent" -> {
                if (!value.equalsIgnoreCase("none")
                        && !value.startsWith("~")
                        && !key.equals("identityagent")) {
                    sheet.unread("what `" + key + "` makes ssh load", arg.span());
                }
            }
            case "localforward", "remoteforward", "dynamicforward" ->
                    sheet.must(
                            new Effect.Listen(
                                    key.equals("remoteforward") ? "" : "127.0.0.1", 0, arg.span()));
            default -> {}
        }
    }

    private static void forward(Item.Option option, Sheet sheet) {
        switch (option.name()) {
            case "-L", "-D" -> {
                String text = option.given().value().prefix();
                String[] parts = text.split(":");
                boolean bound = option.name().equals("-L") ? parts.length > 3 : parts.length > 1;
                String port = bound ? parts[1] : parts[0];
                sheet.must(
                        new Effect.Listen(
                                bound ? parts[0] : "127.0.0.1", number(port), option.arg().span()));
            }
            case "-R" ->
                    sheet.must(
                            new Effect.Listen(
                                    "",
                                    number(option.given().value().prefix()),
                                    option.arg().span()));
            case "-w" -> sheet.must(new Effect.Listen("", 0, option.arg().span()));
            default -> {}
        }
    }

    static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length() && i < 5 && Character.isDigit(text.charAt(i)); i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static Outcome scp(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        for (Item item : SCP.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Loose(var arg) -> {
                    if (arg.splits()) {
                        sheet.unknown(arg, Bound.ANYTHING);
                    }
                    words.add(arg);
                }
                case Item.Option option -> {
                    if (option.name().equals("-S") || option.name().equals("-D")) {
                        sheet.command(List.of(option.given()));
                    }
                    common(option, sheet);
                }
            }
        }
        if (words.size() > 1) {
            copy(words, sheet, "scp", true);
        }
        return sheet.done();
    }

    /// Sources to a destination, each here or on another machine.
    static void copy(List<Arg> words, Sheet sheet, String verb, boolean writes) {
        Arg to = words.getLast();
        Data data = Data.NONE;
        for (Arg from : words.subList(0, words.size() - 1)) {
            if (isRemote(from)) {
                Endpoint host = Endpoints.of(from, "ssh");
                sheet.receive(host, from.span());
                data = data.with(Data.of(new Source.Network(host)));
            } else {
                data = data.with(sheet.read(from));
            }
        }
        if (isRemote(to)) {
            sheet.send(Endpoints.of(to, "ssh"), verb, data, to.span());
        } else if (writes) {
            sheet.create(to, data);
        }
    }

    /// `host:path`, `user@host:path`, `scp://host/path`; a slash before the colon makes it a file here.
    static boolean isRemote(Arg arg) {
        String text = arg.value().prefix();
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        boolean url =
                text.startsWith("scp://")
                        || text.startsWith("sftp://")
                        || text.startsWith("rsync://")
                        || text.startsWith("ssh://");
        return url || colon > 0 && (slash < 0 || colon < slash);
    }

    static Outcome sftp(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        Data batch = call.piped() ? call.stdin() : Data.NONE;
        for (Item item : SFTP.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Loose(var arg) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    if (option.name().equals("-b")) {
                        batch = sheet.read(option.given());
                    } else if (option.name().equals("-S") || option.name().equals("-D")) {
                        sheet.command(List.of(option.given()));
                    }
                    common(option, sheet);
                }
            }
        }
        if (words.isEmpty()) {
            return sheet.done();
        }
        Endpoint host = Endpoints.of(words.getFirst(), "ssh");
        boolean path = words.getFirst().value().prefix().indexOf(':') > 0;
        if (path && words.size() > 1) {
            sheet.receive(host, call.span())
                    .create(words.get(1), Data.of(new Source.Network(host)));
        } else if (batch.text().isPresent() && !batch.text().get().isEmpty()) {
            batch(batch.text().get(), host, sheet);
        } else {
            sheet.send(host, "sftp", batch, call.span());
            sheet.unread("what sftp is told", call.span());
        }
        return sheet.done();
    }

    private static void batch(String text, Endpoint host, Sheet sheet) {
        for (String line : text.split("\n")) {
            String[] words = line.strip().split("\\s+");
            int first = 1;
            while (first < words.length && words[first].startsWith("-")) {
                first++;
            }
            Arg file =
                    first < words.length
                            ? Arg.exact(words[first], sheet.span())
                            : Arg.exact(".", sheet.span());
            switch (words[0].replaceFirst("^[-@]+", "")) {
                case "put", "mput", "reput" ->
                        sheet.send(host, "sftp", sheet.read(file), sheet.span());
                case "get", "mget", "reget" -> {
                    Arg to =
                            first + 1 < words.length
                                    ? Arg.exact(words[first + 1], sheet.span())
                                    : Arg.exact(".", sheet.span());
                    sheet.receive(host, sheet.span()).create(to, Data.of(new Source.Network(host)));
                }
                case "",
                        "#",
                        "cd",
                        "lcd",
                        "ls",
                        "dir",
                        "lls",
                        "pwd",
                        "lpwd",
                        "bye",
                        "exit",
                        "quit",
                        "help",
                        "?",
                        "version",
                        "df",
                        "progress",
                        "lumask" ->
                        sheet.receive(host, sheet.span());
                default -> {
                    if (line.strip().startsWith("!")) {
                        sheet.script(Arg.exact(line.strip().substring(1), sheet.span()));
                    } else {
                        sheet.must(
                                new Effect.Remote(
                                        "sftp",
                                        words[0],
                                        host.host(),
                                        Effect.Remote.Change.DESTROY,
                                        false,
                                        sheet.span()));
                    }
                }
            }
        }
    }

    static Outcome keygen(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        Arg file = Arg.exact(call.world().home() + "/.ssh/id_ed25519", call.span());
        boolean looks = false;
        boolean removes = false;
        boolean prints = false;
        for (Item item : KEYGEN.scan(call.args())) {
            switch (item) {
                case Item.Operand _, Item.Loose _ -> {}
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    switch (option.name()) {
                        case "-f" -> file = option.given();
                        case "-l", "-F", "-B", "-L", "-Q" -> looks = true;
                        case "-y", "-e" -> prints = true;
                        case "-R" -> {
                            removes = true;
                            file =
                                    Arg.exact(
                                            call.world().home() + "/.ssh/known_hosts", call.span());
                        }
                        case "-D", "-w" ->
                                sheet.unread(
                                        "a library that ssh-keygen loads", option.arg().span());
                        default -> {}
                    }
                }
            }
        }
        if (looks) {
            return sheet.output(new Source.Program("ssh-keygen")).done();
        }
        if (prints) {
            sheet.must(
                    new Effect.Read(
                            sheet.place(file, dev.cattlegrid.effect.world.World.Use.READ),
                            file.span()));
            return sheet.output(new Source.Program("ssh-keygen")).done();
        }
        return (removes
                        ? sheet.edit(file, Data.NONE)
                        : sheet.create(file, Data.of(new Source.Program("ssh-keygen"))))
                .done();
    }

    static Outcome add(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        for (Arg arg : call.args()) {
            String text = arg.value().prefix();
            if (!text.startsWith("-")) {
                sheet.must(
                        new Effect.Read(
                                sheet.place(arg, dev.cattlegrid.effect.world.World.Use.READ),
                                arg.span()));
            } else if (text.equals("-s") || text.equals("-S")) {
                sheet.unread("a library that ssh-agent loads", arg.span());
            }
        }
        return sheet.output(new Source.Program("ssh-add")).done();
    }

    static Outcome copyId(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        Arg host = call.args().isEmpty() ? Arg.exact("", call.span()) : call.args().getLast();
        Endpoint end = Endpoints.of(host, "ssh");
        for (int i = 0; i + 1 < call.args().size(); i++) {
            if (call.args().get(i).is("-o")) {
                setting(call.args().get(i + 1), sheet);
            }
        }
        return sheet.must(new Effect.Persist("authorised key", end.host(), call.span()))
                .send(end, "ssh", Data.spelled(""), call.span())
                .done();
    }
}
