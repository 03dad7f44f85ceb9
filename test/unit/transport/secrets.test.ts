import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { getBotInfo } from '../../../nodes/shared/lark/app';
import type { Caller } from '../../../nodes/shared/transport/caller';
import { LarkClient } from '../../../nodes/shared/transport/client';

const context = { getNode: () => ({ name: 'Lark' }) } as unknown as IExecuteFunctions;
const SECRET = 'app-secret-1';

/** A caller whose answers the test gives, and whose token the test replaces. */
function callerWith(send: (token: string) => Promise<IN8nHttpFullResponse>) {
	const caller = {
		actAs: 'bot' as const,
		appId: 'cli_a',
		baseUrl: 'https://open.feishu.cn',
		token: 'token-of-before',
		get secrets() {
			return [SECRET, caller.token];
		},
		send: async () => await send(caller.token),
		renew: async (refused: unknown) => {
			if (refused === caller.token) caller.token = `${caller.token}-renewed`;
			return true;
		},
	};
	return caller satisfies Caller;
}

const answer = (code: number, msg: string, logId = ''): IN8nHttpFullResponse => ({
	statusCode: 400,
	headers: { 'x-tt-logid': logId },
	body: { code, msg },
});

const errorOf = async (client: LarkClient): Promise<string> => {
	const error = await client.call(getBotInfo).then(
		() => undefined,
		(thrown: Error) => thrown,
	);
	return JSON.stringify(error, Object.getOwnPropertyNames(error));
};

describe('an error shows no token', () => {
	it('that was renewed while its request was on its way', async () => {
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		let count = 0;
		const client = new LarkClient(
			context,
			callerWith(async (token) => {
				if (count++ === 0) {
					await held;
					return answer(1, `no access with ${token}`, token);
				}
				return token === 'token-of-before' ? answer(99991663, 'expired') : answer(2, 'other');
			}),
		);
		const first = errorOf(client);
		expect(await errorOf(client)).toContain('other');
		release();
		const shown = await first;
		expect(shown).toContain('[redacted]');
		expect(shown).not.toContain('token-of-before');
	});

	it('that was replaced after it had been refused', async () => {
		const tokens: string[] = [];
		const caller = callerWith(async (token) => {
			tokens.push(token);
			return answer(99991663, `expired: ${tokens.join(' and ')}`);
		});
		const shown = await errorOf(new LarkClient(context, caller));
		expect(tokens).toHaveLength(2);
		for (const token of tokens) expect(shown).not.toContain(token);
	});

	it.each([
		['in JSON', (text: string) => JSON.stringify({ text })],
		['in Base64', (text: string) => Buffer.from(text).toString('base64')],
		['percent-encoded', encodeURIComponent],
	])('nor a secret %s', async (_how, encode) => {
		const caller = callerWith(async () => answer(1, `refused ${encode(SECRET)}`));
		const shown = await errorOf(new LarkClient(context, caller));
		expect(shown).toContain('[redacted]');
	});
});
