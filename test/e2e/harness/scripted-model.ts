import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What the model does when it is asked: calls tools, all in one answer, or ends with a text. */
export type Turn = { calls: Array<Record<string, unknown>> } | { text: string };

/** A request as the model got it. */
export interface Asked {
	messages: Array<{ role: string; content: string }>;
	tools: Array<{ function: { name: string; description: string; parameters: object } }>;
}

/** A chat model that follows a script. */
export interface ScriptedModel {
	/** Base URL for an OpenAI credential. */
	url: string;
	/** What it was asked, oldest first. */
	asked: Asked[];
	/** Sets what it does next; forgets what it was asked. */
	follow(...turns: Turn[]): void;
	close(): Promise<void>;
}

/** Starts a model that speaks OpenAI's chat completions on 127.0.0.1 and calls the only tool that it is given. */
export async function startScriptedModel(): Promise<ScriptedModel> {
	const asked: Asked[] = [];
	let script: Turn[] = [];
	const server = createServer((req, res) => {
		void (async () => {
			const request = (await json(req)) as Asked;
			const turn = script[asked.push(request) - 1] ?? { text: 'The script has ended.' };
			res.setHeader('content-type', 'application/json');
			res.end(JSON.stringify(completion(turn, request, asked.length)));
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		follow(...turns) {
			script = turns;
			asked.length = 0;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function completion(turn: Turn, { tools }: Asked, count: number) {
	const message =
		'text' in turn
			? { role: 'assistant', content: turn.text }
			: {
					role: 'assistant',
					content: null,
					tool_calls: turn.calls.map((given, index) => ({
						id: `call_${count}_${index}`,
						type: 'function',
						function: { name: tools[0].function.name, arguments: JSON.stringify(given) },
					})),
				};
	return {
		id: `chatcmpl-${count}`,
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason: 'text' in turn ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
