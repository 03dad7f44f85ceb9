import type { IExecuteFunctions } from 'n8n-workflow';

import { clock } from '../../shared/transport/pace';
import type { Tally } from '../../shared/transport/requestSettings';

const REPORT_MS = 10_000;

/** A run that took longer says so to the user. */
const LONG_MS = 5_000;

const counted = (count: number, what: string): string =>
	`${count} ${what}${count === 1 ? '' : 's'}`;

/** Tells in n8n's log how far a long run is, and in the output panel how it went. */
export class Progress {
	private readonly start = clock.now();
	private reportedAt = this.start;
	private done = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly count: number,
		private readonly tally: Tally,
	) {}

	/** One more item is done. */
	step(): void {
		this.done++;
		if (clock.now() - this.reportedAt < REPORT_MS) return;
		this.reportedAt = clock.now();
		this.log();
	}

	/** Nothing runs any more. */
	end(): void {
		const ms = clock.now() - this.start;
		const { retries, refusals, paced } = this.tally;
		const wasLong = ms > LONG_MS && paced > 0;
		if (this.reportedAt !== this.start || retries > 0) this.log();
		if (retries === 0 && refusals === 0 && !wasLong) return;
		const parts = [
			`${counted(this.done, 'item')} took ${(ms / 1000).toFixed(1)} seconds`,
			wasLong && `as fast as Lark's limits allow: ${counted(paced, 'request')} had to wait`,
			retries > 0 && `${counted(retries, 'request')} had to be sent again`,
			refusals > 0 && `${refusals} because of Lark's rate limits`,
		];
		const message = `${parts.filter(Boolean).join(', ')}.`;
		this.context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}

	private log(): void {
		const { requests, retries, refusals, paced } = this.tally;
		this.context.logger.info(
			`Lark: ${this.done} of ${counted(this.count, 'item')} done, ${counted(requests, 'request')} (${paced} waited for their turn, ${retries} repeated, ${refusals} refused by rate limits)`,
			{ node: this.context.getNode().name },
		);
	}
}
