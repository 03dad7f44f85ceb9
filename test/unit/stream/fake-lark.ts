import type { AnswerPort, CardVersion } from '../../../nodes/shared/stream/port';
import { leasedSequence } from '../../../nodes/shared/stream/sequence';

/** Of all actions. */
interface ActionParams {
	settings: { config: object };
	element_ids: string[];
	element_id: string;
	element: Element;
	elements: Element[];
	type: string;
	target_element_id: string;
}

type Element = Record<string, unknown> & { element_id: string; content?: string };

/** A card as Lark has it. */
export interface FakeCard {
	messageId: string;
	elements: Element[];
	config: { streaming_mode?: boolean; summary?: { content?: string } };
	sequence: number;
	since: number;
	at: number[];
	isRecalled: boolean;
}

/** Time that goes on only when somebody waits. */
export class FakeClock {
	private time = 0;
	private timers: Array<{ at: number; go: () => void }> = [];

	now = () => this.time;

	sleep = async (ms: number, signal?: AbortSignal) =>
		await new Promise<void>((go, stop) => {
			const timer = { at: this.time + ms, go };
			this.timers.push(timer);
			signal?.addEventListener('abort', () => {
				this.timers = this.timers.filter((other) => other !== timer);
				stop(new Error('woken'));
			});
		});

	/** Lets so much time pass, with all that happens meanwhile. */
	async pass(ms: number): Promise<void> {
		const end = this.time + ms;
		for (;;) {
			for (let turn = 0; turn < 50; turn++) await undefined;
			this.timers.sort((a, b) => a.at - b.at);
			if (!this.timers[0] || this.timers[0].at > end) break;
			const { at, go } = this.timers.shift()!;
			this.time = Math.max(this.time, at);
			go();
		}
		this.time = end;
	}
}

const TEN_MINUTES = 600_000;

/** CardKit without a network: what the sandbox checks about sequences, streaming mode and elements, and refusals at will. */
export class FakeLark implements AnswerPort {
	cards: FakeCard[] = [];
	messages: string[] = [];
	warnings: string[] = [];
	/** Whether another process watches the cards, which were made at 0. */
	isWatched = false;
	writes = 0;
	/** How many writes came when the streaming mode was off. */
	closed = 0;
	refusals: Array<{ code?: number; httpStatus?: number; isDone?: boolean }> = [];

	constructor(
		private readonly clock: FakeClock,
		private readonly delayMs = 20,
	) {}

	/** The text of all cards that a reader sees. */
	get texts(): string[] {
		return this.seen.map(
			(card) => card.elements.find((e) => e.element_id === 'answer')?.content ?? '',
		);
	}

	get seen(): FakeCard[] {
		return this.cards.filter(({ isRecalled }) => !isRecalled);
	}

	/** The words below the text of a card. */
	lines({ elements }: FakeCard): string[] {
		return elements
			.filter(({ element_id: id }) => id !== 'answer')
			.map(({ text }) => (text as { content: string }).content);
	}

	private async answer<T>(act: () => T): Promise<T> {
		await this.clock.sleep(this.delayMs);
		const refusal = this.refusals.shift();
		if (refusal?.isDone) act();
		if (refusal) throw Object.assign(new Error('refused'), refusal);
		return act();
	}

	private at({ cardId, sequence }: CardVersion): FakeCard {
		const card = this.cards[Number(cardId)];
		if (sequence <= card.sequence) throw Object.assign(new Error('sequence'), { code: 300317 });
		card.at.push(this.clock.now());
		if (this.clock.now() - card.since >= TEN_MINUTES) card.config.streaming_mode = false;
		card.sequence = sequence;
		return card;
	}

	send: AnswerPort['send'] = async (_page, json) =>
		await this.answer(() => {
			const { body, config } = structuredClone(json) as {
				body: { elements: Element[] };
				config: object;
			};
			const cardId = String(this.cards.length);
			const messageId = `om_${cardId}`;
			const card = {
				messageId,
				elements: body.elements,
				config,
				sequence: 0,
				at: [],
				isRecalled: false,
			};
			this.cards.push({ ...card, since: this.clock.now() });
			const least = () => leasedSequence(this.clock.now());
			return { cardId, messageId, ...(this.isWatched && { least }) };
		});

	write: AnswerPort['write'] = async (version, elementId, content) =>
		await this.answer(() => {
			const card = this.at(version);
			this.writes++;
			if (!card.config.streaming_mode) this.closed++;
			if (!card.config.streaming_mode) throw Object.assign(new Error('closed'), { code: 300309 });
			card.elements.find((e) => e.element_id === elementId)!.content = content;
		});

	settings: AnswerPort['settings'] = async (version, { config }) =>
		await this.answer(() => {
			const card = this.at(version);
			const wasOn = card.config.streaming_mode;
			Object.assign(card.config, config);
			if (!wasOn) card.since = this.clock.now();
		});

	change: AnswerPort['change'] = async (version, actions) =>
		await this.answer(() => {
			const card = this.at(version);
			for (const { action, params } of actions as unknown as Array<{
				action: string;
				params: ActionParams;
			}>) {
				const find = (id: string) => {
					const index = card.elements.findIndex((e) => e.element_id === id);
					if (index < 0) throw Object.assign(new Error(`no ${id}`), { code: 300314 });
					return index;
				};
				if (action === 'partial_update_setting') Object.assign(card.config, params.settings.config);
				else if (action === 'delete_elements') card.elements.splice(find(params.element_ids[0]), 1);
				else if (action === 'update_element')
					card.elements[find(params.element_id)] = params.element;
				else if (params.type === 'append') card.elements.push(...params.elements);
				else card.elements.splice(find(params.target_element_id), 0, ...params.elements);
				if (card.elements.length === 0) throw Object.assign(new Error('empty'), { code: 300307 });
			}
		});

	recall: AnswerPort['recall'] = async (messageId) =>
		await this.answer(() => {
			this.cards.find((card) => card.messageId === messageId)!.isRecalled = true;
		});

	sendText: AnswerPort['sendText'] = async (text, words) =>
		await this.answer(
			() => void this.messages.push([text, words?.en].filter(Boolean).join('\n\n')),
		);

	refusalOf = (error: unknown) => error as { code?: number; httpStatus?: number };

	warn = (text: string) => void this.warnings.push(text);
}
