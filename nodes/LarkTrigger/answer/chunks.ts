import { isObject } from '../../shared/objects';
import type { LiveAnswer } from '../../shared/stream/liveAnswer';

/** A line that n8n streams. */
interface Chunk {
	type: 'begin' | 'item' | 'end' | 'error';
	content: string;
	/** Of the node that has sent it. */
	nodeId: string;
}

const TYPES = ['begin', 'item', 'end', 'error'];

/**
 * Reads a line of the stream.
 *
 * @returns undefined for anything else, such as the line that keeps the connection alive
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/workflow/src/interfaces.ts `StructuredChunk`
 */
export function readChunk(line: string): Chunk | undefined {
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		return undefined;
	}
	if (!isObject(json) || !TYPES.includes(String(json.type))) return undefined;
	const { nodeId } = isObject(json.metadata) ? json.metadata : {};
	return {
		type: json.type as Chunk['type'],
		content: typeof json.content === 'string' ? json.content : '',
		nodeId: String(nodeId),
	};
}

/**
 * Makes an answer of what agents stream. An agent begins anew after its tools: what counts is what it has
 * written since, which is what it returns.
 */
export class AnswerChunks {
	private text = '';
	private latest?: Chunk['type'];
	private hasFailed = false;

	constructor(private readonly answer: LiveAnswer) {}

	take({ type, content }: Chunk): void {
		this.latest = type;
		this.hasFailed ||= type === 'error';
		if (type === 'error') {
			this.answer.begin();
		} else if (type === 'begin') {
			this.text = '';
			this.answer.begin();
		} else if (type === 'item') {
			this.text += content;
			this.answer.grow(this.text);
		} else if (type === 'end' && this.text === '') {
			this.answer.callTools([]);
		} else if (type === 'end') {
			this.answer.answer(this.text);
		}
	}

	/**
	 * The execution has ended.
	 *
	 * @param isStopped by a person or the time limit, as the trigger's last chunk says; without that chunk, an
	 * answer that is neither whole nor failed was stopped
	 */
	async finish(isStopped?: boolean): Promise<void> {
		const isWhole = this.latest === 'end' && !this.hasFailed;
		const outcome = isWhole ? 'success' : 'failed';
		const isCutOff = isStopped ?? (!isWhole && !this.hasFailed);
		await this.answer.finish(isCutOff ? 'stopped' : outcome);
	}
}
