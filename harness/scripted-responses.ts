import type { ServerResponse } from 'node:http';

import { piecesOf, type Answered, type Asked } from './scripted-turn';

/** A request to OpenAI's Responses API, which n8n's chat model uses unless it is told not to. */
export interface ResponsesRequest {
	/** Messages, calls of tools, and their outputs. */
	input: string | Array<{ role?: string; content?: unknown; output?: unknown }>;
	tools?: Array<{ name: string; description: string; parameters: object }>;
	stream?: boolean;
}

/** @returns the request as chat completions would have it */
export function askedOf({ input, tools = [], stream }: ResponsesRequest): Asked {
	const items = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
	return {
		messages: items
			.filter(({ role, output }) => role ?? output)
			.map(({ role = 'tool', content, output }) => ({ role, content: textOf(output ?? content) })),
		tools: tools.map(({ name, description, parameters }) => ({
			function: { name, description, parameters },
		})),
		stream,
	};
}

const textOf = (content: unknown): string =>
	Array.isArray(content)
		? content.map((part: { text?: string }) => part.text ?? '').join('')
		: String(content ?? '');

const usage = {
	input_tokens: 1,
	input_tokens_details: { cached_tokens: 0 },
	output_tokens: 1,
	output_tokens_details: { reasoning_tokens: 0 },
	total_tokens: 2,
};

const messageItem = (text: string, count: number, status = 'completed') => ({
	id: `msg_${count}`,
	type: 'message',
	role: 'assistant',
	status,
	content: status === 'completed' ? [{ type: 'output_text', text, annotations: [] }] : [],
});

const callItems = (turn: Answered, { tools }: Asked, count: number) =>
	('calls' in turn ? turn.calls : []).map((given, index) => ({
		id: `fc_${count}_${index}`,
		type: 'function_call',
		call_id: `call_${count}_${index}`,
		name: tools[0].function.name,
		arguments: JSON.stringify(given),
		status: 'completed',
	}));

/** @returns the whole response, as it is given when no stream is asked for */
export const responseTo = (turn: Answered, request: Asked, count: number) => ({
	id: `resp_${count}`,
	object: 'response',
	created_at: 0,
	status: 'completed',
	model: 'scripted',
	output: [
		...(turn.text === undefined ? [] : [messageItem(turn.text, count)]),
		...callItems(turn, request, count),
	],
	usage,
});

/** Gives a response as the events of a stream. */
export async function streamResponse(
	res: ServerResponse,
	turn: Answered,
	request: Asked,
	count: number,
): Promise<void> {
	res.writeHead(200, { 'content-type': 'text/event-stream' });
	const send = (type: string, event: object) =>
		res.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...event })}\n\n`);
	const whole = responseTo(turn, request, count);
	send('response.created', { response: { ...whole, status: 'in_progress', output: [] } });
	for (const [output_index, item] of whole.output.entries()) {
		const place = { item_id: item.id, output_index };
		if ('content' in item && !('calls' in turn)) {
			send('response.output_item.added', {
				output_index,
				item: messageItem('', count, 'in_progress'),
			});
			for await (const delta of piecesOf(turn)) {
				if (res.destroyed) return;
				send('response.output_text.delta', { ...place, content_index: 0, delta });
			}
		} else {
			send('response.output_item.added', { output_index, item });
		}
		send('response.output_item.done', { output_index, item });
	}
	send('response.completed', { response: whole });
	res.end();
}
