/// Sample: a throw-away project and a model that follows a script, for who has neither key nor network.
///
/// In: a directory. Out: a repository with a task in it, and a model on the loopback that works at it.
/// Knows: `canary`.
@NullMarked
package dev.cattlegrid.agent.sample;

import org.jspecify.annotations.NullMarked;
