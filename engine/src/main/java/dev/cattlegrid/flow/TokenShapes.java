package dev.cattlegrid.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of what tokens look like.
///
/// A row holds the kind, then shapes `beginning:alphabet:least:most`. Alphabets: `w` letters, digits, `_`, `-`; `a` letters
/// and digits; `u` capitals and digits; `x` hexadecimal; `b` base64 in both forms; `d` like `w`, in parts between dots.
final class TokenShapes {
    static final String PRIVATE_KEY = "a private key";
    static final String WEB_TOKEN = "a web token";

    private static final String ROWS =
            """
            an access key of AWS = AKIA:u:12:20 ASIA:u:12:20 ABIA:u:16:16 ACCA:u:16:16
            a token of GitHub = ghp_:a:16:255 gho_:a:16:255 ghu_:a:16:255 ghs_:a:16:255 ghr_:a:16:255 github_pat_:w:20:255
            a token of GitLab = glpat-:w:16:255 gldt-:w:16:255 glptt-:w:16:255 glrt-:w:16:255 glcbt-:w:16:255 glft-:w:16:255 glsoat-:w:16:255 glagent-:w:16:255 gloas-:w:16:255
            a key of Anthropic = sk-ant-:w:20:255
            a key of OpenAI or the like = sk-:w:16:255
            a key of Stripe = sk_live_:a:10:255 rk_live_:a:10:255 sk_test_:a:10:255 rk_test_:a:10:255 whsec_:w:16:80
            a token of Slack = xoxb-:w:10:255 xoxp-:w:10:255 xoxa-:w:10:255 xoxr-:w:10:255 xoxs-:w:10:255 xoxe-:w:10:255 xoxo-:w:10:255 xapp-:w:20:255
            a key of Google = AIza:w:30:60 ya29.:w:20:2000 GOCSPX-:w:20:60
            a token of npm = npm_:a:30:60
            a token of PyPI = pypi-:w:16:255
            a token of Hugging Face = hf_:a:20:60 api_org_:a:30:60
            a token of DigitalOcean = dop_v1_:x:40:80 doo_v1_:x:40:80 dor_v1_:x:40:80
            a key of SendGrid = SG.:d:32:120
            a key of Twilio = SK:x:32:32
            a key of Mailgun = key-:x:32:32
            a key of Mailchimp or Brevo = xkeysib-:w:40:120
            a token of Shopify = shpat_:x:20:60 shpss_:x:20:60 shpca_:x:20:60 shppa_:x:20:60
            a token of Linear = lin_api_:a:20:60 lin_oauth_:a:20:80
            a token of Vault = hvs.:w:20:255 hvb.:w:20:255 hvr.:w:20:255
            a token of Grafana = glsa_:w:20:80 glc_:b:30:400
            a token of Docker = dckr_pat_:w:20:60 dckr_oat_:w:20:60
            a token of Doppler = dp.pt.:a:30:60 dp.st.:d:30:80 dp.sa.:a:30:60
            a token of Pulumi = pul-:x:40:40
            a token of Sentry = sntrys_:b:40:400 sntryu_:x:40:80
            a key of New Relic = NRAK-:u:20:40 NRII-:w:20:40
            a token of Atlassian = ATATT3:w:40:400 ATCTT3:w:40:400 ATBB:a:24:40
            a key of Postman = PMAK-:w:40:80
            a token of Figma = figd_:w:30:80
            a token of Supabase = sbp_:x:40:40 sb_secret_:w:20:80
            a key of RubyGems = rubygems_:x:40:60
            a key of Groq = gsk_:a:30:80
            a token of Replicate = r8_:a:30:60
            a key of an AI service = pplx-:a:30:80 xai-:a:40:120 tvly-:w:20:60 fw_:a:22:40 AGPA:u:16:16 lsv2_pt_:w:30:80 lsv2_sk_:w:30:80
            a key of age = AGE-SECRET-KEY-1:u:40:80
            a key of Tailscale = tskey-auth-:w:16:80 tskey-api-:w:16:80 tskey-client-:w:16:80
            a key of Alibaba or Tencent = LTAI:a:16:24 AKID:a:32:36
            a token of Fly = fm2_:b:40:2000 FlyV1:b:40:2000
            a token of Netlify = nfp_:a:30:60
            a token of Clojars = CLOJARS_:x:60:60
            a token of Notion = ntn_:a:40:60 secret_:a:40:50
            a token of Databricks = dapi:x:32:40
            a token of Square = sq0atp-:w:22:22 sq0csp-:w:43:43
            a token of Heroku = HRKU-:w:30:80
            a token of Terraform Cloud = atlasv1.:w:40:90
            a webhook of Slack = https://hooks.slack.com/services/:p:20:100
            a webhook of Discord = https://discord.com/api/webhooks/:p:60:120 https://discordapp.com/api/webhooks/:p:60:120
            a key of Azure = AccountKey=:b:40:100 SharedAccessKey=:b:40:60 SharedAccessSignature=:b:40:400
            """;

    /// @param kind in words
    /// @param most how many characters may follow
    private record Shape(String kind, String beginning, char alphabet, int least, int most) {}

    private static final List<List<Shape>> BY_FIRST = table();

    private TokenShapes() {}

    private static List<List<Shape>> table() {
        var table = new ArrayList<List<Shape>>();
        for (int i = 0; i < 128; i++) {
            table.add(new ArrayList<>());
        }
        for (String row : ROWS.lines().toList()) {
            int equals = row.indexOf(" = ");
            for (String shape : row.substring(equals + 3).split(" ")) {
                int third = shape.lastIndexOf(':');
                int second = shape.lastIndexOf(':', third - 1);
                int first = shape.lastIndexOf(':', second - 1);
                table.get(shape.charAt(0))
                        .add(
                                new Shape(
                                        row.substring(0, equals),
                                        shape.substring(0, first),
                                        shape.charAt(first + 1),
                                        Integer.parseInt(shape.substring(second + 1, third)),
                                        Integer.parseInt(shape.substring(third + 1))));
            }
        }
        return table.stream().map(List::copyOf).toList();
    }

    /// A token that begins here.
    ///
    /// @param within whether the character before could belong to a token
    static Optional<Tokens.Found> at(String text, int at, boolean within) {
        char c = text.charAt(at);
        if (c >= 128 || within) {
            return Optional.empty();
        }
        for (Shape shape : BY_FIRST.get(c)) {
            if (text.startsWith(shape.beginning(), at)) {
                int from = at + shape.beginning().length();
                int length = length(text, from, shape.alphabet(), shape.most() + 1);
                if (length >= shape.least() && length <= shape.most()) {
                    return Optional.of(new Tokens.Found(shape.kind(), at, from + length));
                }
            }
        }
        return switch (c) {
            case '-' -> privateKey(text, at);
            case 'e' -> webToken(text, at);
            // In an address the word stands right before the number.
            case 'b' -> text.startsWith("bot", at) ? telegram(text, at + 3) : Optional.empty();
            default -> c >= '0' && c <= '9' ? telegram(text, at) : discord(text, at, c);
        };
    }

    private static int length(String text, int from, char alphabet, int most) {
        int at = from;
        while (at < text.length() && at - from < most && isOf(alphabet, text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isOf(char alphabet, char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean capital = c >= 'A' && c <= 'Z';
        boolean letter = capital || c >= 'a' && c <= 'z';
        return switch (alphabet) {
            case 'a' -> digit || letter;
            case 'u' -> digit || capital;
            case 'x' -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            case 'b' -> digit || letter || "+/=_-".indexOf(c) >= 0;
            case 'd' -> digit || letter || "_-.".indexOf(c) >= 0;
            case 'p' -> digit || letter || "_-/".indexOf(c) >= 0;
            default -> Tokens.isTokenCharacter(c);
        };
    }

    /// From its first line to its last, or to the end of the text.
    private static Optional<Tokens.Found> privateKey(String text, int at) {
        if (!text.startsWith("-----BEGIN ", at)) {
            return Optional.empty();
        }
        int end = text.indexOf("-----", at + 11);
        if (end < 0 || end - at > 60) {
            return Optional.empty();
        }
        String label = text.substring(at + 11, end);
        if (!label.endsWith("PRIVATE KEY") && !label.endsWith("PRIVATE KEY BLOCK")) {
            return Optional.empty();
        }
        String last = "-----END " + label + "-----";
        int over = text.indexOf(last, end);
        return Optional.of(
                new Tokens.Found(PRIVATE_KEY, at, over < 0 ? text.length() : over + last.length()));
    }

    /// Three parts of base64url, the first of which begins as JSON does: RFC 7519, section 3.
    private static Optional<Tokens.Found> webToken(String text, int at) {
        if (!text.startsWith("eyJ", at)) {
            return Optional.empty();
        }
        int first = at + length(text, at, 'w', 4001);
        if (first - at < 10 || first >= text.length() || !text.startsWith(".eyJ", first)) {
            return Optional.empty();
        }
        int second = first + 1 + length(text, first + 1, 'w', 8001);
        if (second >= text.length() || text.charAt(second) != '.') {
            return Optional.empty();
        }
        int third = second + 1 + length(text, second + 1, 'w', 2000);
        return Optional.of(new Tokens.Found(WEB_TOKEN, at, third));
    }

    /// `123456789:AA...`, which a bot of Telegram has.
    private static Optional<Tokens.Found> telegram(String text, int at) {
        int digits = length(text, at, 'w', 11);
        int colon = at + digits;
        if (digits < 8 || digits > 10 || !text.startsWith(":AA", colon)) {
            return Optional.empty();
        }
        int rest = length(text, colon + 1, 'w', 60);
        return rest >= 32 && rest <= 42
                ? Optional.of(new Tokens.Found("a token of Telegram", at, colon + 1 + rest))
                : Optional.empty();
    }

    /// Three parts: an identity in base64, a time, a signature.
    private static Optional<Tokens.Found> discord(String text, int at, char c) {
        if (c != 'M' && c != 'N' && c != 'O') {
            return Optional.empty();
        }
        int one = at + length(text, at, 'a', 31);
        if (one - at < 23 || one - at > 28 || one >= text.length() || text.charAt(one) != '.') {
            return Optional.empty();
        }
        int two = one + 1 + length(text, one + 1, 'w', 8);
        if (two - one - 1 != 6 || two >= text.length() || text.charAt(two) != '.') {
            return Optional.empty();
        }
        int three = two + 1 + length(text, two + 1, 'w', 60);
        return three - two - 1 >= 27 && three - two - 1 <= 45
                ? Optional.of(new Tokens.Found("a token of Discord", at, three))
                : Optional.empty();
    }
}
