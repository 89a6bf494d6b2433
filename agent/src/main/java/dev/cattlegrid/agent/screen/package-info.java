/// Screen: a session on a whole terminal: a prompt that is always there, what happens above it, what the gate asks in between.
///
/// In: keys, and what happens. Out: what a person does, and the rows of a terminal.
/// Knows: `agent.talk`, `agent.tool`, `agent.voice`, `app`, `audit`, `call`, `desk`, `door`, `effect`, `ledger`, `screen`, `session`.
@NullMarked
package dev.cattlegrid.agent.screen;

import org.jspecify.annotations.NullMarked;
