import type { IExecuteFunctions } from 'n8n-workflow';

import { sendByGroupBot } from '../../../nodes/shared/lark/groupBot';
import { batchGetUserIds } from '../../../nodes/shared/lark/people';
import { LarkClient } from '../../../nodes/shared/transport/client';
import { GroupBotCaller } from '../../../nodes/shared/transport/groupBotCaller';

const KEY = '5f0c1b7e-2d3a-4c96-8e41-7a9b0c3d2e1f';
const ADDRESS = `https://open.feishu.cn/open-apis/bot/v2/hook/${KEY}`;

const context = { getNode: () => ({ name: 'Lark' }) } as unknown as IExecuteFunctions;
const callerOf = (data: object) =>
	new GroupBotCaller(context, { webhookUrl: ADDRESS, signingSecret: 'secret-1', ...data });

describe('the client of a group bot', () => {
	const client = new LarkClient(context, callerOf({ words: 'Alert, Deploy\n' }));

	it('calls nothing but the webhook', async () => {
		const refusal = 'A group bot only sends: it can neither look up people and chats nor upload';
		await expect(client.call(batchGetUserIds, { body: { emails: ['a@b.com'] } })).rejects.toThrow(
			refusal,
		);
		expect(() => client.assertBot('Only as Bot')).toThrow(refusal);
	});

	it('knows the keywords of the bot', () => {
		expect(client.keywords).toEqual(['Alert', 'Deploy']);
		expect(new LarkClient(context, callerOf({})).keywords).toEqual([]);
	});

	it('is told from those of other bots, without naming the address', () => {
		const other = callerOf({ webhookUrl: `${ADDRESS}x` });
		expect(client.appId).not.toBe(other.appId);
		expect(client.appId).toBe(callerOf({ webhookUrl: ` ${ADDRESS} ` }).appId);
		expect(client.appId).not.toContain(KEY);
	});

	it('keeps the address, its key and the signing secret out of errors', () => {
		expect(callerOf({}).secrets).toEqual([ADDRESS, KEY, 'secret-1']);
	});

	it('fills the path of the webhook with the key', () => {
		expect(callerOf({}).pathValues(sendByGroupBot.path)).toEqual({ hook_id: KEY });
	});
});
