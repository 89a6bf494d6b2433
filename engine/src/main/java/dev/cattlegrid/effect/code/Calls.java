package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import java.util.List;
import java.util.Map;

/// Does what a row of an [Api] says.
final class Calls {
    private final Machine machine;

    Calls(Machine machine) {
        this.machine = machine;
    }

    Thing perform(String name, List<Thing> arguments, Map<String, Thing> named, Thing self) {
        Api.Row row =
                machine.api().row(name).orElse(new Api.Row(Verb.OfCode.UNREAD, List.of(), ""));
        Data all =
                self.data()
                        .with(Thing.dataOf(arguments))
                        .with(Thing.dataOf(List.copyOf(named.values())));
        Thing result = perform(new Given(machine, row, name, arguments, named, self, all));
        return row.gives().isEmpty()
                        || row.verb() == Verb.OfFiles.LIST
                        || result.type().equals(row.gives())
                ? result
                : result.as(row.gives());
    }

    private static Thing perform(Given call) {
        return switch (call.row().verb()) {
            case Verb.OfFiles verb -> new FileCalls(call).perform(verb);
            case Verb.OfPaths verb -> new PathCalls(call).perform(verb);
            case Verb.OfProcesses verb -> new ProcessCalls(call).perform(verb);
            case Verb.OfNet verb -> new NetCalls(call).perform(verb);
            case Verb.OfStores verb -> new StoreCalls(call).perform(verb);
            case Verb.OfItems verb -> new ItemCalls(call).perform(verb);
            case Verb.OfCmdlets verb -> new CmdletCalls(call).perform(verb);
            case Verb.OfMachine verb -> new MachineCalls(call).perform(verb);
            case Verb.OfCode verb -> new CodeCalls(call).perform(verb);
        };
    }
}
