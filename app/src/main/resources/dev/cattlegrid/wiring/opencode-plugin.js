// Cattlegrid in OpenCode: every tool call is asked about before it runs. Written by `cattlegrid setup opencode`, which
// also takes it out again; what you change here is reported by `cattlegrid doctor` and written anew by `setup`.
//
// A call runs only on a whole and well-formed `allow`. Silence, a crash, an answer that is too late or says anything else
// stops it by an exception, whose message OpenCode hands to the agent.
import { spawn } from "node:child_process"

const COMMAND = /* the launcher and its arguments */ []
const DEADLINE = 45_000
const LONGEST_ANSWER = 1 << 20
const LONGEST_RESULT = 1 << 16

// Nothing of OpenCode's own environment reaches the gate, the model's key least of all.
function run(payload) {
  return new Promise((resolve) => {
    const refused = (why) => resolve({ refused: "cattlegrid: " + why + ", so this call is refused" })
    let child
    try {
      child = spawn(COMMAND[0], COMMAND.slice(1), { env: {}, cwd: "/", stdio: ["pipe", "pipe", "pipe"] })
    } catch {
      return refused("the gate could not be started")
    }
    const late = setTimeout(() => {
      child.kill("SIGKILL")
      refused("the gate gave no answer in time")
    }, DEADLINE)
    let out = ""
    let err = ""
    child.stdout.setEncoding("utf8")
    child.stdout.on("data", (text) => { if (out.length <= LONGEST_ANSWER) out += text })
    child.stderr.setEncoding("utf8")
    child.stderr.on("data", (text) => { if (err.length < 2000) err += text })
    child.stdin.on("error", () => {})
    child.on("error", () => { clearTimeout(late); refused("the gate could not be started") })
    child.on("close", (code) => {
      clearTimeout(late)
      if (code === 2 && err.trim()) return resolve({ refused: err.trim().slice(0, 2000) })
      if (code !== 0) return refused("the gate failed")
      try {
        resolve({ answer: JSON.parse(out) })
      } catch {
        refused("the gate's answer was garbled")
      }
    })
    child.stdin.end(JSON.stringify(payload))
  })
}

// Only watching, the gate says so in a form of its own.
function isSilence(answer) {
  return answer !== null && typeof answer === "object" && answer.suppressOutput === true && Object.keys(answer).length === 1
}

function verdict(said) {
  const specific = said?.answer?.hookSpecificOutput
  if (said.refused) return said.refused
  if (isSilence(said.answer)) return undefined
  if (specific?.hookEventName === "PreToolUse" && specific.permissionDecision === "allow") return undefined
  return specific?.permissionDecisionReason || "cattlegrid: the gate's answer was garbled, so this call is refused"
}

// Tools of MCP servers go by `SERVER_TOOL`; which servers there are, the configuration says.
function named(tool, servers) {
  const server = servers.filter((name) => tool.startsWith(name + "_")).sort((a, b) => b.length - a.length)[0]
  return server ? "mcp__" + server + "__" + tool.slice(server.length + 1) : tool
}

export const Cattlegrid = async ({ client, directory }) => {
  const parents = new Map()
  const agents = new Map()
  let servers = []

  // A sub-agent is a session below another one. Where that cannot be told, `undefined`.
  async function parent(id) {
    if (!parents.has(id)) {
      try {
        const found = await client.session.get({ path: { id } })
        if (!found?.data) return undefined
        parents.set(id, found.data.parentID ?? null)
      } catch {
        return undefined
      }
    }
    return parents.get(id)
  }

  async function origin(id) {
    let top = id
    let sure = true
    for (let i = 0; i < 16; i++) {
      const above = await parent(top)
      sure = above !== undefined
      if (!above) break
      top = above
    }
    const agent = agents.get(id)
    return {
      session_id: top,
      cwd: directory,
      ...(top === id && sure ? {} : { agent_id: id }),
      ...(agent ? { agent_type: agent } : {}),
    }
  }

  return {
    config: async (config) => {
      servers = Object.keys(config?.mcp ?? {}).map((name) => name.replace(/[^a-zA-Z0-9_-]/g, "_"))
    },

    "tool.execute.before": async (input, output) => {
      const payload = {
        hook_event_name: "PreToolUse",
        ...(await origin(input.sessionID)),
        tool_name: named(input.tool, servers),
        tool_input: output.args ?? {},
        tool_use_id: input.callID,
      }
      const refusal = verdict(await run(payload))
      if (refusal !== undefined) throw new Error(refusal)
    },

    "tool.execute.after": async (input, output) => {
      const said = await run({
        hook_event_name: "PostToolUse",
        ...(await origin(input.sessionID)),
        tool_name: named(input.tool, servers),
        tool_input: input.args ?? {},
        tool_response: { output: String(output?.output ?? "").slice(0, LONGEST_RESULT), metadata: { sessionId: output?.metadata?.sessionId } },
        tool_use_id: input.callID,
      })
      const context = said?.answer?.hookSpecificOutput?.additionalContext
      if (typeof context === "string" && output) output.output = String(output.output ?? "") + "\n\n" + context
    },

    "chat.message": async (input, output) => {
      if (input.agent) agents.set(input.sessionID, input.agent)
      const from = await origin(input.sessionID)
      if (from.agent_id === from.session_id) throw new Error("cattlegrid: it cannot be told whether a person wrote this, so it is not taken")
      const said = await run({
        hook_event_name: "UserPromptSubmit",
        ...from,
        prompt: (output.parts ?? []).filter((part) => part.type === "text").map(({ type, text, synthetic, ignored }) => ({ type, text, synthetic, ignored })),
      })
      if (said.refused) throw new Error(said.refused)
      if (said.answer?.decision === "block") throw new Error(said.answer.reason ?? "cattlegrid: what you wrote could not be kept")
    },

    event: async ({ event }) => {
      const info = event?.properties?.info
      if (event?.type === "session.created" && info?.id) {
        parents.set(info.id, info.parentID ?? null)
        if (!info.parentID) await run({ hook_event_name: "SessionStart", session_id: info.id, cwd: directory })
      }
      if (event?.type === "session.deleted" && info?.id && !info.parentID)
        await run({ hook_event_name: "SessionEnd", session_id: info.id, cwd: directory })
    },
  }
}
