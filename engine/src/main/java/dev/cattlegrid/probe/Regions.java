package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.List;

/// The stretches of a text that are not shown where it is displayed: comments of markup, elements that are styled away.
final class Regions {
    private static final int LONGEST = 6_000;
    private static final int MOST = 400;

    private static final List<String> STYLES =
            List.of(
                    "display:none",
                    "visibility:hidden",
                    "font-size:0",
                    "font-size:1px",
                    "opacity:0",
                    "color:white",
                    "color:#fff",
                    "color:transparent",
                    "left:-9999",
                    "text-indent:-",
                    "height:0",
                    "width:0",
                    "clip:rect(0");

    /// Comments of Markdown, where a link is defined that nothing leads to, and of the languages of templates.
    private static final List<Comment> COMMENTS =
            List.of(
                    new Comment("]: #", "\n"),
                    new Comment("]: <> ", "\n"),
                    new Comment("{% comment %}", "{% endcomment %}"),
                    new Comment("{#", "#}"),
                    new Comment("{{!--", "--}}"),
                    new Comment("<%#", "%>"),
                    new Comment("<%--", "--%>"));

    private record Comment(String open, String close) {}

    private final String text;
    private final List<int[]> hidden = new ArrayList<>();

    private Regions(String text) {
        this.text = text;
    }

    static Regions of(String text) {
        var regions = new Regions(text);
        regions.read();
        return regions;
    }

    boolean isHidden(int at) {
        for (int[] region : hidden) {
            if (region[0] <= at && at < region[1]) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        int at = text.indexOf('<');
        while (at >= 0 && hidden.size() < MOST) {
            int next = at + 1;
            if (text.startsWith("<!--", at)) {
                next = add(at, end("-->", at + 4));
            } else if (next < text.length() && Letters.isLetter(text.charAt(next))) {
                next = element(at);
            }
            at = text.indexOf('<', next);
        }
        for (int i = 0; i < COMMENTS.size() && hidden.size() < MOST; i++) {
            comments(COMMENTS.get(i));
        }
    }

    private void comments(Comment kind) {
        int at = text.indexOf(kind.open());
        while (at >= 0 && hidden.size() < MOST) {
            at = text.indexOf(kind.open(), add(at, end(kind.close(), at + kind.open().length())));
        }
    }

    private int add(int from, int to) {
        hidden.add(new int[] {from, to});
        return to;
    }

    /// Behind the next occurrence, or a bounded way on.
    private int end(String what, int from) {
        int last = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < last; i++) {
            if (text.startsWith(what, i)) {
                return i + what.length();
            }
        }
        return last;
    }

    private int element(int at) {
        int close = at;
        int last = Math.min(text.length(), at + 400);
        while (close < last
                && text.charAt(close) != '>'
                && (close == at || text.charAt(close) != '<')) {
            close++;
        }
        int name = at + 1;
        while (name < close && Letters.isWordPart(text.charAt(name))) {
            name++;
        }
        String attributes = Letters.lower(text.substring(name, close)).replace(" ", "");
        boolean styled =
                attributes.contains("style") && STYLES.stream().anyMatch(attributes::contains);
        boolean flagged =
                attributes.endsWith("hidden")
                        || attributes.contains("hidden=\"\"")
                        || attributes.contains("hidden=\"hidden\"");
        if (close < last && (styled || flagged)) {
            return add(at, end("</" + text.substring(at + 1, name), close));
        }
        return close < last ? close + 1 : at + 1;
    }
}
