import type { AnswerWriter } from './writer';
import { FAILED, STOPPED, usingTools, type ReaderWords } from './words';

/** What is shown besides the text. */
export interface LiveAnswerSettings {
	/** Before the first token; undefined for nothing. */
	thinking?: ReaderWords;
	/** Whether the tools that the model calls are named. */
	showsTools: boolean;
}

/** How the execution has ended. */
export type AnswerOutcome = 'success' | 'failed' | 'stopped';

const ENDINGS = { success: 'complete', failed: FAILED, stopped: STOPPED } as const;

/** How far an answer is. Nothing comes after it was stopped, although a model may give what it has. */
type Stage = 'new' | 'begun' | 'answered' | 'ended' | 'stopped';

/** One answer of a model, from its first sign of life to its end. */
export class LiveAnswer {
	private stage: Stage = 'new';
	private text = '';
	private status?: ReaderWords;

	constructor(
		private readonly writer: Pick<AnswerWriter, 'show' | 'end'>,
		private readonly settings: LiveAnswerSettings,
	) {}

	/** Whether the reader has all of it. */
	get isOver(): boolean {
		return this.stage === 'ended' || this.stage === 'stopped';
	}

	/** The model begins, or goes on after its tools, whose names stay until it writes. */
	begin(): void {
		this.status ??= this.settings.thinking;
		if (this.status) this.show('begun', this.text, this.status);
		else this.goTo('begun');
	}

	/** @param text all that the model has written in this turn */
	grow(text: string): void {
		if (text !== '') this.show('begun', text);
	}

	/** The model waits for tools. */
	callTools(names: string[]): void {
		if (this.settings.showsTools) this.show('begun', this.text, usingTools(names));
		else this.goTo('begun');
	}

	/** The model has answered. Its text may be empty. */
	answer(text: string): void {
		this.show('answered', text);
	}

	/** Ends an answer that is complete, and resolves when the reader has it. */
	async finishIfAnswered(): Promise<void> {
		if (this.stage !== 'answered') return;
		this.stage = 'ended';
		await this.writer.end('complete');
	}

	/** Ends it in any case: one that is not complete with words that say so. */
	async finish(outcome: AnswerOutcome): Promise<void> {
		const isStopped = outcome === 'stopped';
		if (!isStopped) await this.finishIfAnswered();
		if (this.stage !== 'begun' && this.stage !== 'answered') return;
		this.stage = isStopped ? 'stopped' : 'ended';
		await this.writer.end(ENDINGS[outcome]);
	}

	private goTo(stage: Stage): boolean {
		if (this.stage === 'stopped') return false;
		this.stage = stage;
		return true;
	}

	private show(stage: Stage, text: string, status?: ReaderWords): void {
		if (!this.goTo(stage)) return;
		this.text = text;
		this.status = status;
		this.writer.show(text, status);
	}
}
