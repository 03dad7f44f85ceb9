import { sleep } from 'n8n-workflow';

/** Notices that nothing comes in any more: calls back when a ping has stayed without any answer for too long. */
export class Watchdog {
	private wait?: AbortController;

	constructor(private readonly onSilence: () => void) {}

	/** Call it for every ping. The first ping that has no answer counts; the pings after it change nothing. */
	pinged(timeoutMs: number): void {
		if (this.wait) return;
		const wait = new AbortController();
		this.wait = wait;
		this.waitFor(timeoutMs, wait.signal).then(
			() => this.end(wait),
			() => undefined,
		);
	}

	/** Call it for everything that comes in, and when there is nothing to watch any more. */
	heard(): void {
		this.wait?.abort();
		this.wait = undefined;
	}

	/** Lets what has come in be read at the end: a process that stood still finds its timers due before its sockets. */
	private async waitFor(timeoutMs: number, signal: AbortSignal): Promise<void> {
		await sleep(timeoutMs, signal);
		await sleep(0);
	}

	private end(wait: AbortController): void {
		if (this.wait !== wait) return;
		this.wait = undefined;
		this.onSilence();
	}
}
