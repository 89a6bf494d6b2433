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
import java.util.Optional;
import java.util.Set;

/// Reads the plain network programs: netcat and its kin, socat, telnet, ftp, HTTPie, aria2.
///
/// Source: nc(1) of OpenBSD and of netcat-traditional, ncat(1) 7.95, socat(1) 1.8, telnet(1), HTTPie's manual 3.2,
/// aria2c(1) 1.37.
final class NetReaders {
    private static final Options NC =
            Options.of(
                    """
                    -4 -6 -a -b -C,--crlf -D -d -F -h,--help -k,--keep-open -l,--listen -N -n,--nodns -r -S -t,--telnet -U,--unixsock
                    -u,--udp -v,--verbose -vv -Z -z -c=,--sh-exec= -e=,--exec= --lua-exec= -g= -G= -i=,--idle-timeout= -I= -M= -m=,--max-conns=
                    -O= -o=,--output= -P= -p=,--source-port= -q= -s=,--source= -T= -V -w=,--wait= -W= -X= -x=,--hex-dump= -K= -R= -H= -y=
                    --ssl --ssl-verify --ssl-cert= --ssl-key= --ssl-trustfile= --ssl-servername= --ssl-alpn= --ssl-ciphers= --proxy=
                    --proxy-type= --proxy-auth= --proxy-dns= --allow= --allowfile= --deny= --denyfile= --broker --chat
                    --send-only --recv-only --no-shutdown --append-output --delay= --sctp --vsock --version --zero
                    """);
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private NetReaders() {}

    static Outcome nc(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        boolean listens = false;
        boolean scans = false;
        boolean unix = false;
        Optional<Arg> port = Optional.empty();
        Optional<Arg> runs = Optional.empty();
        boolean shell = false;
        for (Item item : NC.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Loose(var arg) -> {
                    if (arg.splits()) {
                        sheet.unknown(arg, Bound.ANYTHING);
                    }
                    words.add(arg);
                }
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    switch (option.name()) {
                        case "-l" -> listens = true;
                        case "-z" -> scans = true;
                        case "-U" -> unix = true;
                        case "-p" -> port = Optional.of(option.given());
                        case "-e", "-c", "--lua-exec" -> {
                            runs = Optional.of(option.given());
                            shell = option.name().equals("-c");
                        }
                        case "-o", "-x" -> {
                            if (option.name().equals("-o")
                                    || option.arg().value().prefix().startsWith("--")) {
                                sheet.create(option.given(), Data.NONE);
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
        if (words.isEmpty() && !listens) {
            return sheet.done();
        }
        Endpoint end = end(words, unix);
        if (unix && !words.isEmpty()) {
            Sockets.connect(words.getFirst(), sheet);
        }
        if (listens) {
            String text =
                    port.map(Arg::value)
                            .map(Value::prefix)
                            .orElse(words.isEmpty() ? "" : words.getLast().value().prefix());
            String address =
                    words.size() > 1 || port.isPresent() && words.size() == 1
                            ? words.getFirst().value().prefix()
                            : "0.0.0.0";
            sheet.must(
                    new Effect.Listen(
                            unix ? "127.0.0.1" : address, SshReaders.number(text), call.span()));
        }
        if (runs.isPresent()) {
            sheet.send(
                    end,
                    "shell",
                    Data.of(new Source.Program(runs.get().value().prefix())),
                    call.span());
            sheet.must(
                    new Effect.Unknown(
                            new dev.cattlegrid.effect.Gap.UnknownValue(
                                    "another machine decides what runs here"),
                            Bound.ANYTHING,
                            call.span()));
            Invocation fed = fed(call, Data.of(new Source.Network(end)));
            return sheet.include(
                            shell
                                    ? opener.script(runs.get(), List.of(), fed)
                                    : opener.command(words(runs.get()), fed))
                    .done();
        }
        if (!scans) {
            sheet.send(end, listens ? "nc -l" : "nc", call.stdin(), call.span());
            sheet.receive(end, call.span());
        } else {
            sheet.send(end, "connect", Data.NONE, call.span());
        }
        return sheet.output(new Source.Network(end)).done();
    }

    private static Endpoint end(List<Arg> words, boolean unix) {
        if (unix) {
            return Endpoints.of("unix://localhost", "unix");
        }
        if (words.isEmpty()) {
            return Sheet.nowhere("tcp", "");
        }
        Endpoint host = Endpoints.of(words.getFirst(), "tcp");
        return words.size() < 2
                ? host
                : new Endpoint(
                        "tcp",
                        host.host(),
                        SshReaders.number(words.get(1).value().prefix()),
                        host.scope(),
                        host.url());
    }

    private static List<Arg> words(Arg text) {
        if (text.text().isEmpty()) {
            return List.of(text);
        }
        var words = new ArrayList<Arg>();
        for (String word : text.text().get().strip().split("\\s+")) {
            words.add(Arg.exact(word, text.span()));
        }
        return words;
    }

    private static Invocation fed(Invocation call, Data stdin) {
        return new Invocation(
                call.name(),
                call.args(),
                call.environment(),
                stdin,
                true,
                call.directory(),
                call.world(),
                call.contained(),
                call.raised(),
                call.span());
    }

    static Outcome socat(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var ends = new ArrayList<Arg>();
        boolean skip = false;
        int onlyRead = -1;
        for (Arg arg : call.args()) {
            String text = arg.value().prefix();
            if (skip) {
                skip = false;
            } else if (text.startsWith("-") && !text.equals("-")) {
                onlyRead = text.equals("-u") ? 0 : text.equals("-U") ? 1 : onlyRead;
                skip =
                        Set.of("-b", "-t", "-T", "-L", "-W", "-lf", "-lp", "-r", "-R")
                                .contains(text);
            } else {
                ends.add(arg);
            }
        }
        Data flowing = Data.NONE;
        for (int i = 0; i < ends.size(); i++) {
            flowing = flowing.with(address(ends.get(i), call, sheet));
            if (i != onlyRead) {
                written(ends.get(i), sheet);
            }
        }
        boolean outside =
                flowing.sources().stream().anyMatch(source -> source instanceof Source.Network);
        boolean runs =
                ends.stream()
                        .map(end -> kind(end))
                        .anyMatch(kind ->
                                kind.equals("EXEC")
                                        || kind.equals("SYSTEM")
                                        || kind.equals("SHELL"));
        for (Arg end : ends) {
            Endpoint to = endpoint(end);
            if (!to.scheme().isEmpty()) {
                sheet.send(to, runs ? "shell" : "socat", flowing, end.span());
            }
        }
        if (outside && runs) {
            sheet.unknown(
                    new dev.cattlegrid.effect.Gap.UnknownValue(
                            "another machine decides what runs here"),
                    Bound.ANYTHING,
                    call.span());
        }
        return sheet.output(flowing).done();
    }

    private static String kind(Arg end) {
        String text = end.value().prefix();
        int colon = text.indexOf(':');
        int comma = text.indexOf(',');
        int stop = colon < 0 ? comma : comma < 0 ? colon : Math.min(colon, comma);
        return (stop < 0 ? text : text.substring(0, stop)).toUpperCase(Locale.ROOT);
    }

    private static String rest(Arg end) {
        String text = end.value().prefix();
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(colon + 1);
    }

    private static Endpoint endpoint(Arg end) {
        String kind = kind(end);
        boolean connects =
                !kind.contains("LISTEN")
                        && (kind.startsWith("TCP")
                                || kind.startsWith("UDP")
                                || kind.startsWith("OPENSSL")
                                || kind.startsWith("SSL")
                                || kind.startsWith("SOCKS")
                                || kind.startsWith("PROXY"));
        if (!connects) {
            return Sheet.nowhere("", "");
        }
        String rest = rest(end);
        int comma = rest.indexOf(',');
        return Endpoints.of(comma < 0 ? rest : rest.substring(0, comma), "tcp");
    }

    /// A file at an end takes what comes from the other one.
    private static void written(Arg end, Sheet sheet) {
        String rest = rest(end);
        boolean file = Set.of("FILE", "OPEN", "GOPEN").contains(kind(end));
        if (file && !rest.contains("rdonly")) {
            int comma = rest.indexOf(',');
            String path = comma < 0 ? rest : rest.substring(0, comma);
            sheet.edit(end.with(Value.exact(path)), Data.of(new Source.Program("socat")));
        }
    }

    private static Data address(Arg end, Invocation call, Sheet sheet) {
        String kind = kind(end);
        String rest = rest(end);
        int comma = rest.indexOf(',');
        String first = comma < 0 ? rest : rest.substring(0, comma);
        switch (kind) {
            case "-", "STDIO", "STDIN", "STDOUT", "FD", "PTY", "STDERR" -> {
                return call.stdin();
            }
            case "EXEC" -> {
                sheet.command(words(end.with(Value.exact(first))));
                return Data.of(new Source.Program(first));
            }
            case "SYSTEM", "SHELL" -> {
                sheet.script(end.with(Value.exact(first)));
                return Data.of(new Source.Program(first));
            }
            case "FILE", "OPEN", "GOPEN" -> {
                return sheet.read(end.with(Value.exact(first)));
            }
            case "CREATE", "CREAT" -> {
                sheet.create(end.with(Value.exact(first)), Data.of(new Source.Program("socat")));
                return Data.NONE;
            }
            default -> {
                if (kind.contains("LISTEN") || kind.contains("RECV")) {
                    boolean unix =
                            kind.startsWith("UNIX")
                                    || rest.contains("bind=127.")
                                    || rest.contains("bind=localhost");
                    sheet.must(
                            new Effect.Listen(
                                    unix ? "127.0.0.1" : "0.0.0.0",
                                    SshReaders.number(first),
                                    end.span()));
                    return Data.of(new Source.Network(Sheet.nowhere("tcp", end.value().prefix())));
                }
                Endpoint to = endpoint(end);
                if (!to.scheme().isEmpty()) {
                    return Data.of(new Source.Network(to));
                }
                if (kind.startsWith("UNIX") || kind.startsWith("ABSTRACT")) {
                    Sockets.connect(end.with(Value.exact(first)), sheet);
                    return Data.NONE;
                }
                sheet.unread("the socat address `" + end.value().prefix() + "`", end.span());
                return Data.NONE;
            }
        }
    }

    /// `telnet HOST PORT`, `ftp HOST`, `tftp`: what is typed goes there.
    static Outcome talk(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        List<Arg> words =
                call.args().stream().filter(arg -> !arg.value().prefix().startsWith("-")).toList();
        if (words.isEmpty()) {
            return sheet.done();
        }
        Endpoint end = end(words, false);
        sheet.send(end, call.name(), call.stdin(), call.span()).receive(end, call.span());
        return sheet.output(new Source.Network(end)).done();
    }

    /// HTTPie: `http [METHOD] URL [ITEM...]`.
    static Outcome httpie(Invocation call, Opener opener) {
        var options =
                Options.of(
                        """
                        -j,--json -f,--form --multipart --boundary= --raw= -x,--compress --pretty= -s=,--style= --unsorted --sorted
                        --response-charset= --response-mime= --format-options= -p=,--print= -h,--headers -m,--meta -b,--body
                        -v,--verbose --all -S,--stream -o=,--output= -d,--download -c,--continue -q,--quiet --session=
                        --session-read-only= -a=,--auth= -A=,--auth-type= --ignore-netrc --offline --proxy= -F,--follow
                        --max-redirects= --max-headers= --timeout= --check-status --path-as-is --chunked --verify= --ssl=
                        --ciphers= --cert= --cert-key= --cert-key-pass= -I,--ignore-stdin --help --manual --version --traceback
                        --default-scheme= --debug
                        """);
        var sheet = new Sheet(call, opener);
        var words = new ArrayList<Arg>();
        Data sent = Data.NONE;
        boolean body = call.piped();
        Optional<Arg> output = Optional.empty();
        for (Item item : options.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> words.add(arg);
                case Item.Loose(var arg) -> words.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    switch (option.name()) {
                        case "--raw" -> {
                            body = true;
                            sent = sent.beside(option.given().data());
                        }
                        case "-a" -> sent = sent.beside(option.given().data());
                        case "-o" -> output = Optional.of(option.given());
                        case "-I" -> body = false;
                        case "--offline" -> {
                            return sheet.done();
                        }
                        default -> {}
                    }
                }
            }
        }
        String method = "";
        if (!words.isEmpty() && words.getFirst().text().map(METHODS::contains).orElse(false)) {
            method = words.removeFirst().text().orElse("");
        }
        if (words.isEmpty()) {
            return sheet.done();
        }
        Endpoint end =
                Endpoints.of(words.getFirst(), call.name().equals("https") ? "https" : "http");
        sent = sent.beside(words.getFirst().data());
        for (Arg item : words.subList(1, words.size())) {
            String text = item.value().prefix();
            int at = text.indexOf('@');
            boolean file =
                    at > 0
                            && text.substring(0, at)
                                    .chars()
                                    .allMatch(c ->
                                            Character.isLetterOrDigit(c) || "_-:=".indexOf(c) >= 0);
            boolean query =
                    text.contains("==") || text.indexOf(':') > 0 && text.indexOf('=') < 0 && !file;
            body |= !query;
            sent = sent.beside(file ? sheet.read(item.after(at + 1)) : item.data());
        }
        if (body && call.piped()) {
            sent = sent.beside(call.stdin());
        }
        sheet.send(end, method.isEmpty() ? body ? "POST" : "GET" : method, sent, call.span())
                .receive(end, call.span());
        Data data = Data.of(new Source.Network(end));
        if (output.isPresent()) {
            sheet.create(output.get(), data);
        } else {
            sheet.output(data);
        }
        return sheet.done();
    }

    /// aria2c, axel, `lwp-download`: each URL becomes a file.
    static Outcome download(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        Optional<Arg> folder = Optional.empty();
        Optional<Arg> name = Optional.empty();
        List<Arg> args = call.args();
        var urls = new ArrayList<Arg>();
        for (int i = 0; i < args.size(); i++) {
            String text = args.get(i).value().prefix();
            boolean next = i + 1 < args.size();
            if ((text.equals("-d")
                            || text.equals("-o")
                            || text.equals("--dir")
                            || text.equals("--out"))
                    && next) {
                i++;
                if (text.equals("-d") || text.equals("--dir")) {
                    folder = Optional.of(args.get(i));
                } else {
                    name = Optional.of(args.get(i));
                }
            } else if (text.startsWith("--dir=")) {
                folder = Optional.of(args.get(i).after(6));
            } else if (text.startsWith("--out=")) {
                name = Optional.of(args.get(i).after(6));
            } else if (text.startsWith("--on-")
                    || text.startsWith("--conf-path")
                    || text.startsWith("--enable-rpc")) {
                sheet.strange(text, args.get(i));
            } else if (text.equals("-i") && next) {
                i++;
                sheet.read(args.get(i));
                urls.add(args.get(i).with(Value.unknown("the URLs of a file")));
            } else if ((text.equals("-x")
                            || text.equals("-s")
                            || text.equals("-j")
                            || text.equals("-k"))
                    && next) {
                i++;
            } else if (!text.startsWith("-")) {
                urls.add(args.get(i));
            }
        }
        String in =
                folder.map(arg -> arg.value().prefix())
                        .map(text -> text.endsWith("/") ? text : text + "/")
                        .orElse("./");
        for (Arg url : urls) {
            Endpoint end = Endpoints.of(url, "http");
            sheet.send(end, "GET", url.data(), url.span()).receive(end, url.span());
            Value file =
                    name.flatMap(Arg::text)
                            .<Value>map(text -> Value.exact(in + text))
                            .orElse(new Value.Partial(in, "", "the file's name"));
            sheet.create(url.with(file), Data.of(new Source.Network(end)));
        }
        return sheet.done();
    }
}
