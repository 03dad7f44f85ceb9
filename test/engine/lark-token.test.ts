import type { Chat } from '../../sandbox';
import { items, type LarkNode } from './lark-node';
import { useGroup } from './set-ups/group';

describe('Lark node: the token', () => {
	let lark: LarkNode;
	let group: Chat;
	const { sendTo } = useGroup((setup) => ({ lark, group } = setup));
	const tokenRequests = () =>
		lark.sandbox.requests.filter(({ path }) => path.includes('tenant_access_token'));

	it('is replaced when Lark revokes it, without a failed or repeated message', async () => {
		await sendTo(group.chatId);
		lark.sandbox.revokeTokens();
		const { error } = await sendTo(group.chatId, { items: items({}, {}, {}) });
		expect(error).toBeUndefined();
		expect(group.messages).toHaveLength(4);
		expect(tokenRequests()).toHaveLength(2);
	});

	it('is not sent for another app after the App ID has changed', async () => {
		await sendTo(group.chatId);
		const other = lark.sandbox.registerApp({ name: 'Other bot' });
		group.bots.push(other.appId);
		lark.store.save('larkApi', {
			...lark.store.data('larkApi'),
			appId: other.appId,
			appSecret: other.appSecret,
		});
		const { items: output, error } = await sendTo(group.chatId);
		group.bots.pop();
		expect(error).toBeUndefined();
		expect(output[0].json.sender).toMatchObject({ id: other.appId });
	});

	it('is not sent after it has expired', async () => {
		await sendTo(group.chatId);
		lark.store.save('larkApi', { ...lark.store.data('larkApi'), expiresAt: Date.now() - 1 });
		lark.sandbox.revokeTokens();
		lark.sandbox.requests.length = 0;
		await sendTo(group.chatId);
		expect(lark.sandbox.requests.map(({ code }) => code)).toEqual([0, 0]);
	});
});
