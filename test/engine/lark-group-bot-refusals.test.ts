import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { byAddress, byId } from './lark-node';
import { QUICK, useGroupBot } from './set-ups/group-bot';

describe('Lark node: what a group bot refuses', () => {
	const setup = useGroupBot();
	const { use, useNew, send } = setup;

	describe('refuses before anything is sent', () => {
		it.each<[string, IDataObject, RegExp]>([
			['a text of more than 20 KB', { text: 'x'.repeat(20_400) }, /^Text is too long.*20224/],
			[
				'Markdown of more than 20 KB',
				{ msgType: 'markdown', markdown: 'x'.repeat(20_400) },
				/^Markdown is too long/,
			],
			['an empty text', { text: ' ' }, /^Text is empty/],
			['empty Markdown', { msgType: 'markdown', markdown: ' ' }, /^Markdown is empty/],
			['a type that it does not have', { msgType: 'file' }, /^Message Type cannot be "file"/],
			['no image', { msgType: 'image', imageKey: '={{ $json.none }}' }, /^Image Key is empty/],
			['an image that is none', { msgType: 'image', imageKey: 'a.png' }, /^Image Key cannot be/],
			[
				'no chat',
				{ msgType: 'share_chat', sharedChatId: byId('={{ $json.none }}') },
				/^Chat to Share is empty/,
			],
			[
				'rich text with what only apps can send',
				{ msgType: 'post', post: '[[{ "tag": "md", "text": "a" }]]' },
				/^Rich Text cannot be sent: a group bot does not take the tag "md"/,
			],
			[
				'a button that calls back',
				{
					msgType: 'interactive',
					cardTitle: 'Approve?',
					cardButtons: { button: [{ text: 'Yes', action: 'callback', value: 'y' }] },
				},
				/^A group bot cannot send this card.*button/,
			],
			[
				'a card entity',
				{
					msgType: 'interactive',
					cardSource: 'json',
					cardJson: '{ "type": "card", "data": { "card_id": "1" } }',
				},
				/^A group bot cannot send this card.*entity/,
			],
			[
				'a mention by union_id',
				{ text: 'Hi', mentions: { mention: [{ person: byAddress('on_1') }] } },
				/^A group bot cannot mention "on_1"/,
			],
			[
				'a mention by email, which nobody can look up',
				{ text: 'Hi', mentions: { mention: [{ person: byAddress('ada@example.com') }] } },
				/^A group bot only sends/,
			],
			[
				'a mention by email in a card',
				{ msgType: 'interactive', cardBody: '<at email=ada@example.com></at>' },
				/^A group bot cannot mention "ada@example.com"/,
			],
		])('%s', async (_what, fields, message) => {
			const { error } = await send(fields);
			expect(error).toMatchObject({
				message: expect.stringMatching(message),
				description: expect.stringMatching(/\w/),
			});
			expect(setup.lark.sandbox.requests).toEqual([]);
		});

		it('a message without a keyword of the bot, all parts of it', async () => {
			useNew({ keywords: ['Alert', 'Deploy'] });
			const { error } = await send({ text: 'The disk is full' });
			expect(error).toMatchObject({
				message: 'The message has none of the keywords of the group bot: Alert, Deploy',
			});
			const long = `Alert\n${'x\n'.repeat(20_000)}`;
			const parts = await send({ text: long, options: { ...QUICK, split: true } });
			expect(parts.error?.message).toMatch(/none of the keywords/);
			expect(setup.lark.sandbox.requests).toEqual([]);
			expect((await send({ text: 'ALERT: Deploy' })).error).toBeUndefined();
		});

		it.each<[string, ICredentialDataDecryptedObject, RegExp]>([
			['none', { webhookUrl: '' }, /is empty/],
			['no address', { webhookUrl: 'my bot' }, /is not a web address/],
			[
				'another host',
				{ webhookUrl: 'https://example.com/open-apis/bot/v2/hook/0123456789', baseUrl: '' },
				/goes to example.com, which is not a host of Lark or Feishu\. Copy it from .*enter https:\/\/example\.com as Base URL/,
			],
			[
				'an old kind of address',
				{ webhookUrl: 'https://open.feishu.cn/open-apis/bot/hook/0123456789', baseUrl: '' },
				/is not the address of a custom bot/,
			],
			[
				'no key',
				{ webhookUrl: 'https://open.feishu.cn/open-apis/bot/v2/hook/', baseUrl: '' },
				/is not the address of a custom bot/,
			],
		])('a Webhook URL that is %s', async (_what, change, message) => {
			use(setup.bot, change);
			const { error } = await send({ text: 'Hi' });
			expect(error?.message).toMatch(message);
			expect(error?.message).toContain('https://open.larksuite.com/open-apis/bot/v2/hook/');
			expect(error?.message).not.toContain('0123456789');
		});

		it('every other operation', async () => {
			const { error } = await setup.lark.run({
				resource: 'message',
				operation: 'get',
				authentication: 'groupBot',
				messageId: 'om_1',
			});
			expect(error).toMatchObject({
				message: 'The operation "Get" works only as Bot or User',
				description: 'Set Act As to Bot or User.',
			});
		});
	});

	describe('says what Lark refuses', () => {
		it.each<[string, () => void, number, RegExp]>([
			['a removed bot', () => useBotThatIsGone(), 19001, /does not know the Webhook URL/],
			['a wrong secret', () => use(setup.bot, { signingSecret: 'wrong' }), 19021, /the signature/],
			[
				'a foreign address',
				() => useNew({ ipAllowList: ['10.0.0.0/8'] }),
				19022,
				/address of this n8n server/,
			],
			[
				'a keyword that n8n does not know',
				() => useNew({ keywords: ['Alert'] }, { words: '' }),
				19024,
				/none of the keywords/,
			],
		])('%s', async (_what, prepare, code, message) => {
			prepare();
			const { error } = await send({ text: 'Hi' });
			expect(error).toMatchObject({
				message: expect.stringMatching(message),
				description: expect.stringContaining(`Lark code ${code}`),
			});
			expect(setup.group.messages).toEqual([]);
		});

		const useBotThatIsGone = () => setup.lark.sandbox.world.customBots.remove(useNew({}));

		it('an image that no app has uploaded', async () => {
			const { error } = await send({ msgType: 'image', imageKey: 'img_v3_none' });
			expect(error).toMatchObject({
				message: 'Lark cannot read the message',
				description: expect.stringContaining('Lark code 9499'),
			});
		});
	});
});
