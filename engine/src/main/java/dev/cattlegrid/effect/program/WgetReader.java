package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads wget: what it fetches, what it posts, and where it puts it.
///
/// Source: wget(1) 1.24.
final class WgetReader {
    private static final Options OPTIONS =
            Options.of(
                    """
                    -V,--version -h,--help -b,--background -e=,--execute= -o=,--output-file= -a=,--append-output= -d,--debug
                    -q,--quiet -v,--verbose -nv,--no-verbose --report-speed= -i=,--input-file= -F,--force-html -B=,--base=
                    --config= --rejected-log= --bind-address= -t=,--tries= -O=,--output-document= -nc,--no-clobber
                    --backups? --no-netrc -c,--continue --start-pos= --progress= --show-progress -N,--timestamping
                    --no-if-modified-since --no-use-server-timestamps -S,--server-response --spider -T=,--timeout=
                    --dns-timeout= --connect-timeout= --read-timeout= --limit-rate= -w=,--wait= --waitretry= --random-wait
                    --no-proxy -Q=,--quota= --no-dns-cache --restrict-file-names= -4,--inet4-only -6,--inet6-only
                    --prefer-family= --retry-connrefused --retry-on-host-error --retry-on-http-error= --user= --password=
                    --ask-password --use-askpass= --no-iri --local-encoding= --remote-encoding= --unlink -nd,--no-directories
                    -x,--force-directories -nH,--no-host-directories --protocol-directories -P=,--directory-prefix=
                    --cut-dirs= --default-page= -E,--adjust-extension,--html-extension --http-user= --http-password=
                    --no-http-keep-alive --no-cache --no-cookies --load-cookies= --save-cookies= --keep-session-cookies
                    --ignore-length --header= --compression= --max-redirect= --proxy-user= --proxy-password= --referer=
                    --save-headers -U=,--user-agent= --post-data= --post-file= --method= --body-data= --body-file=
                    --content-disposition --content-on-error --trust-server-names --auth-no-challenge --secure-protocol=
                    --https-only --ciphers= --no-check-certificate --certificate= --certificate-type= --private-key=
                    --private-key-type= --ca-certificate= --ca-directory= --crl-file= --pinnedpubkey= --random-file=
                    --egd-file= --no-hsts --hsts-file= --ftp-user= --ftp-password= --no-remove-listing --no-glob
                    --no-passive-ftp --preserve-permissions --retr-symlinks --ftps-implicit --ftps-resume-ssl
                    --ftps-clear-data-connection --ftps-fallback-to-ftp --warc-file= --warc-header= --warc-max-size=
                    --warc-cdx --warc-dedup= --no-warc-compression --no-warc-digests --no-warc-keep-log --warc-tempdir=
                    -r,--recursive -l=,--level= --delete-after -k,--convert-links --convert-file-only -K,--backup-converted
                    -m,--mirror -p,--page-requisites --strict-comments -A=,--accept= -R=,--reject= --accept-regex=
                    --reject-regex= --regex-type= -D=,--domains= --exclude-domains= --follow-ftp --follow-tags=
                    --ignore-tags= -H,--span-hosts -L,--relative -I=,--include-directories= -X=,--exclude-directories=
                    -np,--no-parent --no-config --no-check-cert
                    """);

    private final Sheet sheet;
    private final List<Arg> urls = new ArrayList<>();
    private Data sent = Data.NONE;
    private boolean body;
    private boolean spider;
    private boolean recursive;
    private Optional<Arg> output = Optional.empty();
    private Optional<Arg> folder = Optional.empty();
    private Optional<Arg> method = Optional.empty();

    private WgetReader(Invocation call, Opener opener) {
        this.sheet = new Sheet(call, opener);
    }

    static Outcome read(Invocation call, Opener opener) {
        return new WgetReader(call, opener).read(call);
    }

    private Outcome read(Invocation call) {
        for (Item item : OPTIONS.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> urls.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Loose(var arg) -> {
                    if (arg.splits()) {
                        sheet.unknown(arg, Bound.ANYTHING);
                    }
                    urls.add(arg);
                }
                case Item.Option option -> option(option.name(), option.given());
            }
        }
        urls.forEach(this::fetch);
        return sheet.done();
    }

    private void option(String name, Arg value) {
        switch (name) {
            case "--post-data", "--body-data" -> {
                body = true;
                sent = sent.with(value.data());
            }
            case "--post-file", "--body-file" -> {
                body = true;
                sent = sent.with(sheet.read(value));
            }
            case "--header",
                    "--user",
                    "--password",
                    "--http-user",
                    "--http-password",
                    "-U",
                    "--referer",
                    "--ftp-user",
                    "--ftp-password",
                    "--proxy-user",
                    "--proxy-password" ->
                    sent = sent.beside(value.data());
            case "--load-cookies" -> sent = sent.with(sheet.read(value));
            case "--private-key", "--certificate", "--warc-dedup" -> sheet.read(value);
            case "-i" -> {
                sheet.read(value);
                urls.add(value.with(Value.unknown("the URLs of a file")));
            }
            case "-O" -> output = Optional.of(value);
            case "-P" -> folder = Optional.of(value);
            case "--method" -> method = Optional.of(value);
            case "--spider" -> spider = true;
            case "-r", "-m", "-p", "-x" -> recursive = true;
            case "-o", "-a", "--save-cookies", "--rejected-log", "--warc-file", "--hsts-file" ->
                    sheet.create(value, Data.NONE);
            case "--use-askpass" -> sheet.script(value);
            case "-e" -> execute(value);
            case "--config" -> {
                sheet.read(value);
                sheet.unread("wget's settings", value.span());
            }
            default -> {}
        }
    }

    /// A line of wgetrc.
    private void execute(Arg value) {
        String text =
                value.value().prefix().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        if (text.startsWith("robots")
                || text.startsWith("useragent")
                || text.startsWith("useproxy=no")
                || text.startsWith("timeout")
                || text.startsWith("tries")
                || text.startsWith("checkcertificate")) {
            return;
        }
        if (text.startsWith("useaskpass") && value.text().isPresent()) {
            String command = value.text().get();
            sheet.script(value.with(Value.exact(command.substring(command.indexOf('=') + 1))));
        } else if (text.startsWith("httpproxy") || text.startsWith("httpsproxy")) {
            String proxy = value.value().prefix();
            sheet.send(
                    Endpoints.of(proxy.substring(proxy.indexOf('=') + 1).strip(), "http"),
                    "PROXY",
                    sent,
                    value.span());
        } else {
            sheet.unread("the setting `" + value.value().prefix() + "`", value.span());
        }
    }

    private void fetch(Arg url) {
        Endpoint end = Endpoints.of(url, "http");
        String verb =
                method.map(word -> word.text().orElse("?").toUpperCase(Locale.ROOT))
                        .orElse(body ? "POST" : spider ? "HEAD" : "GET");
        Data asked = body ? url.data().with(sent) : url.data().beside(sent);
        sheet.send(end, verb, asked, url.span());
        sheet.receive(end, url.span());
        Data data = Data.of(new Source.Network(end));
        if (spider) {
            return;
        }
        if (output.isPresent()) {
            if (!output.get().is("-")) {
                sheet.create(output.get(), data);
            } else {
                sheet.output(data);
            }
            return;
        }
        String in = folder.map(arg -> arg.value().prefix()).orElse("");
        String prefix = in.isEmpty() ? "./" : in.endsWith("/") ? in : in + "/";
        if (recursive
                || url.text().isEmpty()
                || folder.isPresent() && folder.get().text().isEmpty()) {
            sheet.create(
                    url.with(new Value.Partial(prefix, "", "names that the server gives")), data);
        } else {
            String path = url.text().get();
            path = path.substring(Math.max(path.indexOf("://"), -3) + 3);
            int slash = path.lastIndexOf('/');
            String name = slash < 0 ? "" : path.substring(slash + 1);
            sheet.create(
                    url.with(
                            Value.exact(
                                    (in.isEmpty() ? "" : prefix)
                                            + (name.isEmpty() ? "index.html" : name))),
                    data);
        }
    }
}
