import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { chatNamed, openSetup, textOf, type TestSetup } from '../support/server';

const TRIGGER = 'MCP Server Trigger';
const TOOL = 'Send a message';

/** Calls an MCP server as a client does; the answer comes as one server-sent event. */
async function call(url: string, method: string, params: object, session = '') {
	const response = await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			accept: 'application/json, text/event-stream',
			...(session && { 'mcp-session-id': session }),
		},
		body: JSON.stringify({ jsonrpc: '2.0', id: randomUUID(), method, params }),
	});
	expect(response.status).toBe(200);
	const [, data] = /^data: (.*)$/m.exec(await response.text()) ?? [];
	return { session: response.headers.get('mcp-session-id') ?? '', data };
}

describe('the Lark tool behind an MCP server', () => {
	let setup: TestSetup;
	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	it('sends equal messages, each once', async () => {
		const { client, larkApi, sandbox } = setup;
		const group = chatNamed(sandbox.world, 'Incident Response');
		const path = randomUUID();
		const trigger: INode = {
			id: randomUUID(),
			webhookId: path,
			name: TRIGGER,
			type: '@n8n/n8n-nodes-langchain.mcpTrigger',
			typeVersion: 2,
			position: [0, 0],
			parameters: { path },
		};
		const tool: INode = {
			id: randomUUID(),
			name: TOOL,
			type: 'n8n-nodes-lark-im.larkTool',
			typeVersion: 1,
			position: [0, 200],
			parameters: {
				receiver: { __rl: true, mode: 'address', value: group.chatId },
				text: "={{ $fromAI('Text') }}",
			},
			credentials: { larkApi },
		};
		const workflow = await setup.saveWorkflow({
			name: 'MCP server',
			nodes: [trigger, tool],
			connections: { [TOOL]: { ai_tool: [[{ node: TRIGGER, type: 'ai_tool', index: 0 }]] } },
		});
		await client.publish(workflow);

		const url = `${setup.url}/mcp/${path}`;
		const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: CLIENT };
		const { session } = await call(url, 'initialize', hello);
		const send = { name: 'Send_a_message', arguments: { Text: 'Deployed' } };
		const answers = [
			await call(url, 'tools/call', send, session),
			await call(url, 'tools/call', send, session),
		];
		expect(group.messages.map(textOf)).toEqual(['Deployed', 'Deployed']);
		const Text = 'Hi <at user_id="all"></at>';
		await call(url, 'tools/call', { ...send, arguments: { Text } }, session);
		expect(textOf(group.messages[2]).replaceAll('\u200b', '')).toBe(Text);
		for (const [index, { data }] of answers.entries()) {
			expect(data).toContain(group.messages[index].messageId);
		}
	});
});

const CLIENT = { name: 'test', version: '1' };
