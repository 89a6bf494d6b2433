package dev.cattlegrid.effect.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options of one program, and how it tells them from operands.
///
/// A table is text, names separated by commas, entries by blanks: `-q,--quiet -o,--output= --color?`. With `=` an
/// option takes a value (attached or the next word), with `?` it may have one attached; the last name's mark holds
/// for all. The first name is the one that it is reported by.
///
/// Source: POSIX.1-2024, XBD 12.2; getopt_long(3).
public final class Options {
    private final Map<String, Entry> entries;
    private final boolean stops;
    private final boolean abbreviates;
    private final boolean numbers;

    private Options(
            Map<String, Entry> entries, boolean stops, boolean abbreviates, boolean numbers) {
        this.entries = entries;
        this.stops = stops;
        this.abbreviates = abbreviates;
        this.numbers = numbers;
    }

    private enum Takes {
        NOTHING,
        VALUE,
        MAYBE
    }

    private record Entry(String name, Takes takes) {}

    /// A piece of a command line.
    public sealed interface Item {
        Arg arg();

        /// @param name as the table's first name
        record Option(String name, Optional<Arg> value, Arg arg) implements Item {
            /// The value; where one is missing, an unknown one.
            public Arg given() {
                return value.orElse(arg);
            }
        }

        /// @param last whether it stands behind `--`
        record Operand(Arg arg, boolean last) implements Item {}

        /// An option that the table does not have.
        record Strange(String option, Arg arg) implements Item {}

        /// Something unknown that may be operands or options.
        record Loose(Arg arg) implements Item {}
    }

    public static Options of(String... tables) {
        var entries = new HashMap<String, Entry>();
        for (String table : tables) {
            for (String entry : table.strip().split("\\s+")) {
                add(entry, entries);
            }
        }
        return new Options(entries, false, true, false);
    }

    private static void add(String entry, Map<String, Entry> entries) {
        if (entry.isEmpty()) {
            return;
        }
        Takes takes =
                entry.endsWith("=")
                        ? Takes.VALUE
                        : entry.endsWith("?") ? Takes.MAYBE : Takes.NOTHING;
        String first = "";
        for (String written : entry.split(",")) {
            boolean marked = written.endsWith("=") || written.endsWith("?");
            String name = marked ? written.substring(0, written.length() - 1) : written;
            first = first.isEmpty() ? name : first;
            entries.put(name, new Entry(first, takes));
        }
    }

    /// Options end at the first operand, as for `ssh`, `xargs`, `env`.
    public Options stopping() {
        return new Options(entries, true, abbreviates, numbers);
    }

    /// Long options are spelled in full.
    public Options unabbreviated() {
        return new Options(entries, stops, false, numbers);
    }

    /// `-5` is an option, reported as `-NUMBER`.
    public Options withNumbers() {
        return new Options(entries, stops, abbreviates, true);
    }

    /// These entries and those of another table.
    public Options and(String table) {
        var all = new HashMap<>(entries);
        for (String entry : table.strip().split("\\s+")) {
            add(entry, all);
        }
        return new Options(all, stops, abbreviates, numbers);
    }

    /// Takes a command line apart, in its order.
    public List<Item> scan(List<Arg> args) {
        var items = new ArrayList<Item>(args.size());
        int at = 0;
        while (at < args.size()) {
            Arg arg = args.get(at);
            String text = arg.value().prefix();
            if (arg.is("--")) {
                args.subList(at + 1, args.size())
                        .forEach(last -> items.add(new Item.Operand(last, true)));
                return items;
            }
            if (!arg.mayBeOption() || arg.is("-")) {
                items.add(new Item.Operand(arg, false));
                at++;
                if (stops) {
                    args.subList(at, args.size())
                            .forEach(last -> items.add(new Item.Operand(last, true)));
                    return items;
                }
            } else if (arg.splits() || text.isEmpty() || text.equals("-") || text.equals("--")) {
                items.add(new Item.Loose(arg));
                at++;
            } else if (text.startsWith("--")) {
                at = longOption(args, at, items);
            } else {
                at = cluster(args, at, items);
            }
        }
        return items;
    }

    private int longOption(List<Arg> args, int at, List<Item> items) {
        Arg arg = args.get(at);
        String text = arg.value().prefix();
        int equals = text.indexOf('=');
        if (equals < 0 && arg.text().isEmpty()) {
            items.add(new Item.Loose(arg));
            return at + 1;
        }
        String name = equals < 0 ? text : text.substring(0, equals);
        Entry entry = find(name);
        if (entry == null) {
            items.add(new Item.Strange(name, arg));
            return at + 1;
        }
        if (equals >= 0) {
            items.add(new Item.Option(entry.name, Optional.of(arg.after(equals + 1)), arg));
            return at + 1;
        }
        return takeNext(entry, args, at, items);
    }

    private static int takeNext(Entry entry, List<Arg> args, int at, List<Item> items) {
        boolean next = entry.takes == Takes.VALUE && at + 1 < args.size();
        Arg arg = args.get(at);
        items.add(
                new Item.Option(
                        entry.name, next ? Optional.of(args.get(at + 1)) : Optional.empty(), arg));
        return next ? at + 2 : at + 1;
    }

    private @org.jspecify.annotations.Nullable Entry find(String name) {
        Entry entry = entries.get(name);
        if (entry != null || !abbreviates) {
            return entry;
        }
        Entry found = null;
        for (var each : entries.entrySet()) {
            if (each.getKey().startsWith(name) && each.getKey().startsWith("--")) {
                if (found != null && !found.name.equals(each.getValue().name)) {
                    return null;
                }
                found = each.getValue();
            }
        }
        return found;
    }

    private int cluster(List<Arg> args, int at, List<Item> items) {
        Arg arg = args.get(at);
        String text = arg.value().prefix();
        Entry whole = text.length() > 2 ? entries.get(text) : null;
        if (whole != null && arg.text().isPresent()) {
            return takeNext(whole, args, at, items);
        }
        int equals = text.indexOf('=');
        if (equals > 2 && entries.get(text.substring(0, equals)) instanceof Entry entry) {
            items.add(new Item.Option(entry.name, Optional.of(arg.after(equals + 1)), arg));
            return at + 1;
        }
        if (numbers && isNumber(text)) {
            items.add(new Item.Option("-NUMBER", Optional.of(arg.after(1)), arg));
            return at + 1;
        }
        for (int i = 1; i < text.length(); i++) {
            String name = "-" + text.charAt(i);
            Entry entry = entries.get(name);
            if (entry == null) {
                items.add(new Item.Strange(i == 1 ? text : name, arg));
                return at + 1;
            }
            boolean more = i + 1 < text.length() || arg.text().isEmpty();
            if (entry.takes == Takes.NOTHING) {
                items.add(new Item.Option(entry.name, Optional.empty(), arg));
            } else if (more) {
                items.add(new Item.Option(entry.name, Optional.of(arg.after(i + 1)), arg));
                return at + 1;
            } else {
                return takeNext(entry, args, at, items);
            }
        }
        if (arg.text().isEmpty()) {
            items.add(new Item.Loose(arg));
        }
        return at + 1;
    }

    private static boolean isNumber(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 1;
    }
}
