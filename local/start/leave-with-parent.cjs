// Loaded before the emulator: it closes in good order (SIGINT is the only signal that its table service heeds) when the process that
// started it lets it go or is gone, even by SIGKILL.
process.on('disconnect', () => process.kill(process.pid, 'SIGINT'));
