import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { CustomBot } from '../../sandbox';
import { customBotCredential } from '../../harness/sandbox-credential';
import type { CredentialReference } from '../../harness/n8n-server';
import { openSetup, type TestSetup } from '../support/server';

const START = 'Start';
const SEND = 'Send';

describe('a group bot in n8n', () => {
	let setup: TestSetup;
	let credential: CredentialReference;

	beforeAll(async () => {
		setup = await openSetup();
		credential = await setup.client.createCredential({
			name: `Group bot ${randomUUID()}`,
			type: 'larkGroupBotApi',
			data: setup.groupBotCredential,
		});
	});
	afterAll(async () => await setup.close());

	const messages = () => setup.sandbox.world.chats.flatMap((chat) => chat.messages);
	const test = async (change: ICredentialDataDecryptedObject = {}) =>
		await setup.client.testCredential(credential, { ...setup.groupBotCredential, ...change });
	const testBot = async (
		given: Partial<CustomBot>,
		change: ICredentialDataDecryptedObject = {},
	) => {
		const { world, url } = setup.sandbox;
		const bot = world.customBots.add({ chatId: world.chats[0].chatId, ...given });
		return await test({ ...customBotCredential(bot, url), ...change });
	};

	describe('the test of its credential', () => {
		it('passes for an address and a secret that are right, and writes nothing', async () => {
			setup.sandbox.requests.length = 0;
			expect(await test()).toMatchObject({ status: 'OK' });
			expect(await testBot({})).toMatchObject({ status: 'OK' });
			expect(await testBot({ keywords: ['Alert', 'Deploy'] })).toMatchObject({ status: 'OK' });
			expect(setup.sandbox.requests.map(({ code }) => code)).toEqual([9499, 9499, 9499]);
			expect(messages()).toEqual([]);
		});

		it.each<[string, () => ReturnType<typeof test>, RegExp]>([
			[
				'an address that Lark does not know',
				() => testBot({}, { webhookUrl: `${setup.sandbox.url}/open-apis/bot/v2/hook/0123456789` }),
				/does not know this Webhook URL/,
			],
			['a wrong secret', () => test({ signingSecret: 'wrong' }), /refuses the signature.*clock/],
			['a missing secret', () => test({ signingSecret: '' }), /refuses the signature/],
			['a missing keyword', () => testBot({ keywords: ['Alert'] }, { words: '' }), /its keywords/],
			[
				'a server that may not send',
				() => testBot({ ipAllowList: ['10.0.0.1'] }),
				/from the address of this n8n server.*whitelist/,
			],
			['no address', () => test({ webhookUrl: '' }), /is empty.*Settings > Bots/],
			[
				'the address of something else',
				() => test({ baseUrl: '', webhookUrl: 'https://example.com/hook/0123456789' }),
				/goes to example.com, which is not a host of Lark or Feishu/,
			],
			[
				'a host that is not Lark',
				() =>
					test({ baseUrl: setup.url, webhookUrl: `${setup.url}/open-apis/bot/v2/hook/0123456789` }),
				/answer is not from Lark/,
			],
		])('says what to do about %s', async (_case, result, text) => {
			const { status, message } = await result();
			expect({ status, message }).toEqual({
				status: 'Error',
				message: expect.stringMatching(text),
			});
			for (const secret of [setup.sandbox.world.customBots.list[0].hookId, '0123456789']) {
				expect(message).not.toContain(secret);
			}
			expect(messages()).toEqual([]);
		});
	});

	describe("n8n's HTTP Request node with its credential", () => {
		const request = async (url: string) => {
			const node = { typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
			const { id } = await setup.saveWorkflow({
				name: `Request ${randomUUID()}`,
				nodes: [
					{ ...node, id: 'start', name: START, type: 'n8n-nodes-base.manualTrigger' },
					{
						...node,
						id: 'request',
						name: SEND,
						type: 'n8n-nodes-base.httpRequest',
						typeVersion: 4.2,
						parameters: {
							method: 'POST',
							url,
							authentication: 'predefinedCredentialType',
							nodeCredentialType: 'larkGroupBotApi',
							sendBody: true,
							specifyBody: 'json',
							jsonBody: '{ "msg_type": "text", "content": { "text": "By hand" } }',
						},
						credentials: { larkGroupBotApi: credential },
					},
				],
				connections: { [START]: { main: [[{ node: SEND, type: 'main', index: 0 }]] } },
			});
			setup.sandbox.requests.length = 0;
			return await setup.client.runWorkflow(id, START);
		};

		it('signs what goes to the webhook', async () => {
			const { data } = await request(String(setup.groupBotCredential.webhookUrl));
			const [item] = data.resultData.runData[SEND][0].data?.main[0] ?? [];
			expect(item?.json).toMatchObject({ code: 0 });
			expect(messages().pop()?.content).toContain('By hand');
			for (const chat of setup.sandbox.world.chats) chat.messages.length = 0;
		});

		it('sends nothing elsewhere', async () => {
			const { status, data } = await request(`${setup.sandbox.url}/open-apis/im/v1/messages`);
			expect(status).toBe('error');
			expect(data.resultData.error?.message).toMatch(/own Webhook URL only/);
			expect(setup.sandbox.requests).toEqual([]);
		});
	});

	it('sends into its group, and nothing shows its address', async () => {
		const node = { typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
		const { id } = await setup.saveWorkflow({
			name: 'Alert',
			nodes: [
				{ ...node, id: 'start', name: START, type: 'n8n-nodes-base.manualTrigger' },
				{
					...node,
					id: 'send',
					name: SEND,
					type: 'n8n-nodes-lark-im.lark',
					parameters: {
						resource: 'message',
						operation: 'send',
						authentication: 'groupBot',
						msgType: 'markdown',
						markdown: '**db-1** is full',
					},
					credentials: { larkGroupBotApi: credential },
				},
			],
			connections: { [START]: { main: [[{ node: SEND, type: 'main', index: 0 }]] } },
		});
		const { status, data } = await setup.client.runWorkflow(id, START);
		expect(status).toBe('success');
		expect(data.resultData.runData[SEND][0].data?.main[0]?.map(({ json }) => json)).toEqual([
			{ success: true, msg_type: 'interactive' },
		]);
		const [{ sentContent }] = messages();
		expect(sentContent).toContain('**db-1** is full');
		const [{ hookId, secret }] = setup.sandbox.world.customBots.list;
		for (const text of [JSON.stringify(data), setup.log.lines().join('\n')]) {
			expect(text).not.toContain(hookId);
			expect(text).not.toContain(secret);
		}
	});
});
