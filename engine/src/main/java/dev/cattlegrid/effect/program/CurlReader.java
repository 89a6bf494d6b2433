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

/// Reads curl: what it sends where, what it receives, and which files it reads and writes.
///
/// Source: curl(1) 8.5 and 8.11.
final class CurlReader {
    private static final Options OPTIONS =
            Options.of(
                    """
                    --abstract-unix-socket= --alt-svc= --anyauth -a,--append --aws-sigv4= --basic --ca-native --cacert= --capath=
                    -E=,--cert= --cert-status --cert-type= --ciphers= --compressed --compressed-ssh -K=,--config=
                    --connect-timeout= --connect-to= -C=,--continue-at= -b=,--cookie= -c=,--cookie-jar= --create-dirs
                    --create-file-mode= --crlf --crlfile= --curves= -d=,--data= --data-ascii= --data-binary= --data-raw=
                    --data-urlencode= --delegation= --digest -q,--disable --disable-eprt --disable-epsv
                    --disallow-username-in-url --dns-interface= --dns-ipv4-addr= --dns-ipv6-addr= --dns-servers=
                    --doh-cert-status --doh-insecure --doh-url= -D=,--dump-header= --ech= --egd-file= --engine= --etag-compare=
                    --etag-save= --expect100-timeout= -f,--fail --fail-early --fail-with-body --false-start -F=,--form=
                    --form-escape --form-string= --ftp-account= --ftp-alternative-to-user= --ftp-create-dirs --ftp-method=
                    --ftp-pasv -P=,--ftp-port= --ftp-pret --ftp-skip-pasv-ip --ftp-ssl-ccc --ftp-ssl-ccc-mode=
                    --ftp-ssl-control -G,--get -g,--globoff --happy-eyeballs-timeout-ms= --haproxy-clientip= --haproxy-protocol
                    -I,--head -H=,--header= -h?,--help? --hostpubmd5= --hostpubsha256= --hsts= --http0.9 -0,--http1.0 --http1.1
                    --http2 --http2-prior-knowledge --http3 --http3-only --ignore-content-length -i,--include,--show-headers
                    -k,--insecure --interface= --ip-tos= --ipfs-gateway= -4,--ipv4 -6,--ipv6 --json= -j,--junk-session-cookies
                    --keepalive-cnt= --keepalive-time= --key= --key-type= --krb= --libcurl= --limit-rate= -l,--list-only
                    --local-port= -L,--location --location-trusted --login-options= --mail-auth= --mail-from= --mail-rcpt=
                    --mail-rcpt-allowfails -M,--manual --max-filesize= --max-redirs= -m=,--max-time= --metalink --mptcp
                    --negotiate -n,--netrc --netrc-file= --netrc-optional -:,--next --no-alpn -N,--no-buffer --buffer --no-clobber
                    --clobber --no-keepalive --no-npn --no-progress-meter --no-sessionid --noproxy= --ntlm --ntlm-wb
                    --oauth2-bearer= -o=,--output= --output-dir= -Z,--parallel --parallel-immediate --parallel-max= --pass=
                    --path-as-is --pinnedpubkey= --post301 --post302 --post303 --preproxy= -#,--progress-bar --proto=
                    --proto-default= --proto-redir= -x=,--proxy= --proxy-anyauth --proxy-basic --proxy-ca-native
                    --proxy-cacert= --proxy-capath= --proxy-cert= --proxy-cert-type= --proxy-ciphers= --proxy-crlfile=
                    --proxy-digest --proxy-header= --proxy-http2 --proxy-insecure --proxy-key= --proxy-key-type=
                    --proxy-negotiate --proxy-ntlm --proxy-pass= --proxy-pinnedpubkey= --proxy-service-name=
                    --proxy-ssl-allow-beast --proxy-ssl-auto-client-cert --proxy-tls13-ciphers= --proxy-tlsauthtype=
                    --proxy-tlspassword= --proxy-tlsuser= --proxy-tlsv1 -U=,--proxy-user= --proxy1.0= -p,--proxytunnel
                    --pubkey= -Q=,--quote= --random-file= -r=,--range= --rate= --raw -e=,--referer= -J,--remote-header-name
                    -O,--remote-name --remote-name-all -R,--remote-time --remove-on-error -X=,--request= --request-target=
                    --resolve= --retry= --retry-all-errors --retry-connrefused --retry-delay= --retry-max-time= --sasl-authzid=
                    --sasl-ir --service-name= -S,--show-error -s,--silent --skip-existing --socks4= --socks4a= --socks5=
                    --socks5-basic --socks5-gssapi --socks5-gssapi-nec --socks5-gssapi-service= --socks5-hostname=
                    -Y=,--speed-limit= -y=,--speed-time= --ssl --ssl-allow-beast --ssl-auto-client-cert --ssl-no-revoke
                    --ssl-reqd --ssl-revoke-best-effort -2,--sslv2 -3,--sslv3 --stderr= --styled-output --no-styled-output
                    --suppress-connect-headers --tcp-fastopen --tcp-nodelay -t=,--telnet-option= --tftp-blksize= --tftp-no-options
                    -z=,--time-cond= --tls-earlydata --tls-max= --tls13-ciphers= --tlsauthtype= --tlspassword= --tlsuser=
                    -1,--tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --tr-encoding --trace= --trace-ascii= --trace-config=
                    --trace-ids --trace-time --unix-socket= -T=,--upload-file= --upload-flags= --url= --url-query= -B,--use-ascii
                    -u=,--user= -A=,--user-agent= --variable= -v,--verbose -V,--version --vlan-priority= -w=,--write-out=
                    --xattr
                    """);

    private final Sheet sheet;
    private final Invocation call;
    private Transfer now = new Transfer();

    private CurlReader(Invocation call, Opener opener) {
        this.call = call;
        this.sheet = new Sheet(call, opener);
    }

    /// What one group of URLs, up to `--next`, is done with.
    private static final class Transfer {
        final List<Arg> urls = new ArrayList<>();
        final List<Arg> outputs = new ArrayList<>();
        final List<Arg> uploads = new ArrayList<>();
        Data body = Data.NONE;
        Data extra = Data.NONE;
        boolean hasBody;
        boolean get;
        boolean head;
        boolean remoteName;

        boolean uploads() {
            return !uploads.isEmpty();
        }

        Optional<Arg> method = Optional.empty();
        Optional<Arg> folder = Optional.empty();
        Optional<Arg> proxy = Optional.empty();
        Optional<Arg> socket = Optional.empty();
        Optional<Arg> mail = Optional.empty();
    }

    static Outcome read(Invocation call, Opener opener) {
        return new CurlReader(call, opener).read();
    }

    private Outcome read() {
        for (Item item : OPTIONS.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> now.urls.add(arg);
                case Item.Loose(var arg) -> {
                    if (arg.splits()) {
                        sheet.unknown(arg, Bound.ANYTHING);
                    }
                    now.urls.add(arg);
                }
                case Item.Strange(var name, var arg) -> {
                    if (!isNegation(name)) {
                        sheet.strange(name, arg);
                    }
                }
                case Item.Option option -> option(option.name(), option.given(), option.arg());
            }
        }
        transfer();
        return sheet.done();
    }

    /// `--no-OPTION` of a switch.
    private static boolean isNegation(String name) {
        return name.startsWith("--no-")
                && OPTIONS.scan(
                                        List.of(
                                                Arg.exact(
                                                        "--" + name.substring(5),
                                                        dev.cattlegrid.shell.Span.NONE)))
                                .getFirst()
                        instanceof Item.Option;
    }

    private void option(String name, Arg value, Arg arg) {
        switch (name) {
            case "-d", "--data-ascii", "--data-binary", "--json" -> body(fileOrText(value, '@'));
            case "--data-raw", "--form-string" -> body(value.data());
            case "--data-urlencode" -> body(encoded(value));
            case "-F" -> form(value);
            case "--url-query" ->
                    extra(value.value().prefix().startsWith("+") ? value.data() : encoded(value));
            case "-H", "--proxy-header" -> extra(fileOrText(value, '@'));
            case "-b" -> {
                if (value.value().prefix().indexOf('=') >= 0) {
                    extra(value.data());
                } else {
                    sheet.read(value);
                }
            }
            case "-u",
                    "-U",
                    "-A",
                    "-e",
                    "--oauth2-bearer",
                    "--aws-sigv4",
                    "--mail-auth",
                    "--pass",
                    "--request-target" ->
                    extra(value.data());
            // Each host is sent what ~/.netrc or the cookie file keeps for it, and nothing else of
            // them.
            case "-n" -> {}
            case "--netrc-file" -> extra(sheet.read(value));
            // It is proven that the key is there; it is neither shown nor sent.
            case "-E", "--key", "--proxy-key", "--proxy-cert" -> {}
            case "-T" -> now.uploads.add(value);
            case "-o" -> now.outputs.add(value);
            case "-O", "--remote-name-all" -> now.remoteName = true;
            case "-J" -> now.remoteName = true;
            case "--output-dir" -> now.folder = Optional.of(value);
            case "-c",
                    "-D",
                    "--etag-save",
                    "--trace",
                    "--trace-ascii",
                    "--stderr",
                    "--libcurl",
                    "--hsts",
                    "--alt-svc" -> {
                if (!value.is("-") && !value.is("%") && !value.is("")) {
                    sheet.create(value, Data.NONE);
                }
            }
            case "--etag-compare" -> sheet.read(value);
            case "-w" -> {
                if (value.value().prefix().startsWith("@")) {
                    sheet.output(sheet.read(value.after(1)));
                } else if (value.value().prefix().contains("%output{")) {
                    sheet.unknown(value, Sheet.bound(Bound.Kind.WRITE));
                }
            }
            case "--variable" -> {
                int at = value.value().prefix().indexOf('@');
                extra(at >= 0 ? sheet.read(value.after(at + 1)) : value.data());
            }
            case "-K" -> config(value);
            case "-X" -> now.method = Optional.of(value);
            case "-G" -> now.get = true;
            case "-I" -> now.head = true;
            case "-x",
                    "--preproxy",
                    "--proxy1.0",
                    "--socks4",
                    "--socks4a",
                    "--socks5",
                    "--socks5-hostname" ->
                    now.proxy = Optional.of(value);
            case "--unix-socket", "--abstract-unix-socket" -> now.socket = Optional.of(value);
            case "--connect-to", "--resolve" -> now.proxy = Optional.of(value);
            case "--doh-url" ->
                    sheet.send(Endpoints.of(value, "https"), "GET", Data.NONE, value.span());
            case "--mail-rcpt" -> now.mail = Optional.of(value);
            case "-Q" -> {
                body(value.data());
            }
            case "--engine" -> sheet.unread("the engine that curl loads", arg.span());
            case "--url" -> {
                if (value.value().prefix().startsWith("@")) {
                    sheet.read(value.after(1));
                    now.urls.add(value.with(Value.unknown("the URLs of a file")));
                } else {
                    now.urls.add(value);
                }
            }
            case "-:" -> {
                transfer();
                now = new Transfer();
            }
            default -> {}
        }
    }

    private void body(Data data) {
        now.body = now.body.beside(data);
        now.hasBody = true;
    }

    private void extra(Data data) {
        now.extra = now.extra.beside(data);
    }

    /// `@FILE` is the file's content, `@-` standard input, anything else itself.
    private Data fileOrText(Arg value, char mark) {
        return value.value().prefix().startsWith(String.valueOf(mark))
                ? sheet.read(value.after(1))
                : value.data();
    }

    /// `name@FILE`, `@FILE`, `=text`, `name=text`, `text`.
    private Data encoded(Arg value) {
        String text = value.value().prefix();
        int at = text.indexOf('@');
        int equals = text.indexOf('=');
        return at >= 0 && (equals < 0 || at < equals)
                ? sheet.read(value.after(at + 1))
                : value.data();
    }

    /// `name=text`, `name=@FILE;type=…`, `name=<FILE`.
    private void form(Arg value) {
        String text = value.value().prefix();
        int equals = text.indexOf('=');
        String content = text.substring(equals + 1);
        if (equals < 0 || !content.startsWith("@") && !content.startsWith("<")) {
            body(value.data());
            return;
        }
        if (value.text().isEmpty()) {
            body(sheet.read(value.after(equals + 2)));
            return;
        }
        String files = content.substring(1);
        int end = files.indexOf(';');
        for (String file : (end < 0 ? files : files.substring(0, end)).split(",")) {
            body(sheet.read(value.with(Value.exact(file.replace("\"", "")))));
        }
    }

    private void config(Arg value) {
        Data data = sheet.read(value);
        if (data.text().isPresent()) {
            configText(data.text().get(), value);
        } else {
            sheet.unread("curl's options in `" + value.value().prefix() + "`", value.span());
        }
    }

    private void configText(String text, Arg at) {
        var args = new ArrayList<Arg>();
        for (String line : text.split("\n")) {
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            int end = 0;
            while (end < bare.length() && " =:\t".indexOf(bare.charAt(end)) < 0) {
                end++;
            }
            String name = bare.substring(0, end);
            String rest = bare.substring(end).strip();
            rest = rest.startsWith("=") || rest.startsWith(":") ? rest.substring(1).strip() : rest;
            if (rest.startsWith("\"") && rest.length() > 1) {
                rest = rest.substring(1, rest.endsWith("\"") ? rest.length() - 1 : rest.length());
            }
            args.add(at.with(Value.exact(name.startsWith("-") ? name : "--" + name)));
            if (!rest.isEmpty()) {
                args.add(at.with(Value.exact(rest)));
            }
        }
        for (Item item : OPTIONS.scan(args)) {
            switch (item) {
                case Item.Option option when !option.name().equals("-K") ->
                        option(option.name(), option.given(), option.arg());
                case Item.Operand(var arg, _) -> now.urls.add(arg);
                case Item.Option option -> sheet.strange(option.name(), option.arg());
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Loose(var arg) -> now.urls.add(arg);
            }
        }
    }

    private void transfer() {
        now.socket.ifPresent(socket -> Sockets.connect(socket, sheet));
        now.socket.filter(_ -> now.hasBody || now.method.isPresent()).ifPresent(this::drives);
        for (int i = 0; i < now.urls.size(); i++) {
            Arg url = now.urls.get(i);
            String text = url.value().prefix();
            if (text.toLowerCase(Locale.ROOT).startsWith("file:")) {
                local(url, i);
                continue;
            }
            Endpoint end =
                    now.socket.isPresent()
                            ? Endpoints.of("unix://localhost", "unix")
                            : Endpoints.of(url, "http");
            remote(url, end, i);
        }
    }

    /// Whoever may order an engine of containers about has the rights of root.
    private void drives(Arg socket) {
        String path = socket.value().prefix();
        boolean engine =
                List.of("docker.sock", "podman.sock", "containerd.sock", "crio.sock").stream()
                        .anyMatch(path::endsWith);
        boolean asks =
                now.method.filter(method -> method.is("GET") || method.is("HEAD")).isPresent();
        if (engine && !asks) {
            sheet.must(new Effect.Elevate("root", true, socket.span()));
        }
    }

    /// `file:///etc/passwd`
    private void local(Arg url, int i) {
        String text = url.value().prefix();
        int from = text.startsWith("//", 5) ? Math.max(text.indexOf('/', 7), 0) : 5;
        Arg path = from > 0 && from <= text.length() ? url.after(from) : url;
        if (now.uploads()) {
            sheet.create(path, sheet.read(now.uploads.getFirst()));
        } else {
            result(url, i, sheet.read(path));
        }
    }

    private void remote(Arg url, Endpoint end, int i) {
        Data sent = now.extra.beside(now.hasBody ? now.body : Data.NONE);
        Data asked = url.data().beside(sent);
        for (Arg upload :
                now.uploads.subList(
                        Math.min(i, now.uploads.size()), Math.min(i + 1, now.uploads.size()))) {
            asked = asked.with(upload.is(".") ? call.stdin() : sheet.read(upload));
        }
        now.proxy.ifPresent(proxy -> {
            String word = proxy.value().prefix();
            boolean map = word.indexOf(':') != word.lastIndexOf(':') && !word.contains("://");
            String last =
                    map ? word.substring(word.lastIndexOf(':', word.lastIndexOf(':')) + 1) : word;
            Endpoint through = map ? Sheet.nowhere("tcp", word) : Endpoints.of(last, "http");
            sheet.send(through, "PROXY", url.data().with(sent), proxy.span());
        });
        sheet.send(end, isSearch(text(url), verb(end)) ? "LOOKUP" : verb(end), asked, url.span());
        now.mail.ifPresent(
                to -> sheet.must(new Effect.Speak("email", to.text().orElse(""), to.span())));
        if (end.scheme().equals("smtp") || end.scheme().equals("smtps")) {
            return;
        }
        sheet.receive(end, url.span());
        result(url, i, Data.of(new Source.Network(end)));
    }

    private static String text(Arg url) {
        String path = url.text().orElse("");
        return path.substring(0, firstOf(path, "?#"));
    }

    /// A search that takes its question as a body: those of Elasticsearch, OpenSearch, Meilisearch and Solr.
    ///
    /// @see <a href="https://www.elastic.co/guide/en/elasticsearch/reference/8.16/search.html">Search APIs</a>
    private static boolean isSearch(String url, String verb) {
        if (!verb.equals("POST")) {
            return false;
        }
        int slash = url.lastIndexOf('/');
        return switch (url.substring(slash + 1)) {
            case "_search",
                    "_msearch",
                    "_count",
                    "_validate",
                    "_explain",
                    "_field_caps",
                    "_mget",
                    "_analyze",
                    "_rank_eval",
                    "_search_shards",
                    "_termvectors",
                    "multi-search",
                    "facet-search" ->
                    true;
            case "search", "query" -> url.contains("/indexes/") || url.contains("/collections/");
            default -> false;
        };
    }

    private String verb(Endpoint end) {
        if (now.method.isPresent()) {
            return now.method
                    .get()
                    .text()
                    .map(method -> method.toUpperCase(Locale.ROOT))
                    .orElse("?");
        }
        if (!end.scheme().startsWith("http") && !end.scheme().equals("unix")) {
            return now.uploads() ? end.scheme() + " upload" : "GET";
        }
        return now.uploads() ? "PUT" : now.hasBody && !now.get ? "POST" : now.head ? "HEAD" : "GET";
    }

    private void result(Arg url, int i, Data data) {
        if (i < now.outputs.size()) {
            sheet.create(inFolder(now.outputs.get(i)), data);
        } else if (now.remoteName && url.text().isPresent()) {
            String path = url.text().get();
            int end = firstOf(path, "?#");
            path = path.substring(0, end);
            String name = path.substring(path.lastIndexOf('/') + 1);
            sheet.create(
                    inFolder(url.with(Value.exact(name.isEmpty() ? "curl_response" : name))), data);
        } else if (now.remoteName) {
            sheet.create(inFolder(url.with(new Value.Partial("./", "", Sheet.why(url)))), data);
        } else {
            sheet.output(data);
        }
    }

    private static int firstOf(String text, String ends) {
        for (int i = 0; i < text.length(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private Arg inFolder(Arg file) {
        if (now.folder.isEmpty()) {
            return file;
        }
        Arg folder = now.folder.get();
        if (folder.text().isPresent() && file.text().isPresent()) {
            return file.with(Value.exact(folder.text().get() + "/" + file.text().get()));
        }
        return file.with(
                new Value.Partial(
                        folder.value().prefix() + (folder.text().isPresent() ? "/" : ""),
                        "",
                        "the file's name"));
    }
}
