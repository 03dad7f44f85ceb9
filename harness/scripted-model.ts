import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

import { askedOf, responseTo, streamResponse, type ResponsesRequest } from './scripted-responses';
import { piecesOf, type Answered, type Asked, type Turn } from './scripted-turn';

/** A chat model that follows a script. */
export interface ScriptedModel {
	/** Base URL for an OpenAI credential. */
	url: string;
	/** What it was asked, oldest first. */
	asked: Asked[];
	/** Sets what it does next; forgets what it was asked. */
	follow(...turns: Turn[]): void;
	/** Sets what it does whenever it is asked. */
	always(turn: (asked: Asked) => Turn): void;
	close(): Promise<void>;
}

/**
 * Starts a model that speaks OpenAI's chat completions and responses on 127.0.0.1 and calls the only tool that it is given.
 *
 * @param port 0 for any free one
 */
export async function startScriptedModel(port = 0): Promise<ScriptedModel> {
	let choose: (asked: Asked) => Turn = () => ({ text: 'The script has ended.' });
	const server = createServer((req, res) => {
		void (async () => {
			if (req.method === 'GET') {
				res.setHeader('content-type', 'application/json');
				res.end(JSON.stringify({ object: 'list', data: [{ id: 'scripted', object: 'model' }] }));
				return;
			}
			const isResponses = req.url?.endsWith('/responses') ?? false;
			const body = await json(req);
			const request = isResponses ? askedOf(body as ResponsesRequest) : (body as Asked);
			model.asked.push(request);
			const turn = choose(request);
			if ('fails' in turn) {
				res.writeHead(turn.fails, { 'content-type': 'application/json' });
				res.end(
					JSON.stringify({ error: { message: 'The model has failed', type: 'server_error' } }),
				);
			} else if (request.stream) {
				const stream = isResponses ? streamResponse : streamed;
				await stream(res, turn, request, model.asked.length);
				request.wroteAt = Date.now();
			} else {
				res.setHeader('content-type', 'application/json');
				const answer = isResponses ? responseTo : completion;
				res.end(JSON.stringify(answer(turn, request, model.asked.length)));
			}
		})().catch(() => res.destroy());
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const address = server.address() as AddressInfo;
	const model: ScriptedModel = {
		url: `http://127.0.0.1:${address.port}/v1`,
		asked: [],
		follow(...turns) {
			model.asked = [];
			choose = () => turns[model.asked.length - 1] ?? { text: 'The script has ended.' };
		},
		always(turn) {
			choose = turn;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return model;
}

const messageOf = (turn: Answered, { tools }: Asked, count: number) =>
	'calls' in turn
		? {
				role: 'assistant',
				content: turn.text ?? null,
				tool_calls: turn.calls.map((given, index) => ({
					index,
					id: `call_${count}_${index}`,
					type: 'function',
					function: { name: tools[0].function.name, arguments: JSON.stringify(given) },
				})),
			}
		: { role: 'assistant', content: turn.text };

const reasonOf = (turn: Answered) => ('calls' in turn ? 'tool_calls' : 'stop');

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

function completion(turn: Answered, request: Asked, count: number) {
	return {
		id: `chatcmpl-${count}`,
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [
			{ index: 0, message: messageOf(turn, request, count), finish_reason: reasonOf(turn) },
		],
		usage,
	};
}

async function streamed(res: ServerResponse, turn: Answered, request: Asked, count: number) {
	res.writeHead(200, { 'content-type': 'text/event-stream' });
	const send = (delta: object, finish_reason: string | null = null, more = {}) =>
		res.write(
			`data: ${JSON.stringify({
				id: `chatcmpl-${count}`,
				object: 'chat.completion.chunk',
				created: 0,
				model: 'scripted',
				choices: [{ index: 0, delta, finish_reason }],
				...more,
			})}\n\n`,
		);
	if ('calls' in turn) {
		send(messageOf(turn, request, count));
	} else {
		send({ role: 'assistant', content: '' });
		for await (const content of piecesOf(turn)) {
			if (res.destroyed) return;
			send({ content });
		}
	}
	send({}, reasonOf(turn), { usage });
	res.end('data: [DONE]\n\n');
}
