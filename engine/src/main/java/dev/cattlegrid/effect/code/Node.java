package dev.cattlegrid.effect.code;

import java.util.List;

/// A program's text as a tree, coarse enough for several languages.
///
/// An expression has a value; a statement is there for what it does.
sealed interface Node {
    record Name(String name) implements Node {}

    record Text(String text) implements Node {}

    /// A text put together from others: an f-string, a template.
    record Joined(List<Node> parts) implements Node {}

    record Constant(String text) implements Node {}

    record Attribute(Node of, String name) implements Node {}

    record Call(Node function, List<Node> arguments, List<Named> named) implements Node {}

    record Named(String name, Node value) {}

    record Index(Node of, Node index) implements Node {}

    record Binary(String operator, Node left, Node right) implements Node {}

    /// One of two values, or either of `a or b`.
    record Choice(Node test, Node left, Node right) implements Node {}

    record Many(List<Node> items) implements Node {}

    /// An object or dictionary whose keys are written out, or left open with an empty name.
    record Keyed(List<Named> entries) implements Node {}

    /// @param defaults values of parameters that are not given; annotations have no name
    record Function(
            String name,
            List<String> parameters,
            List<Named> defaults,
            List<Node> body,
            boolean called)
            implements Node {}

    /// All parts are valued; what comes out is made of them in a way that is not followed.
    record Mixed(List<Node> parts) implements Node {}

    /// `for x in xs` inside an expression, or as a statement.
    record Loop(Node target, Node over, List<Node> body) implements Node {}

    record Assign(Node target, Node value, boolean added) implements Node {}

    /// @param member empty: the module itself; `*`: all of it
    record Import(String module, String member, String as) implements Node {}

    record Type(String name, List<Node> bases, List<Node> body) implements Node {}

    record If(Node test, List<Node> then, List<Node> otherwise) implements Node {}

    /// What may run after the body, or instead of the rest of it.
    record Guarded(List<Node> body, List<Node> handlers) implements Node {}

    record Return(Node value) implements Node {}

    record Delete(List<Node> targets) implements Node {}

    /// Text that was not understood.
    record Broken(String text) implements Node {}
}
