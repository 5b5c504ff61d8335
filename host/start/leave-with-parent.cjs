// Loaded before a program: it closes in good order when the process that started it lets it go or is gone, even by SIGKILL. SIGINT is
// the only signal that the emulator's table service heeds.
process.on('disconnect', () => process.kill(process.pid, 'SIGINT'));
