'use strict';

/**
 * `node guard.js <program> <args...>` runs a program that ends with the process that started it: when the
 * IPC channel to that process closes, on purpose or because the process died, the process group of the
 * program receives SIGTERM and, after a timeout, SIGKILL.
 */

const { spawn, spawnSync } = require('node:child_process');

const PATIENCE_MS = 8_000;
const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, {
	stdio: ['ignore', 'inherit', 'inherit'],
	detached: process.platform !== 'win32',
});

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
	if (child.pid === undefined) return;
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		// No process of the group is left.
	}
}

function end() {
	signalGroup('SIGTERM');
	setTimeout(() => signalGroup('SIGKILL'), PATIENCE_MS);
}

child.once('spawn', () => process.send?.({ pid: child.pid }));
child.once('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
child.once('exit', (code) => {
	signalGroup('SIGKILL');
	process.exit(code ?? 1);
});
process.once('disconnect', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
