// Azurite's queue service, for as long as whoever started it holds its standard input open: so it ends with the tests, however they
// end. Arguments are Azurite's; with --queuePort 0 it takes a free port and prints where it listens.
import process from 'node:process';

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
await import('azurite/dist/src/queue/main.js');
