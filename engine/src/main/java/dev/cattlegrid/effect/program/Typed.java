package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Form.Opt;
import dev.cattlegrid.effect.program.Form.Style;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The words of one start of a program, sorted by its form: subcommand, options with their values, operands, and
/// what the form has no row for.
final class Typed {
    private final List<Form> forms = new ArrayList<>();
    private final Map<String, List<Arg>> given = new LinkedHashMap<>();
    private final List<Opt> options = new ArrayList<>();
    private final List<Arg> operands = new ArrayList<>();
    private final List<Strange> stranges = new ArrayList<>();
    private final List<ByName.Given> named = new ArrayList<>();
    private final List<Arg> command = new ArrayList<>();
    private final World world;
    private final String directory;
    private final boolean anyCase;
    private boolean onlyOperands;
    private boolean help;
    private int lead = -1;

    /// A word that decides and is not known.
    ///
    /// @param atMost what it could do
    record Strange(Gap gap, Bound atMost, Arg arg) {}

    private Typed(Card card, Invocation call) {
        forms.add(card.form());
        anyCase = card.anyCase();
        world = call.world();
        directory = call.directory().path();
    }

    static Typed of(Card card, Invocation call) {
        var typed = new Typed(card, call);
        typed.onlyOperands = card.form().style() == Style.NONE;
        List<Arg> args = call.args();
        for (int i = 0; i < args.size(); ) {
            i = typed.word(card, args, i);
        }
        return typed;
    }

    /// The form of the innermost subcommand.
    Form form() {
        return forms.getLast();
    }

    /// The subcommand's words, joined by blanks.
    String command() {
        var text = new StringBuilder();
        for (Arg arg : command) {
            text.append(text.isEmpty() ? "" : " ").append(arg.value().prefix());
        }
        return text.toString();
    }

    /// The options that were given, each once, in their order.
    List<Opt> options() {
        return options;
    }

    List<Arg> operands() {
        return operands;
    }

    List<Strange> stranges() {
        return stranges;
    }

    /// Options without a row whose names say what they do.
    List<ByName.Given> named() {
        return named;
    }

    /// How many operands stand before the first option.
    int lead() {
        return lead < 0 ? operands.size() : lead;
    }

    boolean asksForHelp() {
        return help;
    }

    /// The values of an option, by any spelling; nothing where it was not given.
    Optional<List<Arg>> values(String spelling) {
        Opt option = exactly(spelling);
        return Optional.ofNullable(given.get(option == null ? spelling : option.name()));
    }

    private int word(Card card, List<Arg> args, int at) {
        Arg arg = args.get(at);
        Optional<String> known = arg.text();
        if (onlyOperands) {
            operand(arg);
        } else if (known.isPresent()) {
            return known(card, known.get(), args, at);
        } else if (arg.value() instanceof Value.Glob(var pattern) && !arg.splits()) {
            glob(arg, pattern);
        } else {
            unsure(arg);
        }
        return at + 1;
    }

    private int known(Card card, String text, List<Arg> args, int at) {
        Arg arg = args.get(at);
        if (text.equals("--")) {
            onlyOperands = true;
            return at + 1;
        }
        if (at > 0
                && at + 1 == args.size()
                && !text.startsWith("-")
                && card.help().contains(text)) {
            help = true;
            return at + 1;
        }
        boolean sign = text.startsWith("+") || text.equals("-");
        boolean plus = sign && exactly(beforeEquals(text)) != null;
        if (!plus && (text.length() < 2 || text.charAt(0) != '-')) {
            boolean cluster = at == 0 && form().style() == Style.DASHLESS && isCluster(text);
            if (!cluster) {
                operand(arg);
                return at + 1;
            }
            // A letter may mean another thing than with a dash: `ps e`, `ps -e`.
            operand(arg);
            return cluster("-" + text, 0, args, at);
        }
        lead = lead < 0 ? operands.size() : lead;
        if (isHelp(card, text)) {
            help = true;
            return at + 1;
        }
        return option(text, args, at);
    }

    private static String beforeEquals(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    private boolean isHelp(Card card, String text) {
        return exactly(text) == null
                && (text.equals("--help")
                        || text.equals("--version")
                        || card.help().contains(text));
    }

    private int option(String text, List<Arg> args, int at) {
        Arg arg = args.get(at);
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Opt option = find(name);
        if (option != null && equals >= 0) {
            give(option, arg.after(equals + 1));
            return at + 1;
        }
        if (option != null) {
            return takeNext(option, args, at);
        }
        if (!text.startsWith("--")) {
            return form().style().clusters()
                    ? cluster(text, 1, args, at)
                    : attached(text, args, at);
        }
        strangeOption(text, args, at);
        return at + 1;
    }

    private int takeNext(Opt option, List<Arg> args, int at) {
        boolean next = option.takesValue() && !option.optional();
        if (next && at + 1 < args.size()) {
            give(option, args.get(at + 1));
            return at + 2;
        }
        give(option, null);
        return at + 1;
    }

    /// `-Dname=value`, `-Xmx1g`: a letter and its value in one word.
    private int attached(String text, List<Arg> args, int at) {
        Arg arg = args.get(at);
        Opt option = exactly(text.substring(0, 2));
        Opt number = number(text);
        if (option != null && option.takesValue()) {
            give(option, arg.after(2));
        } else if (number != null) {
            give(number, arg.after(1));
        } else {
            strangeOption(text, args, at);
        }
        return at + 1;
    }

    /// @param shift how many characters of the text stand in the word as well: 1 with a dash, 0 without
    private int cluster(String text, int shift, List<Arg> args, int at) {
        Arg arg = args.get(at);
        Opt number = number(text);
        if (number != null) {
            give(number, arg.after(1));
            return at + 1;
        }
        for (int i = 1; i < text.length(); i++) {
            Opt option = exactly("-" + text.charAt(i));
            boolean last = i + 1 == text.length();
            if (option == null) {
                strangeOption(i == 1 ? text : "-" + text.charAt(i), args, at);
                return at + 1;
            }
            if (option.takesValue() && !last) {
                give(option, arg.after(i + shift));
                return at + 1;
            }
            if (last) {
                return takeNext(option, args, at);
            }
            give(option, null);
        }
        return at + 1;
    }

    private boolean isCluster(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (exactly("-" + text.charAt(i)) == null) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private @Nullable Opt number(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return null;
            }
        }
        return text.length() > 1 ? exactly("-NUMBER") : null;
    }

    private void give(Opt option, @Nullable Arg value) {
        onlyOperands = onlyOperands || option.last();
        List<Arg> values = given.get(option.name());
        if (values == null) {
            values = new ArrayList<>(1);
            given.put(option.name(), values);
            options.add(option);
        }
        if (value != null) {
            values.add(value);
        }
    }

    private void operand(Arg arg) {
        Form form = form();
        boolean choosing = operands.isEmpty() && !form.commands().isEmpty();
        if (choosing && descend(form, arg)) {
            return;
        }
        operands.add(arg);
        onlyOperands = onlyOperands || form.style().stops();
    }

    /// Whether the word names a subcommand; where it ought to and does not, that is strange.
    private boolean descend(Form form, Arg arg) {
        String name = arg.text().orElse(null);
        Form inner = name == null ? null : form.commands().get(name);
        if (inner == null && name != null && anyCase) {
            inner = form.commands().get(name.toLowerCase(Locale.ROOT));
        }
        if (inner == null
                && (name != null || !arg.splits() && arg.value().prefix().startsWith("+"))) {
            inner = form.commands().get("*");
            if (inner != null) {
                forms.add(inner);
                onlyOperands = onlyOperands || inner.style().stops() || inner.style() == Style.NONE;
                operands.add(arg);
                return true;
            }
        }
        if (inner == null && backToOperands()) {
            return false;
        }
        if (inner == null) {
            if (form.shapes().isEmpty()) {
                form.strangeCommands()
                        .ifPresent(
                                bound -> stranges.add(new Strange(strangeWord(arg), bound, arg)));
            }
            return false;
        }
        command.add(arg);
        forms.add(inner);
        onlyOperands = onlyOperands || inner.style() == Style.NONE;
        return true;
    }

    /// `aws ec2 x` where the card has a row for another operation of `ec2` only: the words are operands of `aws`.
    private boolean backToOperands() {
        int trunk = forms.size() - 1;
        while (trunk > 0
                && forms.get(trunk).does().isEmpty()
                && forms.get(trunk).shapes().isEmpty()) {
            trunk--;
        }
        if (trunk == forms.size() - 1 || forms.get(trunk).shapes().isEmpty()) {
            return false;
        }
        List<Form> branches = forms.subList(trunk + 1, forms.size());
        int words = Math.min(branches.size(), command.size());
        List<Arg> back = command.subList(command.size() - words, command.size());
        operands.addAll(back);
        lead = lead == 0 ? words : lead;
        back.clear();
        branches.clear();
        return true;
    }

    private Gap strangeWord(Arg arg) {
        return arg.text()
                .<Gap>map(text -> new Gap.UnknownOption(forms.getFirst().name(), text))
                .orElseGet(() -> new Gap.UnknownValue(Words.why(arg)));
    }

    private void strangeOption(String text, List<Arg> args, int at) {
        Arg arg = args.get(at);
        Form.Rest rest = form().strangeOptions();
        if (rest.byName()) {
            named.add(ByName.Given.of(text, args, at));
            return;
        }
        var gap = new Gap.UnknownOption(forms.getFirst().name(), text);
        rest.atMost().ifPresent(bound -> stranges.add(new Strange(gap, bound, arg)));
    }

    /// A pattern is an operand, unless it is known to stand for names that look like options.
    private void glob(Arg arg, String pattern) {
        int equals = pattern.indexOf('=');
        Opt named =
                pattern.startsWith("-") && equals > 0 ? find(pattern.substring(0, equals)) : null;
        if (named != null) {
            give(named, arg.after(equals + 1));
            return;
        }
        if (pattern.startsWith("-")) {
            loose(arg);
        } else if (arg.value().prefix().isEmpty()
                && world.expand(directory + "/" + pattern) instanceof World.Listing.Names(var paths)
                && paths.stream().anyMatch(path -> path.startsWith("-", directory.length() + 1))) {
            loose(arg);
        }
        operand(arg);
    }

    private void unsure(Arg arg) {
        String prefix = arg.value().prefix();
        int equals = prefix.indexOf('=');
        if (prefix.startsWith("-") && !arg.splits()) {
            Opt named = equals > 0 ? find(prefix.substring(0, equals)) : null;
            Opt letter = prefix.length() > 2 ? exactly(prefix.substring(0, 2)) : null;
            if (named != null) {
                give(named, arg.after(equals + 1));
            } else if (letter != null && letter.takesValue()) {
                give(letter, arg.after(2));
            } else {
                loose(arg);
            }
            return;
        }
        boolean dashed =
                arg.value() instanceof Value.OneOf(var texts)
                        && texts.stream().noneMatch(text -> text.startsWith("-"));
        if (arg.splits() || prefix.isEmpty() && !dashed) {
            loose(arg);
        }
        operand(arg);
    }

    private void loose(Arg arg) {
        var gap = new Gap.UnknownValue(Words.why(arg));
        form().strangeOptions()
                .atMost()
                .ifPresent(bound -> stranges.add(new Strange(gap, bound, arg)));
    }

    private @Nullable Opt exactly(String name) {
        for (int i = forms.size() - 1; i >= 0; i--) {
            Opt option = forms.get(i).options().get(name);
            if (option != null) {
                return option;
            }
        }
        return null;
    }

    /// By its name, or by the beginning of one long name alone.
    private @Nullable Opt find(String name) {
        Opt option = exactly(name);
        boolean words = !form().style().clusters();
        if (option == null && words) {
            option = exactly(name.startsWith("--") ? name.substring(1) : "-" + name);
        }
        return option != null || words || !name.startsWith("--") ? option : abbreviated(name);
    }

    private @Nullable Opt abbreviated(String name) {
        Opt found = null;
        for (Form form : forms) {
            for (var row : form.options().entrySet()) {
                if (row.getKey().startsWith(name)) {
                    if (found != null && !found.equals(row.getValue())) {
                        return null;
                    }
                    found = row.getValue();
                }
            }
        }
        return found;
    }
}
