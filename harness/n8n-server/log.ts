import { existsSync, openSync, readFileSync } from 'node:fs';

/** What n8n has printed since startN8n, restarts included: on disk, so that other processes can read it too. */
export class Log {
	constructor(readonly file: string) {}

	/** Opens the file for appending and returns its descriptor. */
	open(): number {
		return openSync(this.file, 'a');
	}

	lines(): string[] {
		return existsSync(this.file) ? readFileSync(this.file, 'utf8').trimEnd().split('\n') : [];
	}

	/** The last lines as one text, for an error message. */
	tail(count = 30): string {
		return this.lines().slice(-count).join('\n');
	}
}
