@echo off
rem Runs Cattlegrid on Windows, inside the Windows Subsystem for Linux: it reads files and rights as Linux has them.
rem A hook that fails in any way ends in 2 with a sentence on stderr, which its host takes for a refusal.
setlocal DisableDelayedExpansion
set "gate="
for /f "usebackq delims=" %%p in (`wsl.exe --exec wslpath -a "%~dp0cattlegrid"`) do set "gate=%%p"
if not defined gate goto :missing
wsl.exe --exec /bin/sh "%gate%" %*
set "status=%errorlevel%"
if not "%~1"=="hook" exit /b %status%
if "%status%"=="0" exit /b 0
if not "%status%"=="2" echo cattlegrid: the gate failed (exit code %status%), so this call is refused 1>&2
exit /b 2

:missing
echo cattlegrid: the Windows Subsystem for Linux is needed and was not found: run `wsl --install`, then try again 1>&2
if "%~1"=="hook" exit /b 2
exit /b 3
