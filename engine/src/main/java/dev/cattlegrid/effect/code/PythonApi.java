package dev.cattlegrid.effect.code;

/// What Python's own functions and library do, and a few libraries for HTTP that scripts use most.
///
/// Source: The Python Standard Library 3.13; requests 2.32; httpx 0.27.
final class PythonApi {
    static final Api TABLE =
            Api.of(
                    "python",
                    """
                    open io.open codecs.open os.fdopen gzip.open bz2.open lzma.open tempfile.open: open 0 1 -> file
                    os.open: openfd 0 -> file
                    path.open: open self 0 -> file
                    path.read_text path.read_bytes: read self -> text
                    path.write_text path.write_bytes: write self 0
                    path.unlink path.rmdir: delete self
                    path.mkdir: mkdir self
                    path.touch: write self
                    path.rename path.replace: move self 0 -> path
                    path.chmod path.lchmod: mode self 0
                    path.symlink_to path.hardlink_to: link 0 self
                    path.exists path.is_file path.is_dir path.is_symlink path.stat path.lstat path.samefile path.owner path.group path.is_absolute path.relative_to path.match path.as_uri path.is_mount path.is_relative_to: pure
                    path.resolve path.absolute path.expanduser path.readlink: same self -> path
                    path.as_posix path.__str__ path.__fspath__: same self -> text
                    path.joinpath path.__truediv__: joinself -> path
                    path.with_suffix path.with_name path.with_stem: sibling self -> path
                    path.iterdir path.walk: list self -> path
                    path.glob: list self glob -> path
                    path.rglob: list self rglob -> path
                    pathlib.Path pathlib.PurePath pathlib.PosixPath pathlib.PurePosixPath: joins -> path
                    pathlib.Path.home: home -> path
                    pathlib.Path.cwd os.getcwd os.getcwdb: cwd -> path
                    os.path.join: joins -> text
                    os.path.expanduser: expand 0 -> text
                    os.path.expandvars: vars 0 -> text
                    os.path.abspath os.path.realpath os.path.normpath os.fspath str os.fsdecode: same 0 -> text
                    os.path.dirname: parent 0 -> text
                    os.path.basename: base 0 -> text
                    os.path: pure
                    os.remove os.unlink os.rmdir: delete 0
                    os.removedirs: delete-tree 0
                    shutil.rmtree: delete-tree 0
                    os.rename os.replace os.renames shutil.move: move 0 1
                    shutil.copy shutil.copy2 shutil.copyfile shutil.copytree shutil.copymode shutil.copystat: copy 0 1
                    shutil.make_archive: archive 0
                    shutil.unpack_archive: unpack 0 1
                    shutil.chown os.chown os.lchown os.chmod os.lchmod os.chflags: mode 0 1
                    shutil.which shutil.disk_usage shutil.get_terminal_size shutil.copyfileobj: pure
                    os.symlink os.link: link 0 1
                    os.mkdir os.makedirs: mkdir 0
                    os.mkfifo os.mknod: append 0
                    os.truncate os.utime: edit 0
                    os.listdir os.scandir: list 0 names -> text
                    glob.glob glob.iglob: list 0 -> text
                    os.walk os.fwalk: walk 0
                    os.chdir os.fchdir: chdir 0
                    os.chroot: administer chroot
                    os.system os.popen subprocess.getoutput subprocess.getstatusoutput commands.getoutput: script 0 -> process
                    asyncio.create_subprocess_shell: script 0 -> process
                    subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen: process 0 -> process
                    asyncio.create_subprocess_exec: words 0 -> process
                    os.execv os.execve os.execvp os.execvpe os.posix_spawn os.posix_spawnp: exec 0 1
                    os.execl os.execlp os.execle os.execlpe: named-words 0
                    os.spawnv os.spawnvp os.spawnve os.spawnvpe: exec 1 2
                    os.spawnl os.spawnlp os.spawnle os.spawnlpe: named-words 1
                    pty.spawn: process 0
                    process.communicate process.stdin.write: feed 0 -> text
                    process.wait process.poll process.kill process.terminate process.send_signal process.stdout process.stderr process.returncode process.close process.check_returncode process.read process.readlines process.readline: derived self -> text
                    os.environ.get os.getenv os.environ.pop os.environ.setdefault os.environ.__getitem__: env 0 -> text
                    dotenv.dotenv_values keyring.get_password keyring.get_credential browser_cookie3.chrome browser_cookie3.firefox browser_cookie3.load browser_cookie3.edge browser_cookie3.brave browser_cookie3.safari browser_cookie3.chromium browser_cookie3.opera rookiepy.chrome rookiepy.load rookiepy.firefox secretstorage.get_default_collection boto3.session.Session.get_credentials google.auth.default os.environ.copy os.environ.items os.environ.values os.environb.copy dict.os.environ: environment -> keyed
                    os.environ.keys: pure
                    os.environ.update os.putenv os.unsetenv: pure
                    os.kill os.killpg signal.pthread_kill: signal 0 1
                    psutil.Process psutil.process_iter psutil.Popen: make -> anyprocess
                    anyprocess.kill anyprocess.terminate anyprocess.suspend anyprocess.send_signal: signal self 0
                    pyperclip.paste PIL.ImageGrab.grab PIL.ImageGrab.grabclipboard pyautogui.screenshot pyscreenshot.grab mss.mss mss.MSS pynput.keyboard.Listener pynput.mouse.Listener keyboard.hook keyboard.on_press keyboard.record keyboard.read_event: unread
                    os.fork os.forkpty: fork
                    os.dup2: dup 0
                    os.dup os.pipe os.close os.fsync os.getpid os.getppid os.getuid os.geteuid os.getgid os.getlogin os.uname os.cpu_count os.urandom os.stat os.lstat os.access os.isatty os.umask os.nice os.times os.wait os.waitpid os.strerror os.get_terminal_size os.sched_getaffinity os.getloadavg os.statvfs os.fspath os.fstat os.lseek os.setsid os.getpgid os.setpgrp os.sep os.linesep os.name os.curdir os.pathsep os.get_exec_path os.getgroups os.cpu_count os.process_cpu_count os.get_inheritable os.error os.ctermid os.fsencode os.major os.minor os.PathLike os.WEXITSTATUS os.supports_follow_symlinks os.devnull os._exit os.abort: pure
                    os.read: derived 0 -> text
                    os.readlink: same 0 -> text
                    os.write: writefd 0 1
                    os.setuid os.seteuid os.setgid os.setreuid os.setresuid: elevate
                    file.read file.readline file.readlines file.__iter__ file.read1: derived self -> text
                    file.write file.writelines file.writestr file.writerow file.writerows: writeself 0
                    file.close file.flush file.seek file.tell file.fileno file.truncate file.isatty file.readable file.writable file.__enter__ file.__exit__ file.name file.detach file.buffer file.reconfigure file.namelist file.getnames file.closed file.infolist file.getmembers file.testzip: derived self
                    file.extractall file.extract: unpackself 0
                    file.add: readinto 0
                    zipfile.ZipFile tarfile.open: open 0 1 -> file
                    zipfile.is_zipfile tarfile.is_tarfile: pure
                    json.load toml.load tomllib.load tomli.load yaml.safe_load csv.reader csv.DictReader configparser.ConfigParser.read_file plistlib.load: derived 0
                    csv.writer csv.DictWriter: same 0 -> file
                    json.dump toml.dump yaml.dump yaml.safe_dump plistlib.dump: writeto 1 0
                    pickle.dump marshal.dump: writeto 1 0
                    pickle.load pickle.loads marshal.load marshal.loads cPickle.load cPickle.loads dill.load dill.loads joblib.load shelve.open yaml.load yaml.unsafe_load yaml.full_load jsonpickle.decode pickle.Unpickler: load
                    pickle.dumps marshal.dumps: derived 0
                    xml.etree.ElementTree.parse xml.dom.minidom.parse lxml.etree.parse: read 0
                    configparser.ConfigParser configparser.RawConfigParser: make -> config
                    config.read: read 0
                    config.write: writeto 0 self
                    config.get config.set config.sections config.items config.has_option config.has_section config.getint config.getboolean config.add_section config.options config.read_string config.getfloat: derived self
                    fileinput.input: fileinput 0
                    linecache.getline: read 0 -> text
                    tempfile.mkdtemp tempfile.TemporaryDirectory: temp -> path
                    tempfile.mkstemp tempfile.NamedTemporaryFile tempfile.TemporaryFile tempfile.SpooledTemporaryFile: temp -> file
                    tempfile.gettempdir tempfile.mktemp: temp -> text
                    socket.socket: make -> socket
                    socket.create_connection: connect 0 -> socket
                    socket.create_server: bind 0 -> socket
                    socket.connect socket.connect_ex: connect 0
                    socket.bind: bind 0
                    socket.send socket.sendall socket.sendfile socket.write: sendself 0
                    socket.sendto: sendto 0 1
                    socket.recv socket.recvfrom socket.recv_into socket.read: recv -> text
                    socket.accept: accept -> socket
                    socket.fileno socket.makefile socket.detach: same self -> socket
                    socket.close socket.listen socket.settimeout socket.setsockopt socket.shutdown socket.setblocking socket.getsockname socket.getpeername socket.gettimeout socket.do_handshake socket.__enter__ socket.getsockopt socket.unwrap: pure
                    socket.gethostname socket.getfqdn socket.inet_aton socket.inet_ntoa socket.htons socket.ntohs socket.inet_pton socket.inet_ntop socket.has_ipv6 socket.setdefaulttimeout socket.getservbyname socket.htonl socket.ntohl socket.timeout socket.error: pure
                    socket.gethostbyname socket.getaddrinfo socket.gethostbyaddr socket.gethostbyname_ex: lookup 0
                    asyncio.open_connection: connectto 0 1 -> socket
                    asyncio.start_server asyncio.start_unix_server: bind 1 -> server
                    io.FileIO: open 0 1 -> file
                    logging.config.fileConfig logging.config.dictConfig logging.handlers.HTTPHandler logging.handlers.SMTPHandler logging.handlers.SocketHandler logging.handlers.SysLogHandler: unread
                    ssl.wrap_socket: same 0 -> socket
                    ssl.create_default_context ssl.SSLContext ssl._create_unverified_context ssl.get_server_certificate: make -> context
                    context.wrap_socket: same 0 -> socket
                    context.load_cert_chain context.load_verify_locations: read 0
                    requests.get httpx.get requests.head httpx.head requests.options httpx.options: http GET 0 -> response
                    requests.post httpx.post: http POST 0 -> response
                    requests.put httpx.put: http PUT 0 -> response
                    requests.patch httpx.patch: http PATCH 0 -> response
                    requests.delete httpx.delete: http DELETE 0 -> response
                    requests.request httpx.request httpx.stream: http ? 1 -> response
                    requests.Session requests.session httpx.Client httpx.AsyncClient aiohttp.ClientSession: make -> session
                    session.get session.head session.options session.stream: http GET 0 -> response
                    session.post: http POST 0 -> response
                    session.put: http PUT 0 -> response
                    session.patch: http PATCH 0 -> response
                    session.delete: http DELETE 0 -> response
                    session.request session.send: http ? 1 -> response
                    session.close session.mount session.headers session.cookies session.auth session.verify session.__enter__ session.__aenter__: derived self
                    response.json response.raise_for_status response.iter_content response.iter_lines response.read response.text response.content response.status response.status_code response.headers response.ok response.close response.getcode response.geturl response.info response.decode response.getheader response.getheaders response.cookies response.url response.__enter__ response.readline response.readlines response.raw response.reason response.elapsed response.encoding response.aread response.__aenter__ response.history: derived self
                    urllib.request.urlopen urllib2.urlopen urllib.urlopen: urlopen 0 1 -> response
                    urllib.request.urlretrieve urllib.urlretrieve wget.download: retrieve 0 1
                    urllib.request.Request urllib2.Request: request 0 1 -> request
                    urllib.request.build_opener: make -> opener
                    urllib.request.install_opener urllib.request.ProxyHandler urllib.request.HTTPHandler urllib.request.HTTPSHandler urllib.request.HTTPCookieProcessor urllib.request.pathname2url urllib.request.url2pathname urllib.request.getproxies urllib.request.HTTPBasicAuthHandler urllib.request.HTTPPasswordMgrWithDefaultRealm: pure
                    request.add_header request.get_method request.add_unredirected_header: addself
                    opener.open: urlopen 0 1 -> response
                    opener.add_handler opener.addheaders: pure
                    http.client.HTTPConnection http.client.HTTPSConnection httplib.HTTPConnection httplib.HTTPSConnection: make 0 -> connection
                    connection.request connection.putrequest: connection 0
                    connection.send connection.putheader connection.endheaders: sendself 0
                    connection.getresponse: recv -> response
                    connection.close connection.set_tunnel connection.connect: derived self
                    http.server.HTTPServer http.server.ThreadingHTTPServer socketserver.TCPServer socketserver.UDPServer socketserver.ThreadingTCPServer: bind 0 -> server
                    server.serve_forever server.shutdown server.handle_request server.server_close server.server_address server.__enter__: pure
                    smtplib.SMTP smtplib.SMTP_SSL: make 0 -> mail
                    mail.sendmail mail.send_message: speak email
                    mail.login mail.starttls mail.quit mail.ehlo mail.connect mail.close mail.__enter__ mail.set_debuglevel mail.helo: pure
                    ftplib.FTP ftplib.FTP_TLS: make 0 -> ftp
                    ftp.storbinary ftp.storlines: sendself 1
                    ftp.retrbinary ftp.retrlines ftp.nlst ftp.dir: recv
                    ftp.login ftp.cwd ftp.quit ftp.pwd ftp.close ftp.set_pasv ftp.connect ftp.prot_p: pure
                    ftp.delete ftp.rmd: remoteself delete
                    sqlite3.connect: sqlite 0 -> database
                    database.execute database.executemany database.executescript: sql 0 -> database
                    database.fetchall database.fetchone database.fetchmany database.commit database.close database.rollback database.description database.row_factory database.lastrowid database.rowcount database.iterdump database.total_changes database.backup database.create_function: derived self
                    database.cursor database.__enter__: same self -> database
                    eval exec compile execfile runpy.run_path runpy.run_module code.interact code.InteractiveConsole timeit.timeit builtins.eval builtins.exec cProfile.run: eval 0
                    __import__ importlib.import_module importlib.__import__ builtins.__import__: import 0
                    importlib.reload importlib.util.find_spec importlib.metadata.version importlib.metadata.distributions importlib.metadata.metadata importlib.resources.files importlib.metadata.packages_distributions pkgutil.iter_modules pkgutil.walk_packages importlib.metadata.entry_points importlib.metadata.distribution importlib.resources.read_text importlib.util: pure
                    getattr: getattr 0 1
                    globals locals vars: namespace
                    input raw_input sys.stdin.read sys.stdin.readline sys.stdin.readlines: stdin -> text
                    sys.stdin.buffer.read: stdin -> text
                    print pprint.pprint sys.stdout.write sys.stderr.write pprint.pp sys.stdout.buffer.write logging.info logging.debug logging.warning logging.error: print
                    sys.exit exit quit: pure
                    sys.stdout.flush sys.stderr.flush sys.getsizeof sys.version sys.version_info sys.platform sys.path sys.modules sys.executable sys.maxsize sys.byteorder sys.getrecursionlimit sys.setrecursionlimit sys.exc_info sys.intern sys.getdefaultencoding sys.stdout sys.stderr sys.flags sys.prefix sys.implementation sys.getrefcount sys.stdin.isatty sys.stdout.isatty sys.stdout.reconfigure sys.stderr.reconfigure sys.stdin.reconfigure sys.base_prefix sys.builtin_module_names sys.stdlib_module_names sys.float_info sys.int_info sys.hexversion sys.api_version sys.copyright sys.dont_write_bytecode sys.path.insert sys.path.append sys.stdlib_module_names sys.getfilesystemencoding sys.set_int_max_str_digits sys.excepthook sys.last_value sys.tracebacklimit sys.orig_argv sys.warnoptions sys.exec_prefix sys.stdout.encoding sys.stdin.encoding sys.monitoring sys.is_finalizing sys.getwindowsversion sys.hash_info sys.thread_info sys.setswitchinterval sys.getprofile sys.gettrace sys.unraisablehook sys.displayhook sys.getswitchinterval sys.float_repr_style sys.pycache_prefix sys.meta_path sys.path_hooks: pure
                    ctypes ctypes.CDLL ctypes.cdll.LoadLibrary ctypes.util.find_library ctypes.windll cffi.FFI ctypes.pythonapi ctypes.cdll ctypes.PyDLL: unread
                    webbrowser.open webbrowser.open_new webbrowser.open_new_tab: http GET 0
                    xmlrpc.client.ServerProxy: http POST 0
                    multiprocessing.Process multiprocessing.Pool threading.Thread threading.Timer concurrent.futures.ThreadPoolExecutor concurrent.futures.ProcessPoolExecutor asyncio.run asyncio.gather atexit.register signal.signal: callback
                    unittest.main doctest.testmod: pure
                    py_compile.compile compileall.compile_dir compileall.compile_file: read 0
                    ensurepip.bootstrap venv.create: unread
                    venv.EnvBuilder: unread
                    getpass.getpass: stdin
                    keyring.get_password: vault
                    pyperclip.paste pandas.read_clipboard clipboard.paste xerox.paste: vault
                    PIL.ImageGrab.grab PIL.ImageGrab.grabclipboard pyautogui.screenshot pyscreenshot.grab mss.mss mss.tools: vault
                    pynput.keyboard.Listener pynput.mouse.Listener keyboard.hook keyboard.on_press keyboard.on_release keyboard.read_key keyboard.read_event keyboard.record keyboard.start_recording: vault
                    psutil.Process psutil.process_iter psutil.wait_procs psutil.Popen: make -> psprocess
                    psprocess.kill psprocess.terminate psprocess.suspend psprocess.resume psprocess.send_signal: signal self 0
                    psprocess.children psprocess.parent psprocess.parents psprocess.__iter__: same self -> psprocess
                    psprocess.environ: environment -> keyed
                    psutil: pure
                    ast.literal_eval ast.parse ast.walk ast.dump ast.unparse: derived 0
                    logging.FileHandler logging.handlers.RotatingFileHandler: append 0
                    logging.basicConfig: pure
                    __builtins__: namespace
                    chr unichr: character 0
                    base64.b64decode base64.standard_b64decode base64.decodebytes: base64 0
                    bytes.fromhex bytearray.fromhex binascii.unhexlify: hexadecimal 0
                    shlex.split: split 0
                    torch.load pandas.read_pickle cloudpickle.load cloudpickle.loads keras.models.load_model tensorflow.keras.models.load_model: load
                    boto3.client boto3.resource boto3.Session boto3.session.Session botocore.session.get_session: make -> cloud
                    cloud.client cloud.resource: make -> cloud
                    paramiko.SSHClient paramiko.Transport fabric.Connection pexpect.spawn pexpect.run pexpect.pxssh.pxssh: unread
                    psycopg2.connect psycopg.connect pymysql.connect MySQLdb.connect mysql.connector.connect asyncpg.connect cx_Oracle.connect oracledb.connect pyodbc.connect duckdb.connect snowflake.connector.connect sqlalchemy.create_engine: server 0 -> server
                    server.cursor server.connect server.begin server.__enter__ server.__aenter__: same self -> server
                    server.execute server.executemany server.executescript server.fetch server.fetchrow server.sql: query 0
                    redis.Redis redis.StrictRedis redis.from_url redis.Redis.from_url redis.StrictRedis.from_url redis.RedisCluster redis.cluster.RedisCluster redis.asyncio.Redis redis.asyncio.from_url aioredis.from_url valkey.Valkey valkey.from_url: make -> keys
                    keys.flushall keys.flushdb keys.shutdown keys.swapdb: lose redis
                    keys.execute_command: keys 0
                    keys.pipeline keys.__enter__ keys.client: same self -> keys
                    pymongo.MongoClient pymongo.AsyncMongoClient motor.motor_asyncio.AsyncIOMotorClient: make -> documents
                    documents.get_database documents.get_default_database documents.get_collection documents.__getitem__: make -> documents
                    documents.drop_database documents.drop_collection documents.drop: lose mongodb
                    server.fetchall server.fetchone server.fetchmany server.commit server.close server.rollback server.description server.rowcount server.dispose: derived self
                    """,
                    """
                    json re math datetime time collections itertools functools typing dataclasses enum string textwrap random secrets
                    hashlib base64 binascii hmac struct uuid decimal fractions statistics operator copy pprint csv argparse logging
                    traceback warnings contextlib abc types inspect difflib html urllib.parse urllib.error ast tokenize token keyword unicodedata
                    locale calendar heapq bisect queue threading asyncio concurrent.futures timeit gc weakref platform getpass errno
                    stat fnmatch colorsys zlib gzip bz2 lzma array numbers cProfile profile pstats doctest unittest xml html.parser email mimetypes
                    quopri codecs io configparser zoneinfo graphlib shlex optparse getopt __future__ typing_extensions sched selectors
                    ipaddress http.HTTPStatus http.cookies http.cookiejar importlib.metadata tomllib plistlib sysconfig site
                    symtable dis opcode linecache reprlib rlcompleter pwd grp resource signal contextvars cmath
                    stringprep pyclbr pkgutil tracemalloc faulthandler readline curses turtle cgi struct __main__ atexit posixpath
                    len range enumerate zip map filter sorted reversed sum min max abs any all list dict set tuple str int float bool bytes
                    bytearray repr format chr ord hex oct bin round isinstance issubclass type id hash iter next hasattr setattr
                    delattr callable super object property classmethod staticmethod slice frozenset complex divmod pow memoryview ascii
                    help dir aiter anext Exception ValueError KeyError TypeError RuntimeError OSError IOError FileNotFoundError
                    IndexError AttributeError StopIteration ImportError ModuleNotFoundError NotImplementedError ZeroDivisionError AssertionError KeyboardInterrupt
                    SystemExit UnicodeDecodeError UnicodeEncodeError PermissionError FileExistsError TimeoutError ConnectionError BaseException ArithmeticError
                    LookupError NameError RecursionError SyntaxError EOFError OverflowError MemoryError NotADirectoryError IsADirectoryError
                    Warning DeprecationWarning UserWarning ConnectionRefusedError BrokenPipeError UnicodeError ProcessLookupError ChildProcessError
                    ExceptionGroup StopAsyncIteration RuntimeWarning FutureWarning NotImplemented Ellipsis unichr xrange basestring unicode long reduce cmp
                    __name__ __file__ __doc__ __spec__ __package__ self cls copyright credits license _ breakpoint
                    """,
                    """
                    os sys io json re math pathlib shutil subprocess socket ssl http urllib glob tempfile zipfile tarfile pickle marshal shelve
                    ctypes importlib runpy pty webbrowser smtplib ftplib telnetlib poplib imaplib nntplib mmap fcntl termios tty sqlite3 dbm code codeop builtins
                    socketserver xmlrpc wsgiref fileinput filecmp venv ensurepip py_compile compileall distutils imp posix nt _thread
                    cProfile trace pdb bdb crypt spwd syslog msvcrt winreg winsound tkinter idlelib lib2to3 pydoc audioop
                    urllib2 httplib commands cPickle Queue ConfigParser StringIO cStringIO __builtin__ zoneinfo asyncore asynchat mailbox
                    multiprocessing logging email xml encodings test this antigravity ntpath macpath
                    """);

    private PythonApi() {}
}
