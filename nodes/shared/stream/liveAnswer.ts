import type { AnswerWriter } from './writer';
import { FAILED, STOPPED, usingTools, type Words } from './words';

/** What is shown besides the text. */
export interface LiveAnswerSettings {
	/** Before the first token; undefined for nothing. */
	thinking?: Words;
	/** Whether the tools that the model calls are named. */
	showsTools: boolean;
}

/** How the execution has ended. */
export type AnswerOutcome = 'success' | 'failed' | 'stopped';

const ENDINGS = { success: 'complete', failed: FAILED, stopped: STOPPED } as const;

/** How far an answer is. */
type Stage = 'new' | 'begun' | 'answered' | 'ended';

/** One answer of a model, from its first sign of life to its end. */
export class LiveAnswer {
	private stage: Stage = 'new';
	private text = '';

	constructor(
		private readonly writer: Pick<AnswerWriter, 'show' | 'end'>,
		private readonly settings: LiveAnswerSettings,
	) {}

	/** Whether the reader has all of it. */
	get isOver(): boolean {
		return this.stage === 'ended';
	}

	/** The model begins, or goes on after its tools. */
	begin(): void {
		this.stage = 'begun';
		if (this.settings.thinking) this.writer.show(this.text, this.settings.thinking);
	}

	/** @param text all that the model has written in this turn */
	grow(text: string): void {
		this.text = text;
		this.stage = 'begun';
		if (text !== '') this.writer.show(text);
	}

	/** The model waits for tools. */
	callTools(names: string[]): void {
		this.stage = 'begun';
		if (this.settings.showsTools) this.writer.show(this.text, usingTools(names));
	}

	/** The model has answered. Its text may be empty. */
	answer(text: string): void {
		this.text = text;
		this.stage = 'answered';
		this.writer.show(text);
	}

	/** Ends an answer that is complete, and resolves when the reader has it. */
	async finishIfAnswered(): Promise<void> {
		if (this.stage !== 'answered') return;
		this.stage = 'ended';
		await this.writer.end('complete');
	}

	/** Ends it in any case: one that is not complete with words that say so. */
	async finish(outcome: AnswerOutcome): Promise<void> {
		await this.finishIfAnswered();
		if (this.stage !== 'begun') return;
		this.stage = 'ended';
		await this.writer.end(ENDINGS[outcome]);
	}
}
