package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import java.util.List;
import java.util.Map;

/// What one call of a row is given.
///
/// Arguments are counted from 0; `self` is what a method is called on. An argument that is only given by name counts
/// after those that are given by place.
///
/// @param name what is called
/// @param all the data of all that it is given
record Given(
        Machine machine,
        Api.Row row,
        String name,
        List<Thing> arguments,
        Map<String, Thing> named,
        Thing self,
        Data all) {
    private static final List<String> NAMES =
            List.of(
                    "path",
                    "file",
                    "filename",
                    "src",
                    "url",
                    "args",
                    "cmd",
                    "command",
                    "name",
                    "mode",
                    "dst",
                    "address");

    /// A thing as a place, however PowerShell writes it.
    Thing place(Thing thing) {
        return WindowsPaths.place(thing, acts().call().world().home());
    }

    Acts acts() {
        return machine.acts();
    }

    /// What the row's word at an index stands for: an argument by its number, or `self`.
    Thing at(int index) {
        return argument(row.number(index));
    }

    Thing argument(int number) {
        if (number < 0) {
            return self;
        }
        if (number < arguments.size()) {
            return arguments.get(number);
        }
        for (String name : NAMES) {
            Thing thing = named.get(name);
            if (thing != null && number == arguments.size()) {
                return thing;
            }
        }
        return Thing.of("none");
    }
}
