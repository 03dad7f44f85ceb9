import { updateLater } from '../../../nodes/Lark/actions/message/lateAnswer';

describe('an answer that came too late', () => {
	it('waits no longer when the clock was set back by an hour meanwhile', async () => {
		const sent: unknown[] = [];
		const item = { lark: { call: async (_endpoint: unknown, body: unknown) => sent.push(body) } };
		const startedAt = performance.now();
		const output = await updateLater(
			item as never,
			{ card: { type: 'template', data: {} } },
			{ kind: 'late', callback: { token: 'c-1' }, answerBy: Date.now() + 3_600_000 },
		);
		expect(output).toEqual({ in_time: false, card_updated: true });
		expect(sent).toHaveLength(1);
		expect(performance.now() - startedAt).toBeLessThan(4_000);
	});
});
