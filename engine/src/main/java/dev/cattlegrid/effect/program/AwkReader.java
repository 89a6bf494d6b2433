package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Options.Item;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;

/// Reads awk's command line; the program itself is code of its own language.
///
/// Source: awk(1p), gawk(1) 5.2, mawk(1) 1.3.4.
final class AwkReader {
    private static final Options OPTIONS =
            Options.of(
                            """
                            -f=,--file= -F=,--field-separator= -v=,--assign= -b,--characters-as-bytes -c,--traditional
                            -C,--copyright -d?,--dump-variables? -D?,--debug? -e=,--source= -E=,--exec= -g,--gen-pot
                            -h,--help -i=,--include= -I,--trace -k,--csv -l=,--load= -L?,--lint? -M,--bignum
                            -n,--non-decimal-data -N,--use-lc-numeric -o?,--pretty-print? -O,--optimize -p?,--profile?
                            -P,--posix -r,--re-interval -s,--no-optimize -S,--sandbox -t,--lint-old -V,--version
                            -W=
                            """)
                    .stopping();

    private AwkReader() {}

    static Outcome read(Invocation call, Opener opener) {
        var sheet = new Sheet(call, opener);
        var sources = new ArrayList<Arg>();
        var operands = new ArrayList<Arg>();
        boolean inPlace = false;
        for (Item item : OPTIONS.scan(call.args())) {
            switch (item) {
                case Item.Operand(var arg, _) -> operands.add(arg);
                case Item.Loose(var arg) -> operands.add(arg);
                case Item.Strange(var name, var arg) -> sheet.strange(name, arg);
                case Item.Option option -> {
                    switch (option.name()) {
                        case "-f", "-E" -> sources.add(file(option.given(), sheet));
                        case "-e" -> sources.add(option.given());
                        case "-i" -> {
                            if (option.given().is("inplace")) {
                                inPlace = true;
                            } else {
                                sources.add(file(option.given(), sheet));
                            }
                        }
                        case "-l" -> sheet.unread("a library that awk loads", option.arg().span());
                        case "-d", "-o", "-p" ->
                                option.value()
                                        .filter(value -> !value.is("-"))
                                        .ifPresent(value -> sheet.create(value, Data.NONE));
                        case "-h", "-V", "-C" -> {
                            return sheet.done();
                        }
                        default -> {}
                    }
                }
            }
        }
        if (sources.isEmpty() && !operands.isEmpty()) {
            sources.add(operands.removeFirst());
        }
        Data input = Data.NONE;
        boolean files = false;
        for (Arg arg : operands) {
            if (!isAssignment(arg)) {
                files = true;
                input = input.with(sheet.read(arg));
            }
        }
        Data data = (files ? input : call.stdin()).changed();
        var inner =
                new Invocation(
                        call.name(),
                        call.args(),
                        call.environment(),
                        data,
                        call.piped(),
                        call.directory(),
                        call.world(),
                        call.contained(),
                        call.raised(),
                        call.span());
        for (Arg source : sources) {
            sheet.include(opener.code("awk", source, operands, inner));
        }
        if (inPlace) {
            operands.stream()
                    .filter(arg -> !isAssignment(arg))
                    .forEach(arg -> sheet.edit(arg, data));
        }
        return sheet.output(data).done();
    }

    private static Arg file(Arg arg, Sheet sheet) {
        sheet.read(arg);
        var place = sheet.place(arg, World.Use.RUN);
        return place.isExact()
                        && sheet.call().world().content(place.path())
                                instanceof World.Content.Text(var text, _)
                ? arg.with(Value.exact(text))
                : arg.with(Value.unknown("the awk program `" + place.written() + "` was not read"));
    }

    private static boolean isAssignment(Arg arg) {
        String text = arg.value().prefix();
        int equals = text.indexOf('=');
        if (equals < 1) {
            return false;
        }
        for (int i = 0; i < equals; i++) {
            char c = text.charAt(i);
            if (!(c == '_' || Character.isLetter(c) || i > 0 && Character.isDigit(c))) {
                return false;
            }
        }
        return true;
    }
}
