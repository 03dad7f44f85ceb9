'use strict';

/**
 * Runs a TypeScript program in this process: `node scripts/run.js sandbox/main.ts`.
 *
 * npm hands a signal to the shell that runs its script, and the shell ends without a word to the program. So a program
 * that npm has started also ends, as by SIGTERM, when its parent is gone.
 */

const path = require('node:path');

const CHECK_MS = 500;

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

function endWithParent() {
	const parent = process.ppid;
	const timer = setInterval(() => {
		// The parent of an orphan is another process, but on Windows, where it keeps the number of the old one.
		if (process.ppid === parent && isAlive(parent)) return;
		clearInterval(timer);
		if (!process.emit('SIGTERM', 'SIGTERM')) process.exit();
	}, CHECK_MS);
	timer.unref();
}

if (process.env.npm_lifecycle_event) endWithParent();
require(require.resolve('tsx/cjs'));
require(path.resolve(process.argv[2]));
