package dev.cattlegrid.agent.tool;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// A page of HTML as somebody reads it: lines of text, without scripts, styles and what else is not shown.
final class PageText {
    private static final Set<String> NOT_SHOWN =
            Set.of("script", "style", "head", "noscript", "template", "svg");
    private static final Set<String> LINES =
            Set.of(
                    "br",
                    "p",
                    "div",
                    "li",
                    "tr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "pre",
                    "section",
                    "article",
                    "blockquote");

    private PageText() {}

    static String of(String page) {
        var text = new StringBuilder();
        Jsoup.parse(page).filter(new Shown(text));
        return text.toString()
                .lines()
                .map(PageText::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private record Shown(StringBuilder text) implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (NOT_SHOWN.contains(node.nodeName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
            return broken(node);
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            return broken(node);
        }

        private FilterResult broken(Node node) {
            if (LINES.contains(node.nodeName())) {
                text.append('\n');
            }
            return FilterResult.CONTINUE;
        }
    }

    private static String line(String line) {
        var text = new StringBuilder();
        line.codePoints()
                .map(c -> Character.isWhitespace(c) || c == '\u00a0' ? ' ' : c)
                .filter(c -> c != ' ' || !text.isEmpty() && text.charAt(text.length() - 1) != ' ')
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }
}
