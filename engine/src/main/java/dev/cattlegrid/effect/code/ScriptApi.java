package dev.cattlegrid.effect.code;

/// What JavaScript's own functions and Node's library do, and the HTTP clients that scripts use most.
///
/// Source: Node.js 22 API; the Fetch standard; axios 1.7.
final class ScriptApi {
    static final Api TABLE =
            Api.of(
                    "javascript",
                    """
                    fs.readFileSync fs.readFile fs.promises.readFile fs.openAsBlob Bun.file: read 0 -> text
                    fs.createReadStream: open 0 -> file
                    fs.createWriteStream fs.writeFileSync fs.writeFile fs.promises.writeFile fs.outputFileSync Bun.write: write 0 1 -> sink
                    sink.write sink.end: pure
                    fs.appendFileSync fs.appendFile fs.promises.appendFile: append 0 1
                    fs.unlinkSync fs.unlink fs.promises.unlink fs.rmdirSync fs.rmdir fs.promises.rmdir fs.rmSync fs.rm fs.promises.rm: delete 0
                    fs.renameSync fs.rename fs.promises.rename: move 0 1
                    fs.copyFileSync fs.copyFile fs.promises.copyFile fs.cpSync fs.cp fs.promises.cp: copy 0 1
                    fs.mkdirSync fs.mkdir fs.promises.mkdir: mkdir 0
                    fs.mkdtempSync fs.mkdtemp fs.promises.mkdtemp: temp -> text
                    fs.chmodSync fs.chmod fs.promises.chmod fs.chownSync fs.chown fs.promises.chown: mode 0 1
                    fs.symlinkSync fs.symlink fs.promises.symlink fs.linkSync fs.link fs.promises.link: link 0 1
                    fs.truncateSync fs.truncate fs.promises.truncate fs.utimesSync: edit 0
                    fs.openSync fs.open fs.promises.open: open 0 1 -> file
                    fs.readdirSync fs.readdir fs.promises.readdir fs.opendirSync: list 0 names -> text
                    fs.globSync fs.glob: list 0 -> text
                    fs.existsSync fs.exists fs.statSync fs.stat fs.lstatSync fs.lstat fs.promises.stat fs.promises.lstat fs.accessSync fs.access fs.promises.access fs.closeSync fs.close fs.constants fs.fstatSync fs.watch fs.watchFile fs.Dirent fs.Stats fs.readSync fs.realpathSync.native: pure
                    fs.realpathSync fs.realpath fs.promises.realpath fs.readlinkSync: same 0 -> text
                    fs.writeSync: writeto 0 1
                    file.pipe file.on file.close file.read file.once file.setEncoding: derived self
                    file.write file.writeFile file.end file.appendFile: writeself 0
                    file.readFile: derived self -> text
                    path.join path.resolve path.posix.join: joins -> text
                    path.dirname: parent 0 -> text
                    path.basename: base 0 -> text
                    path.normalize url.fileURLToPath String: same 0 -> text
                    os.homedir: home -> text
                    os.tmpdir: temp -> text
                    process.cwd: cwd -> text
                    process.chdir: chdir 0
                    process.exit process.on process.once process.hrtime process.memoryUsage process.uptime process.nextTick process.version process.versions process.platform process.pid process.arch process.stdin process.exitCode process.emitWarning process.argv0 process.execPath process.title process.release process.config process.features process.cpuUsage process.hrtime.bigint process.getuid process.stdout.columns process.stdout.isTTY process.stdin.setEncoding process.stdin.resume process.stdin.on process.abort process.umask process.off process.stdout.on process.removeListener process.exitCode: pure
                    process.stdout.write process.stderr.write console.log console.error console.info console.warn console.debug console.table console.dir console.trace: print
                    process.kill: signal 0 1
                    process.setuid process.setgid: elevate
                    process.binding process.dlopen process._linkedBinding process.mainModule: unread
                    child_process.exec child_process.execSync Bun.$: script 0 -> process
                    child_process.spawn child_process.spawnSync child_process.execFile child_process.execFileSync: argv 0 1 -> process
                    child_process.fork: unread
                    Bun.spawn Bun.spawnSync: process 0
                    process.toString process.on process.unref process.stdout process.stderr process.status process.once process.trim process.split process.replace process.pid process.then: derived self -> text
                    process.stdin.write process.stdin.end: derived self
                    http.get https.get http.request https.request fetch axios axios.get axios.head got node-fetch undici.fetch undici.request axios.request axios.default got.get: fetch 0
                    axios.delete got.delete: http DELETE 0 -> response
                    axios.post got.post axios.default.post: http POST 0 -> response
                    axios.put: http PUT 0 -> response
                    axios.patch: http PATCH 0 -> response
                    response.write response.end response.send: sendself 0
                    response.json response.text response.data response.body response.then response.on response.status response.ok response.headers response.arrayBuffer response.statusCode response.pipe response.blob response.catch response.finally response.setEncoding response.setHeader response.resume response.once response.statusText response.url response.setTimeout response.clone response.destroy response.abort: derived self
                    Request: request 0 1 -> request
                    WebSocket EventSource: connect 0 -> socket
                    net.connect net.createConnection tls.connect: connectto 1 0 -> socket
                    net.Socket tls.TLSSocket: make -> socket
                    socket.connect: connectto 1 0
                    socket.write socket.end socket.send: sendself 0
                    socket.pipe: dup
                    socket.on socket.once socket.destroy socket.setEncoding socket.close socket.setTimeout socket.setKeepAlive socket.unref: derived self
                    dgram.createSocket: make -> socket
                    http.createServer https.createServer net.createServer: make -> server
                    server.listen: listen 0 1
                    server.on server.close server.address server.once server.unref server.setTimeout: pure
                    dns.lookup dns.resolve dns.promises.lookup dns.promises.resolve dns.resolveTxt dns.resolve4: lookup 0
                    require import module.createRequire module.require: import 0
                    util.promisify util.callbackify util.deprecate: first
                    global globalThis window: namespace
                    Deno.remove Deno.removeSync: delete 0
                    Deno.readTextFile Deno.readTextFileSync Deno.readFile Deno.readFileSync: read 0 -> text
                    Deno.writeTextFile Deno.writeTextFileSync Deno.writeFile Deno.writeFileSync Deno.create Deno.createSync: write 0 1
                    Deno.open Deno.openSync: openfd 0 -> file
                    Deno.rename Deno.renameSync: move 0 1
                    Deno.copyFile Deno.copyFileSync: copy 0 1
                    Deno.symlink Deno.symlinkSync Deno.link Deno.linkSync: link 0 1
                    Deno.mkdir Deno.mkdirSync: mkdir 0
                    Deno.makeTempDir Deno.makeTempDirSync Deno.makeTempFile Deno.makeTempFileSync: temp -> text
                    Deno.chmod Deno.chmodSync Deno.chown Deno.chownSync: mode 0 1
                    Deno.truncate Deno.truncateSync Deno.utime: edit 0
                    Deno.readDir Deno.readDirSync: list 0 names -> text
                    Deno.stat Deno.statSync Deno.lstat Deno.lstatSync Deno.exit Deno.memoryUsage Deno.version Deno.build Deno.args Deno.inspect Deno.errors Deno.hostname Deno.stdin Deno.osRelease Deno.execPath Deno.test Deno.bench Deno.mainModule Deno.pid Deno.permissions: pure
                    Deno.realPath Deno.realPathSync: same 0 -> text
                    Deno.env.get: env 0 -> text
                    Deno.env.toObject: environment -> keyed
                    Deno.env.set Deno.env.delete Deno.env.has: pure
                    Deno.cwd: cwd -> text
                    Deno.chdir: chdir 0
                    Deno.kill: signal 0 1
                    Deno.Command: command-of 0 1 -> process
                    process.output process.outputSync process.spawn: derived self -> text
                    Deno.run Deno.dlopen Deno.Worker Deno.openKv Deno.connect Deno.connectTls Deno.listen: unread
                    Deno.serve: serve 0
                    bun.$ zx.$ execa.$ execa.execaCommand execa.execaCommandSync shelljs.exec dax.$: script 0 -> process
                    execa execa.execa execa.execaSync execa.sync cross-spawn cross-spawn.sync cross-spawn.spawn: argv 0 1 -> process
                    rimraf rimraf.sync rimraf.rimraf rimraf.rimrafSync del del.sync del.deleteAsync del.deleteSync fs-extra.remove fs-extra.removeSync fs-extra.emptyDir fs-extra.emptyDirSync trash fs.remove fs.removeSync fs.emptyDir fs.emptyDirSync: delete-tree 0
                    shelljs.rm shelljs.mv shelljs.cp shelljs.chmod shelljs.sed: unread
                    better-sqlite3 sqlite.DatabaseSync sqlite3.Database bun:sqlite.Database: sqlite 0 -> database
                    database.exec database.run database.prepare database.all database.get database.query database.each: sql 0 -> database
                    database.close database.pragma database.iterate database.transaction database.on database.serialize: derived self
                    pg.Client pg.Pool mysql.createConnection mysql.createPool mysql2.createConnection mysql2.createPool mysql2/promise.createConnection postgres: server 0 -> server
                    server.query server.execute server.unsafe: query 0
                    redis.createClient redis.createCluster @redis/client.createClient ioredis ioredis.Redis ioredis.default iovalkey: make -> keys
                    keys.flushAll keys.flushDb keys.flushall keys.flushdb keys.FLUSHALL keys.FLUSHDB keys.shutdown keys.swapDb: lose redis
                    keys.sendCommand keys.call: keys 0
                    keys.multi keys.pipeline keys.duplicate: same self -> keys
                    nodemailer.createTransport: make -> mailer
                    mailer.sendMail: speak
                    eval Function vm.runInThisContext vm.runInNewContext vm.runInContext vm.Script vm.compileFunction: eval 0
                    worker_threads.Worker Worker: unread
                    Reflect.get Reflect.apply Reflect.construct: unread
                    """,
                    """
                    JSON Math Object Array Number Boolean Date RegExp Map Set WeakMap WeakSet Promise Symbol BigInt Error TypeError RangeError SyntaxError
                    Buffer Uint8Array Int32Array Float64Array ArrayBuffer DataView URL URLSearchParams TextEncoder TextDecoder Intl isNaN isFinite parseInt
                    parseFloat encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape setTimeout setInterval setImmediate clearTimeout
                    clearInterval queueMicrotask structuredClone console performance crypto util path os url querystring assert events stream buffer
                    string_decoder timers zlib readline perf_hooks async_hooks punycode tty atob btoa Headers FormData Blob AbortController AbortSignal
                    Response Proxy this exports module __dirname __filename arguments super globalThis.process Infinity NaN process.memoryUsage
                    test node:test describe it expect beforeEach afterEach Atomics Iterator Event EventTarget EventEmitter ReadableStream WritableStream TransformStream process.stdout process.stderr process.stdin import.meta Float32Array Uint16Array Uint32Array Int8Array Int16Array Uint8ClampedArray BigInt64Array WeakRef
                    """,
                    """
                    fs path os url http https net tls dgram dns child_process cluster vm v8 worker_threads inspector repl module process console
                    http2 wasi diagnostics_channel trace_events constants sqlite sea domain Bun Deno bun aws-sdk axios got node-fetch undici globalThis Reflect
                    """);

    private ScriptApi() {}
}
