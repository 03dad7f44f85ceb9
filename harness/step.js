'use strict';

const { spawn } = require('node:child_process');

const HEARTBEAT_MS = 20_000;

/** @param {number} since */
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * Runs a command and prints one line when it starts, one every 20 seconds and one when it ends.
 *
 * @param {string} title what the person at the terminal is waiting for
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 * @throws {Error} with its output when the command fails
 */
async function step(title, command, args, options) {
	const start = Date.now();
	console.log(`${title} ...`);
	const heartbeat = setInterval(
		() => console.log(`  still at it after ${seconds(start)}`),
		HEARTBEAT_MS,
	);
	try {
		await run(command, args, options);
	} finally {
		clearInterval(heartbeat);
	}
	console.log(`  done in ${seconds(start)}`);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 */
function run(command, args, options) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			...options,
			shell: process.platform === 'win32',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => (output += text));
		}
		child.on('error', reject).on('close', (code, signal) => {
			if (code === 0) return resolve();
			reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}:\n${output}`));
		});
	});
}

module.exports = { step };
