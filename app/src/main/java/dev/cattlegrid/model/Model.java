package dev.cattlegrid.model;

/// A language model: asked once, without tools and without a memory.
@FunctionalInterface
public interface Model {
    /// The answer, whenever it comes; a thread that is interrupted gives up.
    Reply ask(Prompt prompt);
}
