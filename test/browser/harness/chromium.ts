import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const ARGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts the Chromium of this machine; CHROMIUM_PATH says where it is, if not in /usr/bin.
 *
 * @throws when there is none
 */
export async function launchChromium(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
	if (!existsSync(executablePath)) {
		throw new Error(
			`The browser tests need Chromium, and ${executablePath} does not exist. Install it, or set CHROMIUM_PATH to the program of a Chromium or Chrome.`,
		);
	}
	return await chromium.launch({ executablePath, args: ARGS });
}
