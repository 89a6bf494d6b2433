package dev.cattlegrid.policy;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Names that look like others: letters of different alphabets that have the same shape.
///
/// @see <a href="https://www.unicode.org/reports/tr39/">Unicode TR 39</a>, from whose table the letters are
public final class LookAlikes {
    /// Letters in pairs: one that looks like the ASCII letter behind it.
    private static final String PAIRS =
            "аaсcԁdеeһhіiјjӏlоoрpԛqѕsуyхxѵvԝwкkмmтtвbнhгrпnոnսuօoհhցgοoνvαaρpυuιiκkτtχxεeηnωwγyıiɡgɑaℓlᴏoɩi"
                    + "АAВBЕEКKМMНHОOРPСCТTХXЅSІIЈJΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

    private static final List<String> WELL_KNOWN =
            List.of(
                    "github.com",
                    "githubusercontent.com",
                    "github.io",
                    "gitlab.com",
                    "bitbucket.org",
                    "codeberg.org",
                    "google.com",
                    "googleapis.com",
                    "microsoft.com",
                    "azure.com",
                    "windows.net",
                    "office.com",
                    "live.com",
                    "apple.com",
                    "icloud.com",
                    "amazon.com",
                    "amazonaws.com",
                    "paypal.com",
                    "stripe.com",
                    "docker.com",
                    "docker.io",
                    "cloudflare.com",
                    "stackoverflow.com",
                    "openai.com",
                    "anthropic.com",
                    "claude.ai",
                    "slack.com",
                    "discord.com",
                    "telegram.org",
                    "facebook.com",
                    "twitter.com",
                    "linkedin.com",
                    "youtube.com",
                    "wikipedia.org",
                    "mozilla.org",
                    "debian.org",
                    "ubuntu.com",
                    "kernel.org",
                    "python.org",
                    "nodejs.org",
                    "golang.org",
                    "rust-lang.org",
                    "apache.org",
                    "oracle.com",
                    "jetbrains.com",
                    "atlassian.com",
                    "heroku.com",
                    "vercel.com",
                    "netlify.com",
                    "dropbox.com");

    private static final Set<String> KNOWN = Set.copyOf(WELL_KNOWN);

    private LookAlikes() {}

    /// The host of an address as it is written, whatever its letters; empty where it holds none.
    public static String host(String address) {
        int start = address.indexOf("://");
        int from = start < 0 ? 0 : start + 3;
        int end = from;
        while (end < address.length() && "/:?# \\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String host = address.substring(from, end);
        host = host.substring(host.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return host.indexOf('.') > 0 ? host : "";
    }

    /// What is deceptive about a host, as the rest of a sentence; nothing where it is what it looks like.
    public static Optional<String> of(String host) {
        if (host.isEmpty()) {
            return Optional.empty();
        }
        boolean plain = host.chars().allMatch(c -> c < 0x80) && !host.contains("xn--");
        String read = plain ? host : unicode(host);
        String last = registered(plain ? host : skeleton(read));
        if (!plain && !skeleton(read).equals(read)) {
            if (KNOWN.contains(last)) {
                return Optional.of("looks like `" + last + "` and is another host");
            }
            for (String label : read.split("\\.")) {
                if (mixes(label)) {
                    return Optional.of("mixes letters of different alphabets");
                }
            }
        }
        if (KNOWN.contains(last)) {
            return Optional.empty();
        }
        String shape = shape(last);
        return WELL_KNOWN.stream()
                .filter(known -> shape(known).equals(shape))
                .findFirst()
                .map(known -> "looks like `" + known + "` and is another host");
    }

    /// Whether a name mixes alphabets so that it could be taken for one of ASCII letters alone.
    public static boolean deceives(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return false;
        }
        return mixes(name) && skeleton(name).chars().allMatch(c -> c < 0x80);
    }

    /// Whether a host is one of those that many know, or lies below one.
    public static boolean isWellKnown(String host) {
        return KNOWN.contains(registered(host));
    }

    /// The ASCII letter that a letter of another alphabet looks like; itself where it looks like none.
    public static char plainLetter(char letter) {
        int at = letter < 0x80 ? -1 : PAIRS.indexOf(letter);
        return at < 0 ? letter : PAIRS.charAt(at + 1);
    }

    private static String unicode(String host) {
        try {
            return Normalizer.normalize(IDN.toUnicode(host), Normalizer.Form.NFC)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return host;
        }
    }

    private static String skeleton(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var skeleton = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            skeleton.append(plainLetter(plain.charAt(i)));
        }
        return skeleton.toString();
    }

    /// The last two labels.
    private static String registered(String host) {
        int dot = host.lastIndexOf('.');
        int before = dot <= 0 ? -1 : host.lastIndexOf('.', dot - 1);
        return host.substring(before + 1);
    }

    private static String shape(String host) {
        return host.replace('0', 'o').replace('1', 'l').replace("rn", "m").replace("vv", "w");
    }

    private static boolean mixes(String text) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(script ->
                        switch (script) {
                            case LATIN, CYRILLIC, GREEK, ARMENIAN, CHEROKEE, COPTIC -> true;
                            default -> false;
                        })
                .forEach(scripts::add);
        return scripts.size() > 1;
    }
}
